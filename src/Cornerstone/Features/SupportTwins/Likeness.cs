using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.SupportTwins;

/// <summary>Why two records look like one.</summary>
public enum LikenessReason
{
    SameIdentifier,
    LikeTitle,
    SameOrganisation,
    LikeDates,
    LikeAmount,
}

/// <summary>How much two records of different sources look like one activity, and why. Never more than a proposal to a person.</summary>
/// <param name="Score">One where one names the other; else the weighed agreement of what both tell.</param>
public sealed record Likeness(IReadOnlyList<LikenessReason> Reasons, decimal Score)
{
    // What sources write differently weighs less than what they copy from each other.
    private const decimal TitleWeight = 0.55m;
    private const decimal AmountWeight = 0.20m;
    private const decimal DateWeight = 0.15m;
    private const decimal OrganisationWeight = 0.10m;

    private const decimal LikeTitle = 0.6m;

    // Sources date a start by signature, by effect or by first payment.
    private const int LikeDays = 92;

    private static readonly decimal LikeAmount = new LedgerSettings().Likeness;

    /// <summary>Below this a pair is not proposed.</summary>
    public const decimal Enough = 0.70m;

    public bool IsEnough => Reasons.Contains(LikenessReason.SameIdentifier) || (Score >= Enough && Reasons.Count >= 2 && Reasons.Contains(LikenessReason.LikeTitle));

    public static Likeness Of(ToldActivity one, ToldActivity other, TitleWords titles)
    {
        var evidence = new List<(LikenessReason Reason, decimal Weight, decimal Agreement)>();
        void Hear(LikenessReason reason, decimal weight, decimal? agreement)
        {
            if (agreement is { } known) evidence.Add((reason, weight, known));
        }

        Hear(LikenessReason.LikeTitle, TitleWeight, titles.Likeness(one.Title, other.Title));
        Hear(LikenessReason.LikeAmount, AmountWeight, Any(Alike(one.Committed, other.Committed), Alike(one.Paid, other.Paid)));
        Hear(LikenessReason.LikeDates, DateWeight, Any(Near(one.Starts, other.Starts), Near(one.Ends, other.Ends)));
        Hear(LikenessReason.SameOrganisation, OrganisationWeight, one.Organisations.Count == 0 || other.Organisations.Count == 0 ? null : one.Organisations.Overlaps(other.Organisations) ? 1m : 0m);
        var isNamed = Identifiers.AreOne(one, other);
        var weight = evidence.Sum(e => e.Weight);
        return new(
            [.. isNamed ? [LikenessReason.SameIdentifier] : Array.Empty<LikenessReason>(), .. evidence.Where(e => e.Agreement >= LikeTitle).Select(e => e.Reason)],
            isNamed ? 1m : weight == 0m ? 0m : decimal.Round(evidence.Sum(e => e.Weight * e.Agreement) / weight, 4));
    }

    private static decimal? Any(params IEnumerable<bool?> answers) => answers.Any(a => a == true) ? 1m : answers.Any(a => a == false) ? 0m : null;

    private static bool? Alike(decimal? one, decimal? other) =>
        one is not { } a || other is not { } b || a == 0m || b == 0m ? null : Math.Abs(a - b) <= Math.Max(Math.Abs(a), Math.Abs(b)) * LikeAmount;

    private static bool? Near(DateOnly? one, DateOnly? other) => one is not { } a || other is not { } b ? null : Math.Abs(a.DayNumber - b.DayNumber) <= LikeDays;
}
