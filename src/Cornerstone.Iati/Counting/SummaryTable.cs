using System.Globalization;

namespace Cornerstone.Iati;

/// <summary>A summary to read on a terminal.</summary>
public static class SummaryTable
{
    private const int MostRows = 12;

    public static void Write(FlowSummary summary, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(output);

        output.WriteLine($"{summary.File} (IATI {summary.Version ?? "without a version"})");
        Counts(summary, output);
        Rows(output, "Sums of transactions", [.. summary.Sums.Select(s => ($"type {s.TransactionType ?? "none"}, {s.Currency ?? "no currency"}", s.Value))]);
        Rows(output, "Sectors", [.. Most(summary.Sectors.Select(s => ($"{s.Vocabulary}: {s.Code ?? "no code"}", s.Activities)))]);
        Rows(output, "Countries", [.. Most(summary.Countries.Select(c => (c.Code ?? "no code", c.Activities)))]);
        Findings(summary, output);
        output.WriteLine();
    }

    private static void Counts(FlowSummary summary, TextWriter output)
    {
        (string Name, long Count)[] counts =
        [
            ("activities", summary.Activities), ("different identifiers", summary.DistinctIdentifiers), ("transactions", summary.Transactions), ("budgets", summary.Budgets),
            ("planned disbursements", summary.PlannedDisbursements), ("locations", summary.Locations), ("results", summary.Results),
            ("organisations", summary.Organisations), ("records left out", summary.Broken),
        ];
        Rows(output, "Holds", [.. counts.Where(c => c.Count > 0).Select(c => (c.Name, Number(c.Count)))]);
    }

    private static void Findings(FlowSummary summary, TextWriter output)
    {
        var first = summary.Findings.DistinctBy(f => f.Rule).ToDictionary(f => f.Rule);
        var counts = summary.RuleCounts.OrderByDescending(r => r.Severity).ThenByDescending(r => r.Count).ToList();
        Rows(output, "Findings", [.. counts.Select(r => ($"{r.Severity} {r.Rule}", Number(r.Count) + (first.TryGetValue(r.Rule, out var f) ? $"  first at line {Number(f.Line)}, {f.At}: {f.Message}" : "")))]);
    }

    private static IEnumerable<(string, string)> Most(IEnumerable<(string Name, long Count)> rows)
    {
        var all = rows.OrderByDescending(r => r.Count).ToList();
        foreach (var (name, count) in all.Take(MostRows)) yield return (name, Number(count));
        if (all.Count > MostRows) yield return ("others", Number(all.Count - MostRows) + " codes");
    }

    private static void Rows(TextWriter output, string title, IReadOnlyList<(string Name, string Value)> rows)
    {
        if (rows.Count == 0) return;
        output.WriteLine($"  {title}");
        var width = rows.Max(r => r.Name.Length);
        foreach (var (name, value) in rows) output.WriteLine($"    {name.PadRight(width)}  {value}");
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
