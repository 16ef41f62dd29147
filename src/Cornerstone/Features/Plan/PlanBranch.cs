using Cornerstone.Features.Institutions;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>A node with what hangs below it.</summary>
public sealed class PlanBranch(
    PlanNode node, IReadOnlyList<Money> declared, IReadOnlyList<FundingSum> ownFunding, IReadOnlyList<PlanMeasure> measures, ProgressState? state, bool hasLaw,
    ComponentFamilies families)
{
    private readonly List<PlanBranch> children = [];
    private IReadOnlyList<Money>? cost;
    private IReadOnlyList<MoneyFigures>? money;

    public PlanNode Node => node;

    public PlanBranch? Parent { get; private set; }

    public IReadOnlyList<PlanBranch> Children => children;

    /// <summary>The cost written at the node itself, by currency; nothing when none is written, which is not zero.</summary>
    public IReadOnlyList<Money> Declared => declared;

    public IReadOnlyList<FundingSum> OwnFunding => ownFunding;

    public IReadOnlyList<PlanMeasure> Measures => measures;

    /// <summary>What was last reported; null when nothing ever was.</summary>
    public ProgressState? State => state;

    public bool IsCosted => Cost.Count > 0;

    /// <summary>The cost written here, else what the nodes below add up to.</summary>
    public IReadOnlyList<Money> Cost => cost ??= declared.Count > 0 ? declared : Money.SumByCurrency(children.SelectMany(c => c.Cost));

    /// <summary>Cost and funding of the whole branch. A funding line stands at one node, so lines of all levels add up.</summary>
    public IReadOnlyList<MoneyFigures> Figures => money ??= MoneyFigures.Of(Cost, [.. SelfAndBelow().SelectMany(b => b.OwnFunding)]);

    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>Parents from the top down, without the node itself.</summary>
    public IReadOnlyList<PlanBranch> Path => Parent is null ? [] : [.. Parent.Path, Parent];

    /// <summary>
    /// Serves oversight, management or legislation: by a component of its own or, where it names none, of a node above, or
    /// by a law it is linked to (rule V6).
    /// </summary>
    public bool IsGovernance => hasLaw || Components.Any(c => PlanShares.GovernanceComponents.Contains(families.HeadOf(c)));

    /// <summary>Its own components; where it names none, those of the nearest node above that does.</summary>
    public IReadOnlyList<string> Components => node.Components.Count > 0 || Parent is null ? node.Components : Parent.Components;

    /// <summary>It names this component itself, or one of the country's own that falls under it.</summary>
    public bool Names(string component) => families.Any(node.Components, component);

    /// <summary>As <see cref="Names"/>, also through a node above.</summary>
    public bool Serves(string component) => families.Any(Components, component);

    public IEnumerable<PlanBranch> SelfAndBelow() => children.SelectMany(c => c.SelfAndBelow()).Prepend(this);

    /// <summary>The lowest nodes at which a cost is written: each amount counts once, whatever is repeated above.</summary>
    public IEnumerable<PlanBranch> CostCarriers()
    {
        var below = children.SelectMany(c => c.CostCarriers()).ToList();
        return below.Count > 0 || declared.Count == 0 ? below : [this];
    }

    /// <summary>Steps of the branch: its lowest nodes, without the dropped ones.</summary>
    public StepCount Steps(DateOnly today)
    {
        var steps = SelfAndBelow().Where(b => b.Children.Count == 0 && b.State != ProgressState.Dropped).ToList();
        return new(steps.Count(s => s.State == ProgressState.Completed), steps.Count(s => s.IsLate(today)), steps.Count);
    }

    /// <summary>Reported late, or past its end and not completed.</summary>
    public bool IsLate(DateOnly today) => State is not (ProgressState.Completed or ProgressState.Dropped)
        && (State == ProgressState.Delayed || node.EndsOn < today);

    internal void Add(PlanBranch child)
    {
        child.Parent = this;
        children.Add(child);
    }
}

/// <summary>How many of a branch's steps are done, and how many are late.</summary>
public sealed record StepCount(int Done, int Late, int All)
{
    /// <summary>Null when there is no step to take.</summary>
    public Percentage? Share => Percentage.Of(Done, All);
}
