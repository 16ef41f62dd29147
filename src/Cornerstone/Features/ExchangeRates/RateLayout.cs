using System.Globalization;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>Published files of rates, told apart by their headings and never by their names alone.</summary>
public static class RateLayout
{
    /// <exception cref="UnreadableSheetException">It is no table, or none of these layouts.</exception>
    public static PublishedRates Read(Stream stream, string fileName)
    {
        using var file = SheetFile.Open(stream);
        string[]? heads = null;
        var rows = new List<SheetRow>();
        foreach (var row in file.Rows(0).Where(r => !r.IsEmpty))
        {
            if (heads is null) heads = Heads(row);
            else rows.Add(row);
        }

        var lines = rows.Select(r => new RateLine(r, heads!)).ToList();
        return heads switch
        {
            not null when Has(heads, "Date", "Rate", "Currency", "Frequency", "Country code") => FundRates.Read(lines, fileName),
            not null when Has(heads, "Date", "Country", "Exchange rate") => CountryNameRates.Read(lines, fileName),
            not null when heads[0].Equals("year", StringComparison.OrdinalIgnoreCase) && heads.Count(h => Currency.TryParse(h, out _)) > 2 => YearTableRates.Read(lines, heads, fileName),
            not null when Has(heads, "base_year", "gdp_defl") => throw Unreadable("The file holds deflators (prices of one year in those of another), not exchange rates."),
            _ => throw Unreadable("The file is no table of exchange rates that is known: send the template of the spreadsheet “Exchange rates” instead."),
        };
    }

    internal static WorkbookFinding LeftOut(string fileName, RateLine line, string column, string rule, string expected, FindingGrade grade = FindingGrade.Error) =>
        new(fileName, "", line.Number, column, rule, line[column], expected, grade);

    /// <summary>A rate above zero in the plain or scientific form of programs; null for anything else.</summary>
    internal static decimal? Units(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var units) && units > 0 ? units : null;

    internal static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool Has(IReadOnlyList<string> heads, params string[] names) => names.All(n => heads.Contains(n, StringComparer.OrdinalIgnoreCase));

    private static string[] Heads(SheetRow row) =>
        [.. Enumerable.Range(1, row.Cells.Max(c => c.Column)).Select(i => row.Cells.FirstOrDefault(c => c.Column == i).Text ?? "")];

    private static UnreadableSheetException Unreadable(string sentence) => new(UnreadableSheet.UnknownForm, "line 1", sentence);
}

/// <summary>A line of a published file, by the names of its columns.</summary>
internal sealed class RateLine(SheetRow row, IReadOnlyList<string> heads)
{
    private readonly Dictionary<string, string> cells = row.Cells.Where(c => c.Column <= heads.Count)
        .GroupBy(c => heads[c.Column - 1], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First().Text, StringComparer.OrdinalIgnoreCase);

    public int Number => row.Number;

    public string this[string column] => cells.GetValueOrDefault(column, "").Trim();
}
