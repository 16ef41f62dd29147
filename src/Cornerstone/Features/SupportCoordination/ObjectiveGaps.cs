using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Plan;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Features.SupportMeasures;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What an objective lacks over a span of days. Null is not known, and not nought.</summary>
/// <param name="Window">Null for all years together.</param>
/// <param name="Pipeline">Pledges by their probability; beside the gap, and never reducing it.</param>
/// <param name="Unweighed">Pledges nobody gave a probability.</param>
public sealed record ObjectiveGap(Period? Window, decimal? Cost, decimal? National, decimal Committed, decimal Pipeline, decimal Unweighed)
{
    private FinancingGap? Known => Cost is { } cost && National is { } national ? new(cost, national, Committed, Pipeline) : null;

    public decimal? Gap => Known?.Gap;

    public decimal? GapIfPledgesCome => Known?.GapIfPledgesCome;

    public bool IsEmpty => Cost is null or 0m && National is null or 0m && Committed == 0m && Pipeline == 0m && Unweighed == 0m;
}

/// <summary>One objective of the plan and the support that serves it: what it lacks, by year and in the next twelve months, and on how many shoulders it rests.</summary>
/// <param name="Spent">Where money was last seen.</param>
/// <param name="WithoutRate">Costs and allocations in a currency no rate leads from.</param>
public sealed record ObjectiveLine(
    TreeNode Node, ObjectiveGap All, ObjectiveGap Next, IReadOnlyList<ObjectiveGap> Years, decimal Spent, Concentration? Givers, IReadOnlyList<Money> WithoutRate)
{
    /// <summary>By the next twelve months (domain handbook §5.8).</summary>
    public Attention Attention => new AttentionBounds().Of(Next.Cost, Next.Committed);
}

/// <summary>Gaps of all objectives, by fiscal year and for the twelve months that begin today (domain handbook §5.8).</summary>
public sealed class ObjectiveGaps(ObjectiveMoney money, PlanTree tree, PlanAmounts plan, DateOnly today)
{
    // A typing error in a date is no reason to tell of eight thousand years.
    private const int MostYears = 30;

    private readonly ILookup<string, LedgerRow> committed = money.Rows(Question(LedgerView.Funding, MoneyStage.Committed)).ToLookup(r => r.Objective);
    private readonly ILookup<string, LedgerRow> pledged = money.Rows(Question(LedgerView.Funding, MoneyStage.Pledged)).ToLookup(r => r.Objective);
    private readonly ILookup<string, LedgerRow> weighed = money.Rows(Question(LedgerView.Funding, MoneyStage.Pledged) with { Weigh = Weighing.Probability }).ToLookup(r => r.Objective);
    private readonly Dictionary<string, decimal> spent = money.Rows(Question(LedgerView.Spending, MoneyStage.Paid)).GroupBy(r => r.Objective).ToDictionary(g => g.Key, g => g.Sum(r => r.Amount ?? 0m));

    public Period NextTwelveMonths { get; } = new(today, today.AddYears(1).AddDays(-1));

    /// <summary>Fiscal years in which something is planned, given or bound.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<ObjectiveLine> Lines()
    {
        var objectives = tree.All.Where(b => b.Node.Level == PlanLevel.Outcome).ToList();
        var spreads = objectives.SelectMany(o => committed[KeyOf(o)].Concat(pledged[KeyOf(o)])).Select(r => r.Spread).OfType<Period>().ToList();
        var near = Enumerable.Range(today.Year - MostYears, 2 * MostYears).Where(y => spreads.Exists(s => s.Overlaps(plan.PeriodOf(y))));
        var years = plan.Years.Concat(near).Distinct().Order();
        Years = [.. years.Where(y => objectives.Exists(o => !GapOf(o, plan.PeriodOf(y)).IsEmpty))];
        return [.. objectives.Select(LineOf)];
    }

    private ObjectiveLine LineOf(PlanBranch objective) => new(
        objective.Node,
        GapOf(objective, null),
        GapOf(objective, NextTwelveMonths),
        [.. Years.Select(y => GapOf(objective, plan.PeriodOf(y)))],
        spent.GetValueOrDefault(KeyOf(objective)),
        Concentration.Of(committed[KeyOf(objective)].GroupBy(r => r.Partner).Select(g => g.Sum(r => r.Amount ?? 0m))),
        plan.WithoutRate(objective));

    private ObjectiveGap GapOf(PlanBranch objective, Period? window)
    {
        var key = KeyOf(objective);
        return new(
            window,
            plan.CostOf(objective, window),
            plan.NationalOf(objective, window),
            Sum(committed[key], window),
            Sum(weighed[key], window),
            Sum(pledged[key].Where(r => r.Probability is null), window));
    }

    private static decimal Sum(IEnumerable<LedgerRow> rows, Period? window) => rows.Sum(r => r.Within(window));

    private static string KeyOf(PlanBranch objective) => objective.Node.Lineage.ToString();

    private static LedgerQuestion Question(LedgerView view, MoneyStage stage) => new(view, stage, "") { Serving = true };
}
