using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cornerstone.Sheets;

/// <summary>Comma-separated values (RFC 4180) that no spreadsheet program takes for formulas (security handbook, CF-01).</summary>
public sealed class CsvWriter : ISheetWriter
{
    private static readonly SearchValues<char> Separating = SearchValues.Create("\",;\t\r\n");

    private readonly StreamWriter text;

    /// <summary>UTF-8 with its mark: without it, Excel takes Arabic for Latin letters.</summary>
    public CsvWriter(Stream stream) => text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 32_768, leaveOpen: true);

    /// <summary>A text table has one sheet; what stands above a table in a workbook has no place in it.</summary>
    public void Begin(SheetLayout layout) => Row([.. layout.Columns.Select(c => c.Heading)]);

    public void Row(params IReadOnlyList<object?> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            text.Write(i == 0 ? "" : ",");
            text.Write(Cell(values[i]));
        }

        text.Write("\r\n");
    }

    public void Dispose() => text.Dispose();

    private static string Cell(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Quoted(value.ToString() ?? ""),
    };

    private static string Quoted(string written)
    {
        var guarded = CsvGuard.IsNeeded(written) ? "'" + written : written;
        return guarded.AsSpan().IndexOfAny(Separating) >= 0 || guarded != written
            ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : guarded;
    }
}
