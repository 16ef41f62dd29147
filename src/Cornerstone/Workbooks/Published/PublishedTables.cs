using Cornerstone.Sheets;

namespace Cornerstone.Workbooks.Published;

/// <summary>Published series as the tables that the workbooks "indicators" and "series" take: the same path as a file sent by a person.</summary>
public static class PublishedTables
{
    // Lower is better for these targets: violence, trafficking, bribery, discrimination (global indicator framework, A/RES/71/313).
    private static readonly string[] MeantToFall = ["SDG-16.1.", "SDG-16.2.", "SDG-16.5.", "SDG-5.1.", "SDG-5.2."];

    private static readonly string[] CardColumns =
    [
        "code", "name.en", "meaning.en", "unit", "detail", "measure", "direction", "method", "source-type", "source", "frequency", "custodian", "sdg",
        "component", "level", "split", "over-time", "over-areas", "over-dimensions", "kind",
    ];

    private static readonly string[] PointColumns = ["indicator", "period", "dimensions", "value", "source", "no-evidence"];

    /// <summary>A first card for each series, to be completed by whoever keeps the indicator: only what the file says is said.</summary>
    public static MemoryStream Cards(IEnumerable<PublishedSeries> series) => Table("indicators", CardColumns, series.Select(s => new object?[]
    {
        s.Code, s.Title, "As published by the source; to be completed from its metadata.", s.Unit is "persons" or "countries" ? "Count" : "Score", s.Unit.Length > 0 ? s.Unit : "as published",
        "Unit", MeantToFall.Any(p => s.Code.StartsWith(p, StringComparison.Ordinal)) ? "Decrease" : "Increase", "As published by the source.", "Partner", s.Source, s.Frequency, "Publisher of the source",
        s.Code.StartsWith("SDG-", StringComparison.Ordinal) ? s.Code["SDG-".Length..] : null, "MGT", "Outcome",
        string.Join("; ", s.Points.SelectMany(p => p.Dimensions.Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(d => d.Split('=')[0]).Distinct()),
        "None", "None", "None", s.Unit is "persons" or "countries" ? "Stock" : "Flow",
    }));

    public static MemoryStream Points(IEnumerable<PublishedSeries> series) => Table("series", PointColumns, series.SelectMany(s => s.Points, (s, p) => new object?[]
    {
        s.Code, p.Period.ToString(), p.Dimensions, p.Value.ToString(), $"{s.Source}, record {p.Line}", "Published by the source named.",
    }));

    private static MemoryStream Table(string name, string[] columns, IEnumerable<object?[]> rows)
    {
        var memory = new MemoryStream();
        using (var writer = new CsvWriter(memory))
        {
            writer.Begin(new SheetLayout(name, [.. columns.Select(c => new SheetColumn(c))]));
            foreach (var row in rows)
            {
                writer.Row(row);
            }
        }

        return memory;
    }
}
