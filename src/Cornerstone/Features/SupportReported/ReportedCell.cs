namespace Cornerstone.Features.SupportReported;

/// <summary>What one giver told of one year, what is counted of it, and why the two differ; or the sum of several such.</summary>
/// <param name="Partner">As a value of the ledger's axis, and so is the year.</param>
/// <param name="Told">Null where the OECD was told nothing: that is not zero.</param>
/// <param name="Counted">Null where nothing is counted.</param>
/// <param name="Unknown">Rows told to the OECD whose value or rate is not known: in no sum.</param>
/// <param name="Parts">By figure, with the sign it has in the difference.</param>
/// <param name="AsTold">What was told, in the currencies it was told in.</param>
public sealed record ReportedCell(
    string Partner, string Year, decimal? Told, decimal? Counted, int Unknown, IReadOnlyDictionary<ReportedFigure, decimal> Parts, IReadOnlyDictionary<string, decimal> AsTold)
{
    public decimal Difference => (Counted ?? 0m) - (Told ?? 0m);

    /// <summary>What is left when all reasons are taken off: zero, unless ledger and register disagree.</summary>
    public decimal NotExplained => Difference - ReportedFigures.Reasons.Sum(f => this[f] ?? 0m);

    /// <summary>Null where there is nothing of it.</summary>
    public decimal? this[ReportedFigure figure] => figure switch
    {
        ReportedFigure.Told => Told,
        ReportedFigure.Counted => Counted,
        ReportedFigure.NotExplained => NotExplained,
        _ => Parts.TryGetValue(figure, out var amount) ? amount : null,
    };

    public static ReportedCell Sum(string partner, string year, IReadOnlyCollection<ReportedCell> cells) => new(
        partner, year, Sum(cells.Select(c => c.Told)), Sum(cells.Select(c => c.Counted)), cells.Sum(c => c.Unknown),
        cells.SelectMany(c => c.Parts).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Value)),
        cells.SelectMany(c => c.AsTold).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Value)));

    private static decimal? Sum(IEnumerable<decimal?> amounts) => amounts.Where(a => a is not null).ToList() is { Count: > 0 } known ? known.Sum() : null;
}
