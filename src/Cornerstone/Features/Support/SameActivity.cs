using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

/// <summary>
/// What a person decided of two records that look alike: they tell of one activity, and one of them stands for both, or they are two.
/// Neither record is changed; to take the decision back ends it.
/// </summary>
public sealed class SameActivity : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    /// <summary>As close as the closer of the two.</summary>
    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>The record that gives way: its amounts are shown and not counted.</summary>
    public required Guid ActivityId { get; init; }

    public required Guid StandingId { get; init; }

    public required bool IsSame { get; init; }

    /// <summary>What spoke for it when it was decided.</summary>
    public List<string> Reasons { get; init; } = [];

    public required Guid DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public Guid? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; set; } = 1;

    public bool IsInForce => EndedAt is null;

    /// <summary>Takes the decision back.</summary>
    public Refusal? End(Guid person, DateTimeOffset at)
    {
        if (!IsInForce)
        {
            return new Refusal("support.same-ended");
        }

        (EndedBy, EndedAt, Version) = (person, at, Version + 1);
        return null;
    }
}
