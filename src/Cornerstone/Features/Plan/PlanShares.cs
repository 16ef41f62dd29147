using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>The three shares of domain handbook §3.3, for one currency.</summary>
public sealed record PlanShares(MoneyFigures Figures, Percentage? Governance)
{
    public static readonly IReadOnlySet<string> GovernanceComponents = new HashSet<string>([nameof(Component.OVS), nameof(Component.MGT)]);

    /// <summary>
    /// Activities with a cost, of all activities. Counted, not weighed: the cost of an activity that has none is unknown.
    /// Null when there is no activity.
    /// </summary>
    public static Percentage? Costed(PlanTree tree)
    {
        var activities = tree.All.Where(b => b.Node.Level == PlanLevel.Activity && b.State != ProgressState.Dropped).ToList();
        return Percentage.Of(activities.Count(a => a.IsCosted), activities.Count);
    }

    /// <summary>Cost on oversight, management and legislation, of the total cost; one answer for each currency.</summary>
    public static IReadOnlyList<PlanShares> Of(PlanTree tree)
    {
        var carriers = tree.Roots.SelectMany(r => r.CostCarriers()).ToList();
        return [.. tree.Figures.Select(figures => new PlanShares(figures, GovernanceOf(carriers, figures.Currency)))];
    }

    private static Percentage? GovernanceOf(List<PlanBranch> carriers, Currency currency) => Percentage.Of(
        SumOf(carriers.Where(c => c.IsGovernance), currency),
        SumOf(carriers, currency));

    private static decimal SumOf(IEnumerable<PlanBranch> carriers, Currency currency) =>
        carriers.SelectMany(c => c.Declared).Where(m => m.Currency == currency).Sum(m => m.Amount);
}
