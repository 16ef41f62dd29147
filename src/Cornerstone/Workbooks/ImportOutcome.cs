namespace Cornerstone.Workbooks;

/// <summary>What a file would do or did.</summary>
/// <param name="Findings">The first of them, in order of the file; <paramref name="FindingCount"/> counts all.</param>
/// <param name="IsUsable">False when the file lacks sheets or columns, so that no row was read.</param>
/// <param name="IsDone">True when something was changed.</param>
public sealed record ImportOutcome(
    int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<WorkbookFinding> Findings, int FindingCount, bool IsUsable, bool IsDone)
{
    public int Rows => Added + Changed + Unchanged + Refused;

    public int Effective => Added + Changed;
}

/// <summary>Counts while rows pass by; keeps as many findings as a person will ever read.</summary>
internal sealed class ImportTally(IReadOnlyList<WorkbookFinding> ofTheFile)
{
    private const int MostFindings = 10_000;

    private readonly List<WorkbookFinding> findings = [.. ofTheFile.Take(MostFindings)];
    private readonly Dictionary<RowOutcome, int> counts = [];
    private int total = ofTheFile.Count;

    public int Refused => counts.GetValueOrDefault(RowOutcome.Refused);

    public void Add(IReadOnlyList<RowVerdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            counts[verdict.Outcome] = counts.GetValueOrDefault(verdict.Outcome) + 1;
            total += verdict.Findings.Count;
            if (verdict.Findings.Count > 0 && findings.Count < MostFindings)
            {
                findings.AddRange(verdict.Findings.Take(MostFindings - findings.Count).Select(f => f with { Value = SheetRows.Shortened(f.Value) }));
            }
        }
    }

    public ImportOutcome Result(IEnumerable<WorkbookFinding> notices, bool isUsable, bool isDone)
    {
        var noticed = notices.ToList();
        return new(
            counts.GetValueOrDefault(RowOutcome.Add), counts.GetValueOrDefault(RowOutcome.Change), counts.GetValueOrDefault(RowOutcome.Unchanged), Refused,
            [.. noticed, .. findings.OrderBy(f => f.Sheet, StringComparer.Ordinal).ThenBy(f => f.Line)], total + noticed.Count, isUsable, isDone);
    }
}
