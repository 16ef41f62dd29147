using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.SupportReported;

/// <summary>A row a figure is the sum of.</summary>
/// <param name="Amount">With the sign it has in the figure; null where it is not known.</param>
public sealed record ReportedRow(LedgerRow Of, decimal? Amount);

/// <summary>
/// What givers told the OECD beside what the ledger counts where money entered, by giver and year. One side comes from the database, the
/// other and all reasons are sums of the ledger's lines: each line stands in one of them, so they add up to the cent (decision 59).
/// </summary>
public sealed class ReportedBook
{
    private readonly CountedLedger ledger;
    private readonly ReportedParts parts;
    private readonly JoinedRows joined;

    private ReportedBook(CountedLedger ledger, ReportedParts parts, JoinedRows joined, IReadOnlyList<ReportedCell> cells, ToldYears years) =>
        (this.ledger, this.parts, this.joined, Cells, Years) = (ledger, parts, joined, cells, years);

    /// <summary>By giver and year.</summary>
    public IReadOnlyList<ReportedCell> Cells { get; }

    public ToldYears Years { get; }

    /// <param name="purposes">Null for all.</param>
    public static async Task<ReportedBook> ReadAsync(AppDb db, CountedLedger ledger, MoneyStage stage, IReadOnlyCollection<string>? purposes, CancellationToken ct)
    {
        var all = await CrsTold.ReadAsync(db, ledger.Ground, ct);
        var years = new ToldYears(all);
        var parts = new ReportedParts(ledger, stage, purposes, years);
        var joined = new JoinedRows(ledger, parts, years, await db.StandingActivitiesAsync(ledger.Country, ct));
        var told = all.Where(t => stage.Holds(t.Type) && (purposes is null || (t.Purpose is { } purpose && purposes.Contains(purpose)))).ToLookup(t => (t.Partner, t.Year));
        var sums = parts.All.SelectMany(p => ledger.Sums(p.Question, PlanObjectives.None, LedgerAxis.Partner, LedgerAxis.Year), (p, s) =>
                (Key: (Partner: s.Values[0], Year: s.Values[1]), Figure: p.FigureOf(s.Values[0], s.Values[1]), Amount: s.Amount * p.Sign))
            .Concat(joined.Sums()).Where(s => s.Amount is not null).ToLookup(s => s.Key);
        return new(ledger, parts, joined, [.. told.Select(t => t.Key).Union(sums.Select(s => s.Key)).Select(key => CellOf(key, [.. told[key]], [.. sums[key].Select(s => (s.Figure, s.Amount!.Value))]))], years);
    }

    /// <summary>Rows of a figure, the latest first, as far as a page shows them.</summary>
    /// <param name="partner">Null for all, and so is the year.</param>
    public IReadOnlyList<ReportedRow> Rows(ReportedFigure figure, string? partner, string? year, int most)
    {
        var rows = (figure == ReportedFigure.Told ? parts.Theirs : parts.All).Where(part => part.MayBe(figure)).SelectMany(part => ledger.Latest(part.Question.With(LedgerAxis.Partner, partner).With(LedgerAxis.Year, year), PlanObjectives.None)
            .Where(r => part.FigureOf(ReportedParts.PartnerOf(r), ReportedParts.YearOf(r)) == figure).Take(most).Select(r => new ReportedRow(r, r.Amount * part.Sign)));
        var both = joined.Of(figure).Where(r => (partner is null || ReportedParts.PartnerOf(r.Of) == partner) && (year is null || ReportedParts.YearOf(r.Of) == year));
        return [.. rows.Concat(both).OrderByDescending(r => r.Of.Date).ThenBy(r => r.Of.Flow).Take(most)];
    }

    private static ReportedCell CellOf((string Partner, string Year) key, List<CrsTold> told, List<(ReportedFigure Figure, decimal Amount)> sums)
    {
        var parts = sums.GroupBy(s => s.Figure).Select(g => (g.Key, Sum: g.Sum(s => s.Amount))).Where(p => p.Sum != 0m || p.Key == ReportedFigure.Counted).ToDictionary(p => p.Key, p => p.Sum);
        var known = told.Where(t => t.Amount is not null).ToList();
        return new(
            key.Partner, key.Year,
            known.Count > 0 ? Cents.Round(known.Sum(t => t.Amount!.Value)) : null,
            parts.Remove(ReportedFigure.Counted, out var counted) ? counted : null,
            told.Sum(t => t.Unknown), parts,
            known.GroupBy(t => t.Currency ?? "").ToDictionary(g => g.Key, g => g.Sum(t => t.AsTold)));
    }
}
