using System.Globalization;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.SupportReported;

/// <summary>Lines of the ledger that are part of a figure.</summary>
/// <param name="Sign">With which they stand in it.</param>
/// <param name="Years">Null where giver and year make no other figure of it.</param>
internal sealed record ReportedPart(LedgerQuestion Question, int Sign, ReportedFigure Figure, ToldYears? Years = null)
{
    public ReportedFigure FigureOf(string partner, string year) => Years?.WhyNot(partner, year) ?? Figure;

    public bool MayBe(ReportedFigure figure) => figure == Figure || (Years is not null && figure is ReportedFigure.GiverSilent or ReportedFigure.YearNotYet or ReportedFigure.YearMissing);
}

/// <summary>
/// The ledger cut into the figures of the page: by how an activity stands to the OECD, and by whether a line is counted or left out and why. Activities of which both sides tell are compared one by one (<see cref="JoinedRows"/>).
/// </summary>
internal sealed class ReportedParts
{
    // The reporter's own word: official development assistance.
    private const string Aid = "10";

    private readonly CountedLedger ledger;
    private readonly LedgerQuestion question;
    private readonly IReadOnlyList<string>? purposes;
    private readonly ToldYears years;

    public ReportedParts(CountedLedger ledger, MoneyStage stage, IReadOnlyCollection<string>? purposes, ToldYears years)
    {
        (this.ledger, this.years, question) = (ledger, years, new LedgerQuestion(LedgerView.Funding, stage, ledger.Currency.Code));
        // Of many only those that occur.
        var occurring = PurposesOf(ledger, stage);
        this.purposes = purposes is null ? null : [.. occurring.Where(purposes.Contains)];
        Theirs = [.. ToldRows()];
        All = [.. Here(), .. NotTold(), .. LeftOut(), .. Divided()];
    }

    /// <summary>All but what was told to the OECD.</summary>
    public IReadOnlyList<ReportedPart> All { get; }

    /// <summary>The ledger's lines of what was told to the OECD, counted or left out.</summary>
    public IReadOnlyList<ReportedPart> Theirs { get; }

    /// <summary>Purposes told to the OECD, or by others.</summary>
    public static IReadOnlyList<string> PurposesOf(CountedLedger ledger, MoneyStage stage)
    {
        var all = new LedgerQuestion(LedgerView.Funding, stage, ledger.Currency.Code);
        return [.. ledger.Sums(all, PlanObjectives.None, LedgerAxis.Sector).Concat(ledger.Sums(all, PlanObjectives.None, LedgerAxis.Purpose))
            .Concat(Enum.GetValues<ExclusionReason>().SelectMany(r => ledger.Sums(all with { Reason = r }, PlanObjectives.None, LedgerAxis.Purpose)))
            .Select(s => s.Values[0]).Where(c => c.All(char.IsAsciiDigit)).Distinct().Order(StringComparer.Ordinal)];
    }

    public static string PartnerOf(LedgerRow row) => row.Partner?.ToString() ?? LedgerQuestion.Undeclared;

    public static string YearOf(LedgerRow row) => row.Date?.Year.ToString(CultureInfo.InvariantCulture) ?? LedgerQuestion.Undeclared;

    /// <summary>Lines of activities of one standing, whole, by the purpose told to the OECD.</summary>
    public IEnumerable<LedgerQuestion> Told(CrsStanding standing, ExclusionReason? reason = null)
    {
        var all = Of(standing) with { Reason = reason };
        return purposes is null ? [all] : purposes.Select(p => all.With(LedgerAxis.Purpose, p));
    }

    public IEnumerable<ExclusionReason> ReasonsOf(CrsStanding standing) => ledger.LeftOut(Of(standing), PlanObjectives.None).Select(s => Enum.Parse<ExclusionReason>(s.Values[0]));

    private LedgerQuestion Of(CrsStanding standing) => question.With(LedgerAxis.Crs, standing.ToString());

    // What of a line is for the purposes, as its own source divides it.
    private IEnumerable<LedgerQuestion> Shares(LedgerQuestion of) => purposes is null ? [of] : purposes.Select(p => of.With(LedgerAxis.Sector, p));

    private IEnumerable<ReportedPart> ToldRows() => new[] { CrsStanding.Alone, CrsStanding.Joined }
        .SelectMany(s => ReasonsOf(s).SelectMany(r => Told(s, r)).Concat(Told(s))).Select(q => new ReportedPart(q, 1, ReportedFigure.Told));

    private IEnumerable<ReportedPart> Here() => Shares(question).Select(q => new ReportedPart(q, 1, ReportedFigure.Counted))
        .Concat(Told(CrsStanding.Alone).Select(q => new ReportedPart(q, 1, ReportedFigure.TheirsAlone)));

    private IEnumerable<ReportedPart> NotTold()
    {
        var others = question.With(LedgerAxis.Crs, LedgerQuestion.Undeclared);
        return from flow in ledger.Sums(others, PlanObjectives.None, LedgerAxis.FlowType).Select(s => s.Values[0])
               let otherwise = flow is Aid or LedgerQuestion.Undeclared ? ReportedFigure.OthersAlone : ReportedFigure.NotAid
               from share in Shares(others.With(LedgerAxis.FlowType, flow))
               select new ReportedPart(share, 1, otherwise, years);
    }

    private IEnumerable<ReportedPart> LeftOut() =>
        from standing in Enum.GetValues<CrsStanding>()
        from reason in ReasonsOf(standing)
        let figure = FigureOf(standing, reason)
        where figure is not null
        from left in Told(standing, reason)
        select new ReportedPart(left, -1, figure.Value);

    private IEnumerable<ReportedPart> Divided() => purposes is null ? [] : Enum.GetValues<CrsStanding>().SelectMany(standing =>
        Shares(Of(standing)).Select(q => new ReportedPart(q, 1, ReportedFigure.OtherPurposes)).Concat(Told(standing).Select(q => new ReportedPart(q, -1, ReportedFigure.OtherPurposes))));

    // Null: between records of one activity, which are compared with each other; or its amount is not known.
    private static ReportedFigure? FigureOf(CrsStanding standing, ExclusionReason reason) => reason switch
    {
        ExclusionReason.SameActivityElsewhere => standing == CrsStanding.Alone ? ReportedFigure.CountedElsewhere : null,
        ExclusionReason.NoValue or ExclusionReason.NoDate or ExclusionReason.NoRate or ExclusionReason.OutOfBounds => null,
        ExclusionReason.OtherCountry or ExclusionReason.CountryNotSaid => ReportedFigure.OtherCountries,
        _ => ReportedFigure.CountedElsewhere,
    };
}
