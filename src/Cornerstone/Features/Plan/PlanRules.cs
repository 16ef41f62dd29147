using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>Rules V1 to V7 over a version's tree. A finding hinders nobody: it stands beside the node until somebody answers it.</summary>
public sealed class PlanRules(PlanTree tree, LevelNames levels, CodesBefore before)
{
    /// <summary>Rule V3: "tolerance 0.5 % or 1 currency unit", whichever is larger.</summary>
    public const decimal ToleratedShare = 0.005m;

    public const decimal ToleratedUnit = 1m;

    // A country that names no goals has its own first level in their place.
    private readonly PlanLevel top = levels.Used.Contains(PlanLevel.Goal) || levels.Used.Count == 0 ? PlanLevel.Goal : levels.Used.First(l => l != PlanLevel.Vision || levels.Used.Count == 1);

    public IReadOnlyList<PlanFinding> Check()
    {
        var findings = tree.All.SelectMany(Of).ToList();
        if (tree.All.Count > 0 && !tree.All.Any(b => b.IsGovernance))
        {
            findings.Add(new(PlanRule.V6, null, new Refusal("plan.v6-no-governance")));
        }

        return findings;
    }

    public static bool AddUp(decimal parent, decimal children) => Math.Abs(parent - children) <= Math.Max(ToleratedUnit, Math.Abs(parent) * ToleratedShare);

    private IEnumerable<PlanFinding> Of(PlanBranch branch)
    {
        PlanFinding Finding(PlanRule rule, Refusal says) => new(rule, branch.Node.Id, says);
        if (Measured(branch) is { } unmeasured) yield return Finding(PlanRule.V1, unmeasured);
        if (branch.Node.Level == PlanLevel.Activity)
        {
            foreach (var unanswered in Answered(branch)) yield return Finding(PlanRule.V2, unanswered);
        }

        if (branch.Declared.Count > 0)
        {
            foreach (var different in AddedUp(branch)) yield return Finding(PlanRule.V3, different);
        }

        if (Reaching(branch) is { } aimless) yield return Finding(PlanRule.V4, aimless);
        if (OnPaper(branch) is { } onPaper) yield return Finding(PlanRule.V5, onPaper);
        if (Mapped(branch) is { } unmapped) yield return Finding(PlanRule.V7, unmapped);
    }

    private static Refusal? Measured(PlanBranch branch) =>
        branch.Node.Level != PlanLevel.Outcome || branch.Measures.Any(m => m is { HasBaseline: true, HasTarget: true, HasSource: true })
            ? null
            : new Refusal(!branch.Measures.Any() ? "plan.v1-no-indicator" : "plan.v1-incomplete");

    private static IEnumerable<Refusal> Answered(PlanBranch activity)
    {
        if (activity.Node.OwnerId is null)
        {
            yield return new Refusal("plan.v2-no-owner");
        }

        if (activity.Node.StartsOn is null || activity.Node.EndsOn is null)
        {
            yield return new Refusal("plan.v2-no-dates");
        }
        else if (Framing(activity) is { } frame && (activity.Node.StartsOn < frame.StartsOn || activity.Node.EndsOn > frame.EndsOn))
        {
            yield return new Refusal("plan.v2-outside-parent", frame.Code);
        }

        if (!activity.IsCosted)
        {
            yield return new Refusal("plan.v2-cost-unknown");
        }
    }

    // The nearest node above that has dates of its own.
    private static TreeNode? Framing(PlanBranch branch) => branch.Above().Select(b => b.Node).FirstOrDefault(n => n.StartsOn is not null || n.EndsOn is not null);

    private static IEnumerable<Refusal> AddedUp(PlanBranch branch)
    {
        // A milestone without a cost is a date, not a missing amount.
        var children = branch.Children.Where(c => c.IsCosted || c.Node.Level != PlanLevel.Milestone).ToList();
        if (!children.Any(c => c.IsCosted))
        {
            yield break;
        }

        var sums = Money.SumByCurrency(children.SelectMany(c => c.Cost));
        var isComplete = children.All(c => c.IsCosted);
        foreach (var currency in branch.Declared.Concat(sums).Select(m => m.Currency).Distinct())
        {
            var (parent, sum) = (AmountIn(branch.Declared, currency), AmountIn(sums, currency));

            // While a child's cost is unknown the sum may be short, but it may never be more than the parent's.
            if (!AddUp(parent, sum) && (isComplete || sum > parent))
            {
                yield return new Refusal("plan.v3-does-not-add-up", parent, sum, currency.Code);
            }
        }
    }

    private static decimal AmountIn(IReadOnlyList<Money> amounts, Currency currency) => amounts.SingleOrDefault(m => m.Currency == currency)?.Amount ?? 0m;

    private Refusal? Reaching(PlanBranch branch) => branch.Node.Level > top && branch.Above().All(b => b.Node.Level != top) ? new Refusal("plan.v4-no-goal") : null;

    private static Refusal? OnPaper(PlanBranch branch) => branch.Node.Level is PlanLevel.Goal or PlanLevel.Outcome or PlanLevel.Output
        && branch.SelfAndBelow().All(b => b.Node.OwnerId is null && b.Declared.Count == 0 && !b.OwnFunding.Any() && !b.Measures.Any())
            ? new Refusal("plan.v5-paper-objective")
            : null;

    private Refusal? Mapped(PlanBranch branch) =>
        before.Codes.TryGetValue(branch.Node.Code, out var lineage) && lineage != branch.Node.Lineage && !before.Mapped.Contains(lineage)
            ? new Refusal("plan.v7-code-reused", branch.Node.Code)
            : null;
}

/// <summary>The codes of the version before with their lineages, and which lineages a person has mapped.</summary>
public sealed record CodesBefore(IReadOnlyDictionary<string, Guid> Codes, IReadOnlySet<Guid> Mapped)
{
    public static readonly CodesBefore None = new(new Dictionary<string, Guid>(), new HashSet<Guid>());
}

/// <summary>Rules of a results framework (domain handbook §3.3).</summary>
public enum PlanRule
{
    /// <summary>Every outcome has an indicator with baseline, target and source.</summary>
    V1,

    /// <summary>Every activity has an owner, dates inside its parent's dates, and a cost.</summary>
    V2,

    /// <summary>The costs of children add up to the parent's.</summary>
    V3,

    /// <summary>Every node reaches a goal.</summary>
    V4,

    /// <summary>An objective without indicator, budget and owner is a paper objective.</summary>
    V5,

    /// <summary>There are nodes of governance, not only of equipment and training.</summary>
    V6,

    /// <summary>A code used again in a later version keeps its mapping.</summary>
    V7,
}

/// <summary>What a rule has to say about a node, or about the whole plan where <paramref name="Node"/> is null.</summary>
public sealed record PlanFinding(PlanRule Rule, Guid? Node, Refusal Says)
{
    public bool IsPaperObjective => Rule == PlanRule.V5;
}
