using Cornerstone.Features.Plan;
using Cornerstone.Values;

namespace Cornerstone.Features.PlanViews;

/// <summary>What a branch costs in each fiscal year, in one currency.</summary>
public sealed record YearCosts(PlanBranch? Branch, IReadOnlyDictionary<int, decimal> Amounts)
{
    public decimal Total => Amounts.Values.Sum();

    /// <summary>Null where nothing is written for the year, which is not zero.</summary>
    public decimal? In(int year) => Amounts.TryGetValue(year, out var amount) ? amount : null;
}

/// <summary>The plan's cost by fiscal year: a row for each branch asked for, and the total of the plan.</summary>
public sealed class PlanYears
{
    private readonly ILookup<Guid, YearCost> costs;
    private readonly Currency currency;

    private PlanYears(PlanTree tree, ILookup<Guid, YearCost> costs, Currency currency)
    {
        (this.costs, this.currency) = (costs, currency);
        Rows = [.. tree.Roots.SelectMany(Sections).Select(b => new YearCosts(b, Of(b)))];
        Total = new(null, Sum(tree.Roots.Select(Of)));
    }

    public Currency Currency => currency;

    public IReadOnlyList<YearCosts> Rows { get; }

    public YearCosts Total { get; }

    public IEnumerable<int> Years => Total.Amounts.Keys.Order();

    /// <summary>What the plan's total holds beyond its sections: costs written above them, or not adding up.</summary>
    public decimal Elsewhere => Total.Total - Rows.Sum(r => r.Total);

    public decimal ElsewhereIn(int year) => (Total.In(year) ?? 0m) - Rows.Sum(r => r.In(year) ?? 0m);

    public static IReadOnlyList<PlanYears> Of(PlanTree tree, ILookup<Guid, YearCost> costs) =>
        [.. tree.Figures.Where(f => f.Cost is not null).Select(f => new PlanYears(tree, costs, f.Currency))];

    /// <summary>Goals, or what stands at the top where a branch has no goal.</summary>
    internal static IEnumerable<PlanBranch> Sections(PlanBranch branch) =>
        branch.Node.Level == PlanLevel.Vision && branch.Children.Count > 0 ? branch.Children.SelectMany(Sections) : [branch];

    /// <summary>The years written at the node itself, else what the nodes below add up to, as the plan's tree reckons.</summary>
    private Dictionary<int, decimal> Of(PlanBranch branch) => branch.Declared.Count > 0
        ? costs[branch.Node.Id].Where(c => c.Cost.Currency == currency).ToDictionary(c => c.Year, c => c.Cost.Amount)
        : Sum(branch.Children.Select(Of));

    private static Dictionary<int, decimal> Sum(IEnumerable<Dictionary<int, decimal>> parts) =>
        parts.SelectMany(p => p).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Value));
}
