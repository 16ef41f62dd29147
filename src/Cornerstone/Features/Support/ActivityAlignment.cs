using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

public enum AlignmentState
{
    Proposed,
    Agreed,
    Declined,
}

/// <summary>
/// What an activity serves in the national plan. Whoever proposes it does not judge it: an alignment only the partner claims counts
/// half, one the owner of the objective agreed to counts whole (domain handbook §5.8).
/// </summary>
public sealed class ActivityAlignment : IRecord, IVersioned
{
    public const int LongestNote = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ActivityId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>The objective through all versions of the plan.</summary>
    public required Guid Lineage { get; init; }

    /// <summary>Of the activity's money, in per cent; null where nobody divided it.</summary>
    public decimal? Share { get; set; }

    public AlignmentState State { get; private set; }

    public required Guid ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public Guid? JudgedBy { get; private set; }

    public DateTimeOffset? JudgedAt { get; private set; }

    public string? Note { get; set; }

    public int Version { get; set; } = 1;

    public Refusal? Judge(bool agreed, Guid person, DateTimeOffset at)
    {
        if (person == ProposedBy)
        {
            return new Refusal("support.own-alignment");
        }

        (State, JudgedBy, JudgedAt, Version) = (agreed ? AlignmentState.Agreed : AlignmentState.Declined, person, at, Version + 1);
        return null;
    }
}
