using System.Globalization;
using System.Text;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Workbooks.Published;

/// <summary>
/// Strength of peace missions month by month, as the International Peace Institute's tables hold it: one row a mission and day
/// ("data_mission.csv": Troops, Police, Observers, Total), or one a day for all missions ("data_monthly.csv": Troop Contributions …).
/// Averages and deviations among contributors are not values of an indicator and are left out.
/// </summary>
public static class StrengthLayout
{
    private const string AllMissions = "ALL";
    private const int HeadLength = 4_096;

    // Heading, dimensions of the value, and whether persons or contributing countries are counted.
    private static readonly (string Heading, string Dimensions, bool IsPersons)[] Measures =
    [
        ("Troops", "category=troops", true), ("Troop Contributions", "category=troops", true),
        ("Police", "category=police", true), ("Police Contributions", "category=police", true),
        ("Observers", "category=observers", true), ("EOM Contributions", "category=observers", true),
        ("Total", "", true), ("Total Contributions", "", true), ("Number of Contributors", "", false),
    ];

    public static bool Fits(Stream stream)
    {
        var head = new byte[HeadLength];
        var read = stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        stream.Position = 0;
        var line = Encoding.UTF8.GetString(head, 0, read).Split('\n')[0];
        return line.TrimStart('\uFEFF', '"').StartsWith("Date", StringComparison.Ordinal) && line.Contains("Number of Contributors", StringComparison.Ordinal);
    }

    public static PublishedFile Read(Stream stream, string fileName)
    {
        using var file = SheetFile.Open(stream);
        var (points, findings) = (new List<(string Code, PublishedPoint Point)>(), new List<WorkbookFinding>());
        Dictionary<int, string> heads = [];
        foreach (var row in file.Rows(0))
        {
            if (heads.Count == 0)
            {
                heads = row.Cells.ToDictionary(c => c.Column, c => c.Text);
                continue;
            }

            var cells = row.Cells.Where(c => heads.ContainsKey(c.Column)).ToDictionary(c => heads[c.Column], c => c.Text);
            var read = Points(cells, row.Number).ToList();
            points.AddRange(read);
            if (Fault(cells, read.Select(r => r.Point).ToList()) is { } grade)
            {
                findings.Add(new(fileName, $"A{row.Number}", row.Number, "Date, Total", "S2", string.Join(", ", cells.GetValueOrDefault("Date"), cells.GetValueOrDefault("Mission")), "a day, and categories that add up to the total", grade));
            }
        }

        return new([.. points.GroupBy(p => p.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Series(g.Key, fileName, [.. g.Select(p => p.Point)]))], findings);
    }

    private static IEnumerable<(string Code, PublishedPoint Point)> Points(Dictionary<string, string> cells, int line)
    {
        if (!DateOnly.TryParseExact(cells.GetValueOrDefault("Date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            yield break;
        }

        var mission = cells.GetValueOrDefault("Mission", AllMissions).Trim().Replace(' ', '-');
        foreach (var (heading, dimensions, isPersons) in Measures)
        {
            // "NA" and nothing are the same there: no figure, which is not zero.
            if (decimal.TryParse(cells.GetValueOrDefault(heading), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count))
            {
                yield return (isPersons ? $"PERSONNEL-{mission}" : $"CONTRIBUTORS-{mission}", new(Period.OfDay(day), dimensions, Figure.Exact(count), line));
            }
        }
    }

    private static FindingGrade? Fault(Dictionary<string, string> cells, List<PublishedPoint> read)
    {
        var persons = read.Where(p => p.Dimensions.Length > 0).Sum(p => p.Value.Number);
        return read.Count == 0 ? FindingGrade.Error
            : decimal.TryParse(cells.GetValueOrDefault("Total", cells.GetValueOrDefault("Total Contributions", "")), CultureInfo.InvariantCulture, out var total) && persons != total ? FindingGrade.Warning
            : null;
    }

    private static PublishedSeries Series(string code, string fileName, List<PublishedPoint> points)
    {
        var mission = code[(code.IndexOf('-', StringComparison.Ordinal) + 1)..] is var named && named == AllMissions ? "all peace missions" : named;
        return code.StartsWith("PERSONNEL", StringComparison.Ordinal)
            ? new(code, $"Uniformed personnel of {mission}", "persons", fileName, points) { Frequency = "Monthly" }
            : new(code, $"Countries contributing personnel to {mission}", "countries", fileName, points) { Frequency = "Monthly" };
    }
}
