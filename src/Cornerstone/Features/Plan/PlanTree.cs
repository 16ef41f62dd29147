using Cornerstone.Features.Institutions;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>What a version's tree is built from; costs and funding as sums over the years.</summary>
public sealed record PlanContents(
    IReadOnlyList<PlanNode> Nodes,
    ILookup<Guid, Money> Costs,
    ILookup<Guid, FundingSum> Funding,
    ILookup<Guid, PlanMeasure> Measures,
    IReadOnlyDictionary<Guid, ProgressState> States,
    IReadOnlySet<Guid> WithLaw)
{
    /// <summary>What the country's own components count in.</summary>
    public ComponentFamilies Families { get; init; } = ComponentFamilies.None;
}

/// <summary>The nodes of a version as they stand under each other. A node whose parent the reader may not see stands at the top.</summary>
public sealed class PlanTree
{
    private readonly Dictionary<Guid, PlanBranch> branches;

    private PlanTree(Dictionary<Guid, PlanBranch> branches, IReadOnlyList<PlanBranch> roots, ComponentFamilies families)
    {
        this.branches = branches;
        (Roots, Families) = (roots, families);
    }

    public ComponentFamilies Families { get; }

    public IReadOnlyList<PlanBranch> Roots { get; }

    public IReadOnlyCollection<PlanBranch> All => branches.Values;

    /// <summary>All branches as a reader meets them, parents before children.</summary>
    public IEnumerable<PlanBranch> InOrder => Roots.SelectMany(r => r.SelfAndBelow());

    /// <summary>Cost and funding of the whole plan, by currency.</summary>
    public IReadOnlyList<MoneyFigures> Figures => MoneyFigures.Of(
        Money.SumByCurrency(Roots.SelectMany(r => r.Cost)),
        [.. branches.Values.SelectMany(b => b.OwnFunding)]);

    public static PlanTree Of(PlanContents contents)
    {
        var branches = contents.Nodes.ToDictionary(n => n.Id, n => new PlanBranch(
            n,
            [.. contents.Costs[n.Id].OrderBy(m => m.Currency.Code, StringComparer.Ordinal)],
            [.. contents.Funding[n.Id]],
            [.. contents.Measures[n.Lineage]],
            contents.States.TryGetValue(n.Lineage, out var state) ? state : null,
            contents.WithLaw.Contains(n.Id),
            contents.Families));
        var roots = new List<PlanBranch>();
        foreach (var node in contents.Nodes)
        {
            if (node.ParentId is { } parent && branches.TryGetValue(parent, out var above))
            {
                above.Add(branches[node.Id]);
            }
            else
            {
                roots.Add(branches[node.Id]);
            }
        }

        return new PlanTree(branches, roots, contents.Families);
    }

    public PlanBranch? Find(Guid node) => branches.GetValueOrDefault(node);

    public PlanBranch? FindCode(string? code) => branches.Values.FirstOrDefault(b => string.Equals(b.Node.Code, code, StringComparison.OrdinalIgnoreCase));
}
