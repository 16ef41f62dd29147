using Cornerstone.Sealing;
using Cornerstone.Values;

namespace Cornerstone.Vaults;

/// <summary>What takes two members of a group.</summary>
public enum DossierRequestKind
{
    Erasure,
    Lifting,
}

public enum DossierRequestState
{
    Asked,
    Approved,
    Refused,
    Withdrawn,
}

/// <summary>
/// A dossier that one member wants to erase, or to free of its hold, and another member decides on. The database carries out what was
/// approved and refuses whatever goes round it (0109_erasure.sql).
/// </summary>
public sealed class DossierRequest
{
    public const int LongestWords = 1_000;
    public const int DaysToDecide = 7;

    public Guid Id { get; init; } = RandomId.New();

    public required Guid CompartmentId { get; init; }

    public required Guid DossierId { get; init; }

    public required DossierRequestKind Kind { get; init; }

    public required DossierGround Ground { get; init; }

    /// <summary>What the second person is told, under the key of the dossier; null once that is destroyed.</summary>
    public byte[]? Words { get; set; }

    public required Guid AskedBy { get; init; }

    public required DateOnly AskedOn { get; init; }

    public DossierRequestState State { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public DateOnly LastDay => AskedOn.AddDays(DaysToDecide);

    public SealedPlace WordsPlace => new(SealedDossier.Store, CompartmentId, "request", Id, "words", 1);

    /// <summary>The same words under a newer key of the dossier.</summary>
    public void Reseal(byte[] old, byte[] renewed) => Words = Words is { } words && words.AsSpan().SequenceEqual(old) ? renewed : Words;

    public Refusal? Approve(Guid by, DateOnly today, bool isHeld) =>
        by == AskedBy ? new Refusal("sealed.needs-another")
        : State != DossierRequestState.Asked ? new Refusal("sealed.decided")
        : today > LastDay ? new Refusal("sealed.expired")
        : isHeld && Kind == DossierRequestKind.Erasure ? new Refusal("sealed.held")
        : Decide(DossierRequestState.Approved, by, today);

    /// <summary>Who asked takes it back; anybody else refuses it. Also one that nobody decided in time.</summary>
    public Refusal? Close(Guid by, DateOnly today) =>
        State != DossierRequestState.Asked ? new Refusal("sealed.decided")
        : Decide(by == AskedBy ? DossierRequestState.Withdrawn : DossierRequestState.Refused, by, today);

    private Refusal? Decide(DossierRequestState state, Guid by, DateOnly today)
    {
        (State, DecidedBy, DecidedOn) = (state, by, today);
        return null;
    }
}

/// <summary>Keeps a dossier from being erased: put by one member, lifted by two.</summary>
public sealed class DossierHold
{
    public Guid Id { get; init; } = RandomId.New();

    public required Guid CompartmentId { get; init; }

    public required Guid DossierId { get; init; }

    public required DossierGround Ground { get; init; }

    public required Guid PlacedBy { get; init; }

    public required DateOnly PlacedOn { get; init; }

    public DateOnly? LiftedOn { get; init; }

    /// <summary>The request by which it was.</summary>
    public Guid? LiftedBy { get; init; }
}
