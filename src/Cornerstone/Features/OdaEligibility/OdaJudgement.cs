namespace Cornerstone.Features.OdaEligibility;

/// <summary>How our word stands to the reporter's. Neither replaces the other.</summary>
public enum OdaBeside
{
    NoDifference,
    EligibleUnreported,
    PartUnreported,
    ReportedIneligible,
    PartReported,

    /// <summary>What it does would be eligible; but assistance is official, and this money is not.</summary>
    Private,
    NotDecided,
}

/// <summary>What the table says of a line of money, and what its reporter calls it.</summary>
/// <param name="Said">A code of the list FlowType; null where nobody said.</param>
public sealed record OdaJudgement(OdaDecision Decision, string? Said)
{
    // Of the code list FlowType: official development assistance, and the four kinds of private money.
    public const string OfficialAid = "10";
    private static readonly string[] PrivateMoney = ["30", "35", "36", "37"];

    public OdaBeside Beside => (Decision.Verdict, Said == OfficialAid) switch
    {
        (OdaVerdict.Undetermined, _) => OdaBeside.NotDecided,
        (OdaVerdict.Eligible, true) or (OdaVerdict.NotEligible, false) => OdaBeside.NoDifference,
        (OdaVerdict.NotEligible, true) => OdaBeside.ReportedIneligible,
        (OdaVerdict.PartlyEligible, true) => OdaBeside.PartReported,
        _ when PrivateMoney.Contains(Said) => OdaBeside.Private,
        (OdaVerdict.PartlyEligible, _) => OdaBeside.PartUnreported,
        _ => OdaBeside.EligibleUnreported,
    };
}
