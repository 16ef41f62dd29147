using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Legislation;

/// <summary>The words of this room's values.</summary>
internal static class LegislationWords
{
    public static string Of(this Text T, LawState state) => state switch
    {
        LawState.Planned => T["Planned"],
        LawState.Drafting => T["Being drafted"],
        LawState.CabinetApproved => T["Approved by cabinet"],
        LawState.InParliament => T["In parliament"],
        LawState.Passed => T["Passed"],
        LawState.Promulgated => T["Promulgated"],
        LawState.InForce => T["In force"],
        LawState.Amended => T["In force as amended"],
        _ => T["Repealed"],
    };

    public static string Of(this Text T, AssessmentKind kind) => kind switch
    {
        AssessmentKind.Treaty => T["Treaties"],
        AssessmentKind.GenderDiscrimination => T["Gender discrimination"],
        _ => T["Child protection"],
    };

    public static string Of(this Text T, AssessmentResult result) => result switch
    {
        AssessmentResult.Compliant => T["Complies"],
        AssessmentResult.PartlyCompliant => T["Complies in part"],
        AssessmentResult.NotCompliant => T["Does not comply"],
        _ => T["Cannot be told"],
    };

    public static Tone ToneOf(LawState state) => state switch
    {
        LawState.InForce or LawState.Amended => Tone.Good,
        LawState.Repealed => Tone.Neutral,
        _ => Tone.Information,
    };

    public static Tone ToneOf(AssessmentResult result) => result switch
    {
        AssessmentResult.Compliant => Tone.Good,
        AssessmentResult.PartlyCompliant => Tone.Warning,
        AssessmentResult.NotCompliant => Tone.Bad,
        _ => Tone.Neutral,
    };
}
