using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Publications;

public enum PublicationState
{
    Proposed,
    Published,
    Refused,

    /// <summary>By who proposed it, before anybody decided.</summary>
    TakenBack,
}

/// <summary>
/// An edition on its way to the public: proposed by one person with its rows, published by another who looked at exactly these rows.
/// The database refuses whatever goes round this, and makes the copy itself.
/// </summary>
public sealed class Publication : IRecord
{
    public const int LongestText = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    /// <summary>A proposal says why numbers are withheld, so it is read by those who work on it.</summary>
    public Classification Classification { get; init; } = Classification.Government;

    public Guid? Compartment { get; init; }

    /// <summary>The number the edition will have.</summary>
    public required int Number { get; init; }

    public required DateOnly AsOf { get; init; }

    public required string Licence { get; init; }

    /// <summary>Who answers for it towards the public.</summary>
    public required string Publisher { get; init; }

    public string? Note { get; init; }

    /// <summary>The day from which everybody reads it; null for at once.</summary>
    public DateOnly? PublicFrom { get; init; }

    public PublicationState State { get; private set; }

    public required Guid ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>Of the rows that were looked at.</summary>
    public string? ApprovedHash { get; private set; }

    /// <param name="seen">The hash the approver saw with the rows.</param>
    /// <param name="stands">The hash of the rows as they are.</param>
    /// <param name="last">The number of the last edition.</param>
    public Refusal? Publish(Guid person, DateTimeOffset now, string? seen, string stands, int last)
    {
        if (person == ProposedBy) return new Refusal("publications.own-proposal");
        if (State == PublicationState.Proposed && seen != stands) return new Refusal("publications.rows-changed");
        if (State == PublicationState.Proposed && Number != last + 1) return new Refusal("publications.overtaken", last);
        if (Decide(PublicationState.Published, person, now) is { } refusal) return refusal;

        ApprovedHash = seen;
        return null;
    }

    public Refusal? Refuse(Guid person, DateTimeOffset now, string? reason)
    {
        if (person == ProposedBy) return new Refusal("publications.own-proposal");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("publications.reason");
        if (Decide(PublicationState.Refused, person, now) is { } refusal) return refusal;

        Reason = reason.Trim();
        return null;
    }

    public Refusal? TakeBack(Guid person, DateTimeOffset now) =>
        person == ProposedBy ? Decide(PublicationState.TakenBack, person, now) : new Refusal("publications.not-yours");

    private Refusal? Decide(PublicationState state, Guid person, DateTimeOffset now)
    {
        if (State != PublicationState.Proposed) return new Refusal("publications.decided");

        (State, DecidedBy, DecidedAt) = (state, person, now);
        return null;
    }
}

/// <summary>Something published is taken away: its rows go, its tombstone stays.</summary>
public sealed class Withdrawal : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; } = Classification.Government;

    public Guid? Compartment { get; init; }

    public required Published.SubjectKind Kind { get; init; }

    public required string Key { get; init; }

    /// <summary>Told to everybody.</summary>
    public required string Ground { get; init; }

    public required Guid WithdrawnBy { get; init; }

    public required DateTimeOffset WithdrawnAt { get; init; }
}
