using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>Rules V1 to V7 over a version's tree. A finding hinders nobody: it stands beside the node until somebody answers it.</summary>
public sealed class PlanRules(PlanTree tree, LevelNames levels, CodesBefore before)
{
    /// <summary>Rule V3: "tolerance 0.5 % or 1 currency unit", whichever is larger.</summary>
    public const decimal ToleratedShare = 0.005m;

    public const decimal ToleratedUnit = 1m;

    public IReadOnlyList<PlanFinding> Check()
    {
        var findings = tree.InOrder.SelectMany(Of).ToList();
        if (tree.All.Count > 0 && !tree.All.Any(b => b.IsGovernance))
        {
            findings.Add(new(PlanRule.V6, null, new Refusal("plan.v6-no-governance")));
        }

        return findings;
    }

    public static bool AddUp(decimal parent, decimal children) => Math.Abs(parent - children) <= Math.Max(ToleratedUnit, Math.Abs(parent) * ToleratedShare);

    private IEnumerable<PlanFinding> Of(PlanBranch branch) =>
        Measured(branch).Concat(Answered(branch)).Concat(AddedUp(branch)).Concat(Reaching(branch)).Concat(OnPaper(branch)).Concat(Mapped(branch))
            .Select(said => new PlanFinding(said.Rule, branch.Node.Id, said.Says));

    private static IEnumerable<(PlanRule Rule, Refusal Says)> Measured(PlanBranch branch)
    {
        if (branch.Node.Level != PlanLevel.Outcome || branch.Measures.Any(m => m is { HasBaseline: true, HasTarget: true, HasSource: true }))
        {
            yield break;
        }

        yield return (PlanRule.V1, new Refusal(branch.Measures.Count == 0 ? "plan.v1-no-indicator" : "plan.v1-incomplete"));
    }

    private static IEnumerable<(PlanRule Rule, Refusal Says)> Answered(PlanBranch branch)
    {
        if (branch.Node.Level != PlanLevel.Activity)
        {
            yield break;
        }

        if (branch.Node.OwnerId is null)
        {
            yield return (PlanRule.V2, new Refusal("plan.v2-no-owner"));
        }

        if (branch.Node.StartsOn is null || branch.Node.EndsOn is null)
        {
            yield return (PlanRule.V2, new Refusal("plan.v2-no-dates"));
        }
        else if (Framing(branch) is { } frame && (branch.Node.StartsOn < frame.StartsOn || branch.Node.EndsOn > frame.EndsOn))
        {
            yield return (PlanRule.V2, new Refusal("plan.v2-outside-parent", frame.Code));
        }

        if (!branch.IsCosted)
        {
            yield return (PlanRule.V2, new Refusal("plan.v2-cost-unknown"));
        }
    }

    // The nearest node above that has dates of its own.
    private static PlanNode? Framing(PlanBranch branch) => branch.Path.Reverse().Select(b => b.Node).FirstOrDefault(n => n.StartsOn is not null || n.EndsOn is not null);

    private static IEnumerable<(PlanRule Rule, Refusal Says)> AddedUp(PlanBranch branch)
    {
        // A milestone without a cost is a date, not a missing amount.
        var children = branch.Children.Where(c => c.IsCosted || c.Node.Level != PlanLevel.Milestone).ToList();
        if (branch.Declared.Count == 0 || !children.Any(c => c.IsCosted))
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
                yield return (PlanRule.V3, new Refusal("plan.v3-does-not-add-up", parent, sum, currency.Code));
            }
        }
    }

    private static decimal AmountIn(IReadOnlyList<Money> amounts, Currency currency) => amounts.SingleOrDefault(m => m.Currency == currency)?.Amount ?? 0m;

    private IEnumerable<(PlanRule Rule, Refusal Says)> Reaching(PlanBranch branch)
    {
        // A country that names no goals has its own first level in their place.
        var top = levels.Used.Contains(PlanLevel.Goal) || levels.Used.Count == 0 ? PlanLevel.Goal : levels.Used.First(l => l != PlanLevel.Vision || levels.Used.Count == 1);
        if (branch.Node.Level > top && branch.Path.All(b => b.Node.Level != top))
        {
            yield return (PlanRule.V4, new Refusal("plan.v4-no-goal"));
        }
    }

    private static IEnumerable<(PlanRule Rule, Refusal Says)> OnPaper(PlanBranch branch)
    {
        if (branch.Node.Level is PlanLevel.Goal or PlanLevel.Outcome or PlanLevel.Output
            && branch.SelfAndBelow().All(b => b.Measures.Count == 0 && b.Declared.Count == 0 && b.OwnFunding.Count == 0 && b.Node.OwnerId is null))
        {
            yield return (PlanRule.V5, new Refusal("plan.v5-paper-objective"));
        }
    }

    private IEnumerable<(PlanRule Rule, Refusal Says)> Mapped(PlanBranch branch)
    {
        if (before.Codes.TryGetValue(branch.Node.Code, out var lineage) && lineage != branch.Node.Lineage && !before.Mapped.Contains(lineage))
        {
            yield return (PlanRule.V7, new Refusal("plan.v7-code-reused", branch.Node.Code));
        }
    }
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
