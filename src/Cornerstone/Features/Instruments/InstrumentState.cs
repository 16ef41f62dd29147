namespace Cornerstone.Features.Instruments;

/// <summary>What a country reforms with (S/RES/2553 (2020), para. 13; domain handbook §3.2).</summary>
public enum InstrumentKind
{
    Dialogue,
    Review,
    Mapping,
    Policy,
    Strategy,
    Legislation,
    SectorPlan,
    ExpenditureReview,
    OversightMechanism,
    CoordinationMechanism,
    ManagementReform,
}

public enum InstrumentState
{
    Proposed,
    Drafting,
    Consultation,
    Validation,
    Adopted,
    InForce,
    UnderReview,

    /// <summary>Set aside for a time, for example after an unconstitutional change; it returns only to where it was.</summary>
    Suspended,
    Replaced,
    Lapsed,
}

/// <summary>The ways an instrument may go (domain handbook §3.2).</summary>
public static class InstrumentPath
{
    private static readonly Dictionary<InstrumentState, InstrumentState[]> Ways = new Dictionary<InstrumentState, InstrumentState[]>
    {
        // A draft that is given up has lapsed: it stays on record with its reason.
        [InstrumentState.Proposed] = [InstrumentState.Drafting, InstrumentState.Lapsed],
        [InstrumentState.Drafting] = [InstrumentState.Consultation, InstrumentState.Validation, InstrumentState.Lapsed],
        [InstrumentState.Consultation] = [InstrumentState.Validation, InstrumentState.Drafting, InstrumentState.Lapsed],
        [InstrumentState.Validation] = [InstrumentState.Adopted, InstrumentState.Drafting, InstrumentState.Consultation, InstrumentState.Lapsed],
        [InstrumentState.Adopted] = [InstrumentState.InForce, InstrumentState.Suspended, InstrumentState.Replaced, InstrumentState.Lapsed],
        [InstrumentState.InForce] = [InstrumentState.UnderReview, InstrumentState.Suspended, InstrumentState.Replaced, InstrumentState.Lapsed],
        [InstrumentState.UnderReview] = [InstrumentState.InForce, InstrumentState.Suspended, InstrumentState.Replaced, InstrumentState.Lapsed],
        [InstrumentState.Suspended] = [],
        [InstrumentState.Replaced] = [],
        [InstrumentState.Lapsed] = [],
    };

    /// <summary>What may come next. A suspended instrument knows one way: back to where it was.</summary>
    public static IReadOnlyList<InstrumentState> From(InstrumentState state, InstrumentState? former) =>
        state == InstrumentState.Suspended && former is { } only ? [only] : Ways[state];

    public static bool IsBack(InstrumentState from, InstrumentState to) => to < from && from < InstrumentState.Adopted;

    /// <summary>Adopted once, whatever came later.</summary>
    public static bool IsAdopted(InstrumentState state) => state is InstrumentState.Adopted or InstrumentState.InForce or InstrumentState.UnderReview;

    /// <summary>An instrument under review is in force until the review ends.</summary>
    public static bool IsInForce(InstrumentState state) => state is InstrumentState.InForce or InstrumentState.UnderReview;

    public static bool IsPending(InstrumentState state) => state < InstrumentState.Adopted;
}
