using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

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
