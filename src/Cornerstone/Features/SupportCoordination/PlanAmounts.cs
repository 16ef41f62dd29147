using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>
/// What a plan costs and what the country gives, by objective and span of days, in one currency. A fiscal year is taken by its days.
/// An amount for which there is no rate is in no sum: it is named, and with it the cost is not known.
/// </summary>
/// <param name="convert">By the rate of one day, for all years: prices of the plan are those of when it was made.</param>
public sealed class PlanAmounts(ILookup<Guid, PlanCost> costs, ILookup<Guid, PlanFunding> fundings, FiscalYearStart start, Func<Money, decimal?> convert)
{
    /// <param name="convert">By the rate of a day: costs stand in the prices of the day the plan was approved.</param>
    public static async Task<PlanAmounts> ReadAsync(AppDb db, PlanInForce plan, DateOnly today, Func<Money, DateOnly, decimal?> convert, CancellationToken ct)
    {
        var day = DayOf(plan, today);
        return new(
            await db.CostsOfAsync(plan.Version.Id, ct),
            await db.FundingOfAsync(plan.Version.Id, ct),
            new FiscalYearStart(plan.Plan.FiscalYearStartMonth, plan.Plan.FiscalYearStartDay),
            amount => convert(amount, day));
    }

    public static DateOnly DayOf(PlanInForce plan, DateOnly today) => plan.Version.ApprovedAt is { } approved ? DateOnly.FromDateTime(approved.UtcDateTime) : today;

    public IEnumerable<int> Years => costs.SelectMany(c => c).Select(c => c.FiscalYear).Concat(fundings.SelectMany(f => f).Where(IsNational).Select(f => f.FiscalYear)).Distinct().Order();

    public IEnumerable<Currency> Currencies => costs.SelectMany(c => c).Select(c => c.Currency).Concat(fundings.SelectMany(f => f).Where(IsNational).Select(f => f.Currency)).Distinct();

    public Period PeriodOf(int year) => new FiscalYear(year, start).Period;

    /// <summary>Null where nobody wrote a cost for these days, or no rate is known for a part of it.</summary>
    public decimal? CostOf(PlanBranch objective, Period? window)
    {
        var parts = CostsOf(objective).Where(c => window is null || window.Overlaps(PeriodOf(c.FiscalYear))).Select(c => In(window, c.FiscalYear, c.Money())).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : parts.Sum();
    }

    /// <summary>Null where no rate is known for a part of it; nothing allocated is nought.</summary>
    public decimal? NationalOf(PlanBranch objective, Period? window)
    {
        var parts = NationalOf(objective).Select(f => In(window, f.FiscalYear, f.Money())).ToList();
        return parts.Contains(null) ? null : parts.Sum();
    }

    /// <summary>What no rate leads from, currency by currency.</summary>
    public IReadOnlyList<Money> WithoutRate(PlanBranch objective) =>
        [.. Money.SumByCurrency(CostsOf(objective).Select(c => c.Money()).Concat(NationalOf(objective).Select(f => f.Money())).Where(m => convert(m) is null))];

    // The cost written at a node, else what the nodes below add up to.
    private IEnumerable<PlanCost> CostsOf(PlanBranch branch) => costs[branch.Node.Id].Any() ? costs[branch.Node.Id] : branch.Children.SelectMany(CostsOf);

    private IEnumerable<PlanFunding> NationalOf(PlanBranch branch) => branch.SelfAndBelow().SelectMany(b => fundings[b.Node.Id]).Where(IsNational);

    private static bool IsNational(PlanFunding funding) => funding.Kind == FundingKind.National;

    private decimal? In(Period? window, int year, Money amount) => convert(amount) is not { } converted ? null
        : window is null ? converted
        : Cents.Round(converted * window.DaysWithin(PeriodOf(year)) / PeriodOf(year).Days);
}
