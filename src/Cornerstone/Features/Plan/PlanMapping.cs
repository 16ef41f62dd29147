using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>What became of a node from one version to the next (rule V7).</summary>
public enum MappingRelation
{
    Carried,
    Merged,
    Dropped,
    New,
}

/// <summary>What a person says about a node's way into a version, where its lineage does not say it by itself.</summary>
public sealed class PlanMapping : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>The later version.</summary>
    public required Guid VersionId { get; init; }

    public required MappingRelation Relation { get; init; }

    /// <summary>The node in the version before.</summary>
    public Guid? FromLineage { get; init; }

    /// <summary>The node in this version.</summary>
    public Guid? ToLineage { get; init; }

    public string? Note { get; init; }
}

/// <summary>Somebody who had a hand in a version, as the database itself noted.</summary>
public sealed class PlanDrafter
{
    public required Guid VersionId { get; init; }

    public required Guid PersonId { get; init; }
}
