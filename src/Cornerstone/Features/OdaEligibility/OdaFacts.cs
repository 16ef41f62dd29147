namespace Cornerstone.Features.OdaEligibility;

/// <summary>Who is supported.</summary>
public enum OdaRecipient
{
    CivilianBody,
    CivilSociety,
    Police,
    Judiciary,
    Corrections,
    Military,
    Intelligence,

    /// <summary>The donor's own forces.</summary>
    DonorForces,

    /// <summary>An international peace operation.</summary>
    PeaceOperation,
}

/// <summary>What the support does, in the words of the table (domain handbook §5.4).</summary>
public enum OdaSupport
{
    Oversight,
    RoutinePolicing,
    Equipment,
    CounterSubversion,
    RightsTraining,
    OperationalTraining,
    Salaries,
    HumanitarianDelivery,
    ListedPeacekeeping,
    Enforcement,
    Contingents,
    AssessedContribution,
    ArmsControl,
    PreventingExtremism,
    CounterTerrorismCombat,
    DonorIntelligence,
    JusticeReform,
    MilitaryPension,
    Offset,
    ArmsLoan,
    Other,
}

/// <summary>What the table asks about one component of an activity.</summary>
public enum OdaQuestion
{
    Recipient,
    Support,
    Lethal,
    Oversight,
    Civilian,
    Excess,
    Developmental,
}

/// <summary>What is known of one component; null is not known, which is not the same as no.</summary>
/// <param name="Lethal">The equipment is lethal.</param>
/// <param name="Oversight">Under civilian oversight.</param>
/// <param name="Civilian">Technical cooperation for civilian purposes.</param>
/// <param name="Excess">Only the cost beyond the normal is meant.</param>
/// <param name="Developmental">Led by the partner, without coercion, with development as its purpose.</param>
public sealed record OdaFacts(
    OdaRecipient? Recipient = null, OdaSupport? Support = null, bool? Lethal = null, bool? Oversight = null, bool? Civilian = null, bool? Excess = null, bool? Developmental = null)
{
    /// <summary>In the words of the table; null where it is not known.</summary>
    public string? Answer(OdaQuestion question) => question switch
    {
        OdaQuestion.Recipient => Recipient?.ToString(),
        OdaQuestion.Support => Support?.ToString(),
        OdaQuestion.Lethal => Word(Lethal),
        OdaQuestion.Oversight => Word(Oversight),
        OdaQuestion.Civilian => Word(Civilian),
        OdaQuestion.Excess => Word(Excess),
        _ => Word(Developmental),
    };

    private static string? Word(bool? answer) => answer switch { true => "yes", false => "no", null => null };
}
