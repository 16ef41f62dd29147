using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Commitments;

/// <summary>What a record of any room does for a paragraph.</summary>
public enum ServiceRelation
{
    /// <summary>It does what the paragraph asks: a plan's objective, an activity.</summary>
    Implements,

    /// <summary>It measures what the paragraph aims at: an indicator.</summary>
    Measures,

    /// <summary>It pays for it.</summary>
    Finances,

    /// <summary>It keeps it safe and lawful: a due-diligence decision, an embargo check.</summary>
    Safeguards,

    /// <summary>It tells about it: a report.</summary>
    Reports,
}

/// <summary>
/// A link from a record of any room to the paragraph it serves, by the paragraph's platform id, so that it holds
/// for every language version and before the document is in the library.
/// </summary>
public sealed class ProvisionServed : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>The kind of record as the journal names it: "Obligation", "Objective".</summary>
    public required string RecordType { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>"/un/sc/res/2553/2020/op/20/k".</summary>
    public required string Provision { get; init; }

    public required ServiceRelation Relation { get; init; }
}
