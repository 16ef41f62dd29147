using System.Globalization;
using System.Text.RegularExpressions;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Workbooks.Published;

/// <summary>
/// The layout national reporting platforms for the Sustainable Development Goals use (Open SDG): one file an indicator, named
/// "indicator_16-1-3.csv", columns Year, any dimensions, Value; an empty dimension is the total.
/// </summary>
public static partial class SdgLayout
{
    public static bool Fits(string fileName) => Name().IsMatch(fileName);

    /// <param name="fiscalMonth">First month of the country's fiscal year, for labels such as "2005/06".</param>
    public static PublishedFile Read(Stream stream, string fileName, int fiscalMonth)
    {
        var code = Name().Match(fileName) is { Success: true } match ? match.Groups[1].Value.Replace('-', '.') : throw new ArgumentException($"{fileName} names no indicator.", nameof(fileName));
        using var file = SheetFile.Open(stream);
        var (points, findings) = (new List<PublishedPoint>(), new List<WorkbookFinding>());
        string[] heads = [];
        foreach (var row in file.Rows(0))
        {
            if (heads.Length == 0)
            {
                heads = Head(row);
            }
            else if (Point(row, heads, fiscalMonth) is { } point)
            {
                points.Add(point);
            }
            else
            {
                findings.Add(new(fileName, $"A{row.Number}", row.Number, "Year, Value", "S1", string.Join(",", row.Cells.Select(c => c.Text)), "a year and a number", FindingGrade.Error));
            }
        }

        return new([new($"SDG-{code}", $"SDG {code}", "", fileName, points)], findings);
    }

    private static string[] Head(SheetRow row)
    {
        var heads = Enumerable.Range(1, row.Cells.Max(c => c.Column)).Select(i => row.Cells.FirstOrDefault(c => c.Column == i).Text ?? "").ToArray();
        return heads.Contains("Year") && heads.Contains("Value")
            ? heads
            : throw new UnreadableSheetException(UnreadableSheet.UnknownForm, "line 1", "The columns Year and Value are missing.");
    }

    private static PublishedPoint? Point(SheetRow row, string[] heads, int fiscalMonth)
    {
        var cells = row.Cells.Where(c => c.Column <= heads.Length).ToDictionary(c => heads[c.Column - 1], c => c.Text);
        if (PeriodOf(cells.GetValueOrDefault("Year"), fiscalMonth) is not { } period
            || !decimal.TryParse(cells.GetValueOrDefault("Value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var dimensions = cells.Where(c => c.Key is not ("Year" or "Value") && c.Value.Length > 0)
            .Select(c => (Key: Word(c.Key), Value: c.Value.Replace(';', ',').Replace('=', '-')))
            .OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}={d.Value}");
        return new(period, string.Join(';', dimensions), Figure.Exact(value), row.Number);
    }

    private static string Word(string heading) => heading.Trim().ToLowerInvariant().Replace(' ', '-').Replace(';', '-').Replace('=', '-');

    /// <summary>"2021" is a calendar year, "2005/06" a fiscal one, "2020-2021" both calendar years (a survey's).</summary>
    internal static Period? PeriodOf(string? label, int fiscalMonth)
    {
        var match = Label().Match(label ?? "");
        if (!match.Success)
        {
            return null;
        }

        var year = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return (match.Groups[2].Value, match.Groups[3].Value) switch
        {
            ("", _) => Period.OfYear(year),
            ("/", { Length: 2 } next) when int.Parse(next, CultureInfo.InvariantCulture) == (year + 1) % 100 =>
                new(new DateOnly(year, fiscalMonth, 1), new DateOnly(year, fiscalMonth, 1).AddYears(1).AddDays(-1)),
            ("-", { Length: 4 } next) when int.Parse(next, CultureInfo.InvariantCulture) is var last && last >= year => new(new DateOnly(year, 1, 1), new DateOnly(last, 12, 31), PeriodPrecision.Year),
            _ => null,
        };
    }

    [GeneratedRegex(@"^indicator_(\d+-[0-9a-z]+-[0-9a-z]+)\.csv$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^([12]\d{3})(?:([/-])(\d{2}|\d{4}))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
