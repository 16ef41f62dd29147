using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Values;

namespace Cornerstone.Demonstration;

/// <summary>One line of a file of the invented country, by the names in the file's first line. An empty cell is null.</summary>
internal sealed class SoleniaRow(IReadOnlyDictionary<string, string> cells)
{
    public string this[string name] => cells[name];

    public string? Maybe(string name) => cells[name] is { Length: > 0 } text ? text : null;

    public DateOnly Day(string name) => DateOnly.ParseExact(cells[name], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly? MaybeDay(string name) => Maybe(name) is null ? null : Day(name);

    public int Number(string name) => int.Parse(cells[name], CultureInfo.InvariantCulture);

    public decimal Decimal(string name) => decimal.Parse(cells[name], CultureInfo.InvariantCulture);

    public bool Yes(string name) => cells[name] == "1";

    public T Word<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(cells[name]);

    /// <summary>Several codes in one cell, parted by semicolons.</summary>
    public List<string> Codes(string name) => [.. cells[name].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The columns "en", "fr" and "ar": the original is English.</summary>
    public Wording Names() => Wording.Of("en", Languages.Select(l => KeyValuePair.Create(l, Maybe(l))))!;

    private static readonly string[] Languages = ["en", "fr", "ar"];
}

/// <summary>The files of the invented country, as they stand inside the program.</summary>
internal static class SoleniaFile
{
    private const string Folder = "Demonstration/Country/";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>When a dated step was entered: with the rest of the register, or the morning after it happened.</summary>
    public static DateTimeOffset Recorded(DateOnly happened, DateTimeOffset register, int order)
    {
        var morning = new DateTimeOffset(happened.AddDays(1).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        return (morning > register ? morning : register).AddMilliseconds(order);
    }

    public static Stream Open(string name) => typeof(SoleniaFile).Assembly.GetManifestResourceStream(Folder + name)!;

    public static T Json<T>(string name)
    {
        using var content = Open(name);
        return JsonSerializer.Deserialize<T>(content, Options)!;
    }

    public static IEnumerable<SoleniaRow> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        var names = Cells(reader.ReadLine()!);
        while (reader.ReadLine() is { } line)
        {
            yield return new SoleniaRow(names.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second));
        }
    }

    // Quotes stand round a cell with a comma; no cell of ours holds a quote.
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var sign in line)
        {
            isQuoted = sign == '"' ? !isQuoted : isQuoted;
            if (sign == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (sign != '"')
            {
                cell.Append(sign);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
