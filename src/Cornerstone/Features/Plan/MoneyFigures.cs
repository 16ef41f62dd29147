using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>
/// What a part of the plan costs and what is there for it, in one currency. An unknown cost is null and never zero; a
/// currency in which nothing is reckoned has no figures at all (domain handbook §0.3, §3.3).
/// </summary>
public sealed record MoneyFigures(Currency Currency, decimal? Cost, decimal National, decimal Commitments)
{
    public decimal Funding => National + Commitments;

    /// <summary>(national allocation + commitments) / cost; null when the cost is unknown or nothing.</summary>
    public Percentage? Funded => Cost is { } cost ? Percentage.Of(Funding, cost) : null;

    /// <summary>What is missing. More money than the cost leaves no gap, and none to give away elsewhere.</summary>
    public decimal? Gap => Cost is { } cost ? Math.Max(0m, cost - Funding) : null;

    public static IReadOnlyList<MoneyFigures> Of(IReadOnlyList<Money> costs, IReadOnlyList<FundingSum> funding) =>
    [
        .. costs.Select(c => c.Currency).Concat(funding.Select(f => f.Amount.Currency)).Distinct().OrderBy(c => c.Code, StringComparer.Ordinal)
            .Select(currency => new MoneyFigures(
                currency,
                costs.SingleOrDefault(c => c.Currency == currency)?.Amount,
                Sum(funding, currency, FundingKind.National),
                Sum(funding, currency, FundingKind.Commitment))),
    ];

    private static decimal Sum(IReadOnlyList<FundingSum> funding, Currency currency, FundingKind kind) =>
        funding.Where(f => f.Kind == kind && f.Amount.Currency == currency).Sum(f => f.Amount.Amount);
}

/// <summary>What is written at a node for one fiscal year, in one currency.</summary>
public sealed record YearCost(int Year, Money Cost);

/// <summary>Money of one kind that is there for a node, all years together.</summary>
public sealed record FundingSum(FundingKind Kind, Money Amount)
{
    /// <summary>One sum for each kind and currency.</summary>
    public static IReadOnlyList<FundingSum> Of(IEnumerable<FundingSum> parts) =>
        [.. parts.GroupBy(p => (p.Kind, p.Amount.Currency)).Select(g => new FundingSum(g.Key.Kind, new(g.Sum(p => p.Amount.Amount), g.Key.Currency)))];
}
