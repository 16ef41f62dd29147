namespace Cornerstone.Features.Legislation;

/// <summary>Where a law stands between the plan to write it and its repeal (domain handbook §3.6).</summary>
public enum LawState
{
    Planned,
    Drafting,
    CabinetApproved,
    InParliament,
    Passed,
    Promulgated,
    InForce,

    /// <summary>Changed by a later law, and in force as changed.</summary>
    Amended,
    Repealed,
}

/// <summary>The ways a law may go. A way back is a way too: parliaments return bills, heads of state return laws.</summary>
public static class LawPath
{
    private static readonly Dictionary<LawState, LawState[]> Ways = new Dictionary<LawState, LawState[]>
    {
        [LawState.Planned] = [LawState.Drafting],

        // A member's own bill reaches parliament without the cabinet.
        [LawState.Drafting] = [LawState.CabinetApproved, LawState.InParliament, LawState.Planned],
        [LawState.CabinetApproved] = [LawState.InParliament, LawState.Drafting],
        [LawState.InParliament] = [LawState.Passed, LawState.Drafting],
        [LawState.Passed] = [LawState.Promulgated, LawState.InParliament],
        [LawState.Promulgated] = [LawState.InForce, LawState.Repealed],
        [LawState.InForce] = [LawState.Amended, LawState.Repealed],
        [LawState.Amended] = [LawState.Amended, LawState.Repealed],
        [LawState.Repealed] = [],
    };

    public static IReadOnlyList<LawState> From(LawState state) => Ways[state];

    public static bool IsBack(LawState from, LawState to) => to < from;

    /// <summary>An amended law binds as amended.</summary>
    public static bool IsInForce(LawState? state) => state is LawState.InForce or LawState.Amended;

    /// <summary>On its way to a vote or a signature; not yet law.</summary>
    public static bool IsPending(LawState state) => state < LawState.InForce;
}
