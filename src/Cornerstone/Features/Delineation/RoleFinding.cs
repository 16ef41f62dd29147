namespace Cornerstone.Features.Delineation;

/// <summary>What is wrong with a function's roles, or with an institution's. Rules R1 to R8 of the domain handbook, §3.5.</summary>
public enum RoleFault
{
    /// <summary>R1: nobody answers for the function.</summary>
    NobodyAccountable,

    /// <summary>R1: more than one institution answers for it, or says so.</summary>
    SeveralAccountable,

    /// <summary>R2: somebody answers for it and nobody does it.</summary>
    NobodyResponsible,

    /// <summary>R3: a role without a legal basis that is not marked "de facto".</summary>
    NoLegalBasis,

    /// <summary>R4: several do it and no rule says how they work together.</summary>
    NoCoordinationRule,

    /// <summary>R5: nobody answers for it and nobody does it.</summary>
    Gap,

    /// <summary>R6: who answers for the function also oversees it.</summary>
    OverseesItself,

    /// <summary>R7: powers over people, and nobody from outside watches.</summary>
    NoExternalOversight,

    /// <summary>R8: the law cited is not in force on the day.</summary>
    LawNotInForce,
}

/// <param name="Function">Null where the finding is about an institution as a whole (R7).</param>
/// <param name="Territory">Where it holds; null is the whole country.</param>
/// <param name="Institutions">Whom it concerns, by id.</param>
/// <param name="Facts">Further words of the sentence: names of laws.</param>
public sealed record RoleFinding(RoleFault Fault, Guid? Function, string? Territory, IReadOnlyList<Guid> Institutions, params IReadOnlyList<string> Facts)
{
    /// <summary>R1 and R5 colour the cell red (domain handbook §3.6); the others warn.</summary>
    public bool IsSevere => Fault is RoleFault.Gap or RoleFault.NobodyAccountable or RoleFault.SeveralAccountable or RoleFault.OverseesItself;

    public string Rule => Fault switch
    {
        RoleFault.NobodyAccountable or RoleFault.SeveralAccountable => "R1",
        RoleFault.NobodyResponsible => "R2",
        RoleFault.NoLegalBasis => "R3",
        RoleFault.NoCoordinationRule => "R4",
        RoleFault.Gap => "R5",
        RoleFault.OverseesItself => "R6",
        RoleFault.NoExternalOversight => "R7",
        _ => "R8",
    };
}
