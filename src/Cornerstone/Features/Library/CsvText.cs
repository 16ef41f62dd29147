using System.Text;

namespace Cornerstone.Features.Library;

/// <summary>Comma-separated values (RFC 4180) that no spreadsheet program takes for formulas (security handbook, CF-01).</summary>
public sealed class CsvText
{
    private readonly StringBuilder text = new();

    public CsvText(params string[] head) => Add(head);

    public void Add(params string?[] cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>UTF-8 with its mark: without it, Excel takes Arabic for Latin letters.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Cell(string? value)
    {
        value ??= "";
        // The full-width forms are read as the plain ones by some programs.
        var guarded = value.Length > 0 && "=+-@\t\r\n\0＝＋－＠".Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return guarded.AsSpan().IndexOfAny("\",\r\n") >= 0 || guarded != value ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }
}
