using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.SupportReported;

/// <summary>
/// Activities of which both sides tell, where another source's record stands: what it says against what the OECD was told. Somebody
/// joined each pair by hand, so they are few; each activity has one reason, and what it has in years that the OECD was not told of, theirs.
/// </summary>
internal sealed class JoinedRows
{
    // Differences of this share are rates and rounding, as for the ledger.
    private static readonly decimal Likeness = new LedgerSettings().Likeness;

    private readonly ILookup<ReportedFigure, ReportedRow> rows;

    public JoinedRows(CountedLedger ledger, ReportedParts parts, ToldYears years, IReadOnlyDictionary<Guid, Guid> sameAs)
    {
        var theirs = Rows(ledger, parts.Told(CrsStanding.Joined, ExclusionReason.SameActivityElsewhere)).Select(r => new ReportedRow(r, -r.Amount));
        var others = Rows(ledger, parts.Told(CrsStanding.Twin)
            .Concat(parts.ReasonsOf(CrsStanding.Twin).Where(r => r != ExclusionReason.SameActivityElsewhere).SelectMany(r => parts.Told(CrsStanding.Twin, r)))).Select(r => new ReportedRow(r, r.Amount));
        rows = theirs.Select(r => (Row: r, IsTheirs: true)).Concat(others.Select(r => (Row: r, IsTheirs: false))).Where(r => r.Row.Amount is not null)
            .GroupBy(r => sameAs.TryGetValue(r.Row.Of.Activity, out var standing) ? standing : r.Row.Of.Activity)
            .SelectMany(activity => Reasoned([.. activity], years)).ToLookup(r => r.Figure, r => r.Row);
    }

    public IEnumerable<ReportedRow> Of(ReportedFigure figure) => rows[figure];

    public IEnumerable<((string Partner, string Year) Key, ReportedFigure Figure, decimal? Amount)> Sums() =>
        rows.SelectMany(of => of, (of, row) => ((ReportedParts.PartnerOf(row.Of), ReportedParts.YearOf(row.Of)), of.Key, row.Amount));

    private static IEnumerable<LedgerRow> Rows(CountedLedger ledger, IEnumerable<LedgerQuestion> questions) =>
        questions.SelectMany(q => LedgerRows.Together(ledger.Rows(q, PlanObjectives.None)));

    private static IEnumerable<(ReportedFigure Figure, ReportedRow Row)> Reasoned(List<(ReportedRow Row, bool IsTheirs)> activity, ToldYears years)
    {
        var late = activity.ToLookup(r => r.IsTheirs ? null : years.WhyNot(ReportedParts.YearOf(r.Row.Of)));
        var compared = late[null].ToList();
        var figure = FigureOf(compared);
        return late.SelectMany(of => of, (of, r) => (of.Key ?? figure, r.Row));
    }

    private static ReportedFigure FigureOf(List<(ReportedRow Row, bool IsTheirs)> told) =>
        told.TrueForAll(r => r.IsTheirs) || told.TrueForAll(r => !r.IsTheirs) ? ReportedFigure.OneStage
        : AreAlike(told, r => (ReportedParts.PartnerOf(r.Of), ReportedParts.YearOf(r.Of))) ? ReportedFigure.Rounding
        : AreAlike(told, r => ReportedParts.YearOf(r.Of)) ? ReportedFigure.OtherGiver
        : AreAlike(told, _ => 0) ? ReportedFigure.OtherYear
        : ReportedFigure.OtherAmount;

    private static bool AreAlike<TKey>(List<(ReportedRow Row, bool IsTheirs)> told, Func<ReportedRow, TKey> by) => told.GroupBy(r => by(r.Row)).All(g =>
    {
        var (theirs, others) = (-g.Where(r => r.IsTheirs).Sum(r => r.Row.Amount!.Value), g.Where(r => !r.IsTheirs).Sum(r => r.Row.Amount!.Value));
        return Math.Abs(theirs - others) <= Likeness * Math.Max(Math.Abs(theirs), Math.Abs(others));
    });
}
