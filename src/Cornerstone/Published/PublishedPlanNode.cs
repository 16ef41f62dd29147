using Cornerstone.Values;

namespace Cornerstone.Published;

/// <summary>One aim of the plan, from the vision to the outputs, in the order of the plan.</summary>
public sealed record PublishedPlanNode : PublishedRow
{
    /// <summary>How deep it stands under the aims above it; 0 at the top.</summary>
    public required int Depth { get; init; }

    /// <summary>"Vision", "Goal", "Outcome", "Output".</summary>
    public required string Level { get; init; }

    /// <summary>What the country calls the level.</summary>
    public required Wording LevelName { get; init; }

    public required string Code { get; init; }

    public required Wording Title { get; init; }

    public Wording? Statement { get; init; }

    /// <summary>The institution that answers for it, where that is public.</summary>
    public Wording? OwnerName { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }
}
