using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Values;

namespace Cornerstone.Features.PlanViews;

/// <summary>Where a part of the plan belongs.</summary>
public enum AllocationKind
{
    /// <summary>To one component, or one region.</summary>
    One,

    /// <summary>To several at once. Nobody said how they share it, so it is not divided.</summary>
    Several,

    /// <summary>To none: no component was named; for regions, the whole country.</summary>
    None,

    /// <summary>What children cost beyond what is written at their parent (rule V3), taken off so that the sum is the plan's.</summary>
    DoesNotAddUp,
}

/// <summary>A component or region with what of the plan belongs to it.</summary>
/// <param name="Code">Null unless <paramref name="Kind"/> is <see cref="AllocationKind.One"/>.</param>
public sealed record AllocationRow(AllocationKind Kind, string? Code, int Nodes, IReadOnlyList<AllocatedMoney> Money)
{
    /// <summary>
    /// Where the country has components of its own below this one: each of them, after what names this one itself or several
    /// together (the part of the same code). They add up to the row, which alone counts in the whole.
    /// </summary>
    public IReadOnlyList<AllocationRow> Parts { get; init; } = [];

    public AllocatedMoney? In(Currency currency) => Money.SingleOrDefault(m => m.Figures.Currency == currency);
}

/// <summary>Cost and funding of a row in one currency, and the share of its cost that serves governance.</summary>
public sealed record AllocatedMoney(MoneyFigures Figures, Percentage? Governance);

/// <summary>
/// The plan by component or by region. A node that names none stands where the node above it stands. Every amount is counted at the
/// lowest node where it is written, so the rows add up to the plan's own total, to the cent.
/// </summary>
public sealed class PlanAllocation
{
    private readonly List<Portion> portions = [];
    private readonly ComponentFamilies families;

    private PlanAllocation(PlanTree tree, Func<TreeNode, IReadOnlyList<string>> codesOf, ComponentFamilies families)
    {
        this.families = families;
        foreach (var root in tree.Roots) Collect(root, [], codesOf);
        Rows = [.. portions.GroupBy(p => (p.Kind, p.Code)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Code, StringComparer.Ordinal)
            .Select(g => RowOf(g.Key.Kind, g.Key.Code, [.. g]) with { Parts = PartsOf([.. g]) })];
        Total = tree.Figures;
    }

    /// <summary>Single codes in their order, then what belongs to several, to none, and what does not add up.</summary>
    public IReadOnlyList<AllocationRow> Rows { get; }

    /// <summary>What the whole plan costs and has, as its own page shows it.</summary>
    public IReadOnlyList<MoneyFigures> Total { get; }

    public int Nodes => Rows.Sum(r => r.Nodes);

    /// <summary>A component of the country is part of the one it falls under.</summary>
    public static PlanAllocation ByComponent(PlanTree tree) => new(tree, n => n.Components, tree.Families);

    public static PlanAllocation ByRegion(PlanTree tree) => new(tree, n => n.Regions, ComponentFamilies.None);

    /// <summary>
    /// What everything costs that names one of these codes, alone or with others. An amount that several share is counted in full for
    /// each, so these figures say where the plan acts and never add up to it. Zero where nothing is planned; null where no cost is written.
    /// </summary>
    public decimal? CostTouching(IReadOnlySet<string> codes, Currency currency)
    {
        var touching = portions.Where(p => p.Codes.Any(codes.Contains)).ToList();
        var costs = touching.SelectMany(p => p.Cost).Where(m => m.Currency == currency).ToList();
        return touching.Count == 0 ? 0m : costs.Count == 0 ? null : costs.Sum(m => m.Amount);
    }

    private void Collect(PlanBranch branch, IReadOnlyList<string> above, Func<TreeNode, IReadOnlyList<string>> codesOf)
    {
        var own = codesOf(branch.Node).Distinct().ToList();
        var codes = own.Count > 0 ? own : above;
        var heads = codes.Select(families.HeadOf).Distinct().ToList();
        var (kind, code) = heads.Count switch
        {
            0 => (AllocationKind.None, (string?)null),
            1 => (AllocationKind.One, heads[0]),
            _ => (AllocationKind.Several, null),
        };
        var place = new Portion(kind, code, codes, 1, [], branch.OwnFunding, branch.IsGovernance);
        portions.Add(place);
        foreach (var rest in NotBrokenDown(branch))
        {
            portions.Add(rest.Amount >= 0
                ? place with { Nodes = 0, Cost = [rest], Funding = [] }
                : new(AllocationKind.DoesNotAddUp, null, [], 0, [rest], [], IsGovernance: false));
        }

        foreach (var child in branch.Children) Collect(child, codes, codesOf);
    }

    /// <summary>What is written at the node less what its children cost; a cost of exactly zero is a cost.</summary>
    private static IEnumerable<Money> NotBrokenDown(PlanBranch branch)
    {
        if (branch.Declared.Count == 0) return [];

        var below = Money.SumByCurrency(branch.Children.SelectMany(c => c.Cost));
        return branch.Declared.Concat(below).Select(m => m.Currency).Distinct()
            .Select(currency => new Money(AmountIn(branch.Declared, currency) - AmountIn(below, currency), currency))
            .Where(m => m.Amount != 0 || branch.Children.All(c => c.Cost.Count == 0));
    }

    private static decimal AmountIn(IReadOnlyList<Money> amounts, Currency currency) => amounts.SingleOrDefault(m => m.Currency == currency)?.Amount ?? 0m;

    // What names the head itself, or several of its family at once, is the part of the head's own code.
    private static List<AllocationRow> PartsOf(List<Portion> row)
    {
        var parts = row.ToLookup(p => p.Codes.Count == 1 ? p.Codes[0] : p.Code);
        return parts.All(p => p.Key == row[0].Code)
            ? []
            : [.. parts.OrderBy(p => p.Key != row[0].Code).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => RowOf(AllocationKind.One, p.Key, [.. p]))];
    }

    private static AllocationRow RowOf(AllocationKind kind, string? code, List<Portion> row)
    {
        var costs = Money.SumByCurrency(row.SelectMany(p => p.Cost));
        var governance = Money.SumByCurrency(row.Where(p => p.IsGovernance).SelectMany(p => p.Cost));
        var money = MoneyFigures.Of(costs, [.. row.SelectMany(p => p.Funding)])
            .Select(figures => new AllocatedMoney(figures, figures.Cost is { } cost ? Percentage.Of(AmountIn(governance, figures.Currency), cost) : null));
        return new(kind, code, row.Sum(p => p.Nodes), [.. money]);
    }

    /// <param name="Code">Null unless it belongs to one.</param>
    /// <param name="Codes">As the plan names them.</param>
    private sealed record Portion(AllocationKind Kind, string? Code, IReadOnlyList<string> Codes, int Nodes, IReadOnlyList<Money> Cost, IEnumerable<FundingSum> Funding, bool IsGovernance);
}
