using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>What a node is linked to outside the plan. Paragraphs of the Council are linked by <c>ProvisionServed</c>.</summary>
public enum PlanLinkKind
{
    /// <summary>The national development plan.</summary>
    DevelopmentPlan,

    /// <summary>A target of the Sustainable Development Goals: "16.6".</summary>
    Sdg,

    /// <summary>A clause of a peace agreement.</summary>
    Agreement,
    Law,
    Instrument,
}

/// <summary>A link of a node, by the other thing's code, clause or id.</summary>
public sealed class PlanLink : IRecord
{
    public const int LongestTarget = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid VersionId { get; init; }

    public required Guid NodeId { get; init; }

    public required PlanLinkKind Kind { get; init; }

    public required string Target { get; init; }
}
