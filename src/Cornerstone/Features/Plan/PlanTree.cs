using Cornerstone.Features.Institutions;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>A node as its tree shows it: where it stands, by when, who answers for it. Its paragraphs stay where they are until a page shows them.</summary>
/// <param name="HasLaw">A law is linked to it.</param>
public sealed record TreeNode(
    Guid Id,
    Guid Lineage,
    Guid? ParentId,
    PlanLevel Level,
    string Code,
    Wording Title,
    Guid? OwnerId,
    IReadOnlyList<Guid> ContributorIds,
    IReadOnlyList<string> Components,
    IReadOnlyList<string> Regions,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    bool HasLaw);

/// <summary>What is read beside the nodes themselves; a page asks for what it shows.</summary>
[Flags]
public enum PlanParts
{
    /// <summary>Costs and funding, as sums over the years.</summary>
    Money = 1,

    /// <summary>What was last reported.</summary>
    Progress = 2,

    /// <summary>Indicators with their lights.</summary>
    Measures = 4,

    /// <summary>Costs by fiscal year, and their sums.</summary>
    Years = 8,

    All = Money | Progress | Measures,
}

/// <summary>What a version's tree is built from. A part that was not read is null, and asking for it is a fault: it must never look like nothing.</summary>
public sealed record PlanContents(
    IReadOnlyList<TreeNode> Nodes,
    ILookup<Guid, Money>? Costs = null,
    ILookup<Guid, FundingSum>? Funding = null,
    ILookup<Guid, PlanMeasure>? Measures = null,
    IReadOnlyDictionary<Guid, ProgressState>? States = null)
{
    public ILookup<Guid, YearCost>? Years { get; init; }

    /// <summary>What the country's own components count in.</summary>
    public ComponentFamilies Families { get; init; } = ComponentFamilies.None;
}

/// <summary>The nodes of a version as they stand under each other. A node whose parent the reader may not see stands at the top.</summary>
public sealed class PlanTree
{
    private readonly Dictionary<Guid, PlanBranch> branches;
    private readonly PlanBranch[] inOrder;
    private readonly PlanContents contents;

    private PlanTree(Dictionary<Guid, PlanBranch> branches, IReadOnlyList<PlanBranch> roots, PlanContents contents)
    {
        (this.branches, Roots, this.contents) = (branches, roots, contents);
        inOrder = new PlanBranch[branches.Count];
        var next = 0;
        foreach (var root in roots)
        {
            next = root.Stand(inOrder, next);
        }
    }

    public ComponentFamilies Families => contents.Families;

    /// <summary>What is written at each node, by fiscal year.</summary>
    public ILookup<Guid, YearCost> Years => PlanBranch.Read(contents.Years);

    public IReadOnlyList<PlanBranch> Roots { get; }

    /// <summary>All branches as a reader meets them, parents before children.</summary>
    public IReadOnlyList<PlanBranch> All => inOrder;

    /// <summary>Cost and funding of the whole plan, by currency.</summary>
    public IReadOnlyList<MoneyFigures> Figures => MoneyFigures.Of(
        Money.SumByCurrency(Roots.SelectMany(r => r.Cost)),
        FundingSum.Of(Roots.SelectMany(r => r.Funding)));

    public static PlanTree Of(PlanContents contents)
    {
        var branches = contents.Nodes.ToDictionary(n => n.Id, n => new PlanBranch(n, contents));
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

        return new PlanTree(branches, roots, contents);
    }

    public PlanBranch? Find(Guid node) => branches.GetValueOrDefault(node);

    public PlanBranch? FindCode(string? code) => inOrder.FirstOrDefault(b => string.Equals(b.Node.Code, code, StringComparison.OrdinalIgnoreCase));
}
