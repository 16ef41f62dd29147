using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>A node with what hangs below it.</summary>
public sealed class PlanBranch(TreeNode node, PlanContents contents)
{
    private readonly List<PlanBranch> children = [];
    private ArraySegment<PlanBranch> selfAndBelow;
    private IReadOnlyList<Money>? declared;
    private IReadOnlyList<Money>? cost;
    private IReadOnlyList<FundingSum>? funding;
    private IReadOnlyList<MoneyFigures>? money;

    public TreeNode Node => node;

    public PlanBranch? Parent { get; private set; }

    public IReadOnlyList<PlanBranch> Children => children;

    /// <summary>The cost written at the node itself, by currency; nothing when none is written, which is not zero.</summary>
    public IReadOnlyList<Money> Declared => declared ??= [.. Read(contents.Costs)[node.Id].OrderBy(m => m.Currency.Code, StringComparer.Ordinal)];

    public IEnumerable<FundingSum> OwnFunding => Read(contents.Funding)[node.Id];

    public IEnumerable<PlanMeasure> Measures => Read(contents.Measures)[node.Lineage];

    /// <summary>What was last reported; null when nothing ever was.</summary>
    public ProgressState? State => Read(contents.States).TryGetValue(node.Lineage, out var state) ? state : null;

    public bool IsCosted => Cost.Count > 0;

    /// <summary>The cost written here, else what the nodes below add up to.</summary>
    public IReadOnlyList<Money> Cost => cost ??= Declared.Count > 0 || children.Count == 0 ? Declared : Money.SumByCurrency(children.SelectMany(c => c.Cost));

    /// <summary>Funding of the whole branch. A funding line stands at one node, so lines of all levels add up.</summary>
    public IReadOnlyList<FundingSum> Funding => funding ??= FundingSum.Of(OwnFunding.Concat(children.SelectMany(c => c.Funding)));

    /// <summary>Cost and funding of the whole branch.</summary>
    public IReadOnlyList<MoneyFigures> Figures => money ??= MoneyFigures.Of(Cost, Funding);

    public int Depth { get; private set; }

    /// <summary>Parents from the top down, without the node itself.</summary>
    public IReadOnlyList<PlanBranch> Path => [.. Above().Reverse()];

    /// <summary>Its own components; where it names none, those of the nearest node above that does.</summary>
    public IReadOnlyList<string> Components { get; private set; } = node.Components;

    /// <summary>
    /// Serves oversight, management or legislation: by a component of its own or, where it names none, of a node above, or
    /// by a law it is linked to (rule V6).
    /// </summary>
    public bool IsGovernance => node.HasLaw || Components.Any(c => PlanShares.GovernanceComponents.Contains(contents.Families.HeadOf(c)));

    /// <summary>It names this component itself, or one of the country's own that falls under it.</summary>
    public bool Names(string component) => contents.Families.Any(node.Components, component);

    /// <summary>As <see cref="Names"/>, also through a node above.</summary>
    public bool Serves(string component) => contents.Families.Any(Components, component);

    public IReadOnlyList<PlanBranch> SelfAndBelow() => selfAndBelow;

    /// <summary>Parents from the nearest up.</summary>
    public IEnumerable<PlanBranch> Above()
    {
        for (var above = Parent; above is not null; above = above.Parent)
        {
            yield return above;
        }
    }

    /// <summary>The lowest nodes at which a cost is written: each amount counts once, whatever is repeated above.</summary>
    public IEnumerable<PlanBranch> CostCarriers()
    {
        var below = children.SelectMany(c => c.CostCarriers()).ToList();
        return below.Count > 0 || Declared.Count == 0 ? below : [this];
    }

    /// <summary>Steps of the branch: its lowest nodes, without the dropped ones.</summary>
    public StepCount Steps(DateOnly today) => StepCount.Of(selfAndBelow, today);

    /// <summary>Reported late, or past its end and not completed.</summary>
    public bool IsLate(DateOnly today) => State is not (ProgressState.Completed or ProgressState.Dropped)
        && (State == ProgressState.Delayed || node.EndsOn < today);

    internal void Add(PlanBranch child)
    {
        child.Parent = this;
        children.Add(child);
    }

    /// <summary>Takes its place in the tree, with all that stands below right behind it; answers the first place after them.</summary>
    internal int Stand(PlanBranch[] inOrder, int place)
    {
        inOrder[place] = this;
        if (Parent is not null)
        {
            Depth = Parent.Depth + 1;
            Components = node.Components.Count > 0 ? node.Components : Parent.Components;
        }

        var next = place + 1;
        foreach (var child in children)
        {
            next = child.Stand(inOrder, next);
        }

        selfAndBelow = new(inOrder, place, next - place);
        return next;
    }

    internal static TPart Read<TPart>(TPart? part) where TPart : class => part ?? throw new InvalidOperationException("This part of the plan was not read.");
}

/// <summary>How many of a branch's steps are done, and how many are late.</summary>
public sealed record StepCount(int Done, int Late, int All)
{
    /// <summary>Null when there is no step to take.</summary>
    public Percentage? Share => Percentage.Of(Done, All);

    /// <summary>Steps among these: the lowest nodes, without the dropped ones.</summary>
    public static StepCount Of(IReadOnlyList<PlanBranch> branches, DateOnly today)
    {
        var (done, late, all) = (0, 0, 0);
        foreach (var step in branches.Where(b => b.Children.Count == 0 && b.State != ProgressState.Dropped))
        {
            all++;
            done += step.State == ProgressState.Completed ? 1 : 0;
            late += step.IsLate(today) ? 1 : 0;
        }

        return new(done, late, all);
    }
}
