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

/// <summary>How a law's history says the names the journal keeps.</summary>
internal static class LegislationHistory
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["legislation.add"] = Text.Later("Law entered"),
        ["legislation.edit"] = Text.Later("Law edited"),
        ["legislation.step"] = Text.Later("Step recorded"),
        ["legislation.void"] = Text.Later("Step taken back as a mistake"),
        ["legislation.assess"] = Text.Later("Assessment recorded"),
        ["legislation.by-law"] = Text.Later("By-law recorded"),
        ["legislation.import"] = Text.Later("Laws read from a workbook"),
        [nameof(Law.Code)] = Text.Later("Code"),
        [nameof(Law.Title)] = Text.Later("Title"),
        [nameof(Law.Number)] = Text.Later("Number"),
        [nameof(Law.Subject)] = Text.Later("Subject"),
        [nameof(Law.Components)] = Text.Later("Components"),
        [nameof(Law.Functions)] = Text.Later("Functions affected"),
        [nameof(Law.LeadInstitutionId)] = Text.Later("Identifier of the lead institution"),
        [nameof(Law.PublishedOn)] = Text.Later("Published on"),
        [nameof(Law.EffectiveOn)] = Text.Later("Takes effect on"),
        [nameof(Law.Url)] = Text.Later("Address of the text"),
        [nameof(Law.StateSince)] = Text.Later("State since"),
        [nameof(LawByLaw.AdoptedOn)] = Text.Later("Adopted on"),
        [nameof(LawByLaw.Article)] = Text.Later("Article"),
        [nameof(LawByLaw.DueOn)] = Text.Later("Due on"),
        [nameof(LawByLaw.Reference)] = Text.Later("Reference"),
        [$"State.{LawState.Planned}"] = Text.Later("Planned"),
        [$"State.{LawState.Drafting}"] = Text.Later("Being drafted"),
        [$"State.{LawState.CabinetApproved}"] = Text.Later("Approved by cabinet"),
        [$"State.{LawState.InParliament}"] = Text.Later("In parliament"),
        [$"State.{LawState.Passed}"] = Text.Later("Passed"),
        [$"State.{LawState.Promulgated}"] = Text.Later("Promulgated"),
        [$"State.{LawState.InForce}"] = Text.Later("In force"),
        [$"State.{LawState.Amended}"] = Text.Later("In force as amended"),
        [$"State.{LawState.Repealed}"] = Text.Later("Repealed"),
    };
}
