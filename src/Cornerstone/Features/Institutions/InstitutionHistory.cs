using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.Institutions;

/// <summary>How the history of institutions says the names the journal keeps.</summary>
internal static class InstitutionHistory
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["institutions.add"] = Text.Later("Institution added"),
        ["institutions.edit"] = Text.Later("Facts corrected"),
        ["institutions.reshuffle"] = Text.Later("New facts from a day on"),
        ["institutions.succeed"] = Text.Later("Merger, split or replacement"),
        ["institutions.end"] = Text.Later("Institution closed"),
        ["institutions.focal-point"] = Text.Later("Focal points changed"),
        ["institutions.component"] = Text.Later("National component added"),
        ["institutions.component-edit"] = Text.Later("National component edited"),
        [nameof(NationalComponent.Parent)] = Text.Later("Falls under"),
        ["institutions.import"] = Text.Later("Institutions imported"),
        [nameof(Institution.Established)] = Text.Later("Established"),
        [nameof(Institution.Ended)] = Text.Later("Ended"),
        [nameof(InstitutionProfile.InstitutionId)] = Text.Later("Institution"),
        [nameof(InstitutionProfile.ValidFrom)] = Text.Later("True from"),
        [nameof(InstitutionProfile.ValidUntil)] = Text.Later("True until"),
        [nameof(InstitutionProfile.Names)] = Text.Later("Name"),
        [nameof(InstitutionProfile.Component)] = Text.Later("Component"),
        [nameof(InstitutionProfile.AlsoComponents)] = Text.Later("Further components"),
        [nameof(InstitutionProfile.Type)] = Text.Later("Type"),
        [nameof(InstitutionProfile.ParentId)] = Text.Later("Stands under"),
        [nameof(InstitutionProfile.LegalBasis)] = Text.Later("Legal basis"),
        [nameof(InstitutionProfile.LegalArticle)] = Text.Later("Article"),
        [nameof(InstitutionProfile.Territory)] = Text.Later("Territory"),
        [nameof(InstitutionProfile.Head)] = Text.Later("Head"),
        [nameof(InstitutionProfile.BudgetVotes)] = Text.Later("Budget votes"),
        [nameof(InstitutionProfile.Armed)] = Text.Later("Armed"),
        [nameof(InstitutionProfile.Powers)] = Text.Later("Powers"),
        [nameof(InstitutionProfile.OversightIds)] = Text.Later("Overseen by"),
        [nameof(InstitutionSuccession.FromId)] = Text.Later("Predecessor"),
        [nameof(InstitutionSuccession.ToId)] = Text.Later("Successor"),
        [nameof(InstitutionSuccession.Day)] = Text.Later("Day"),
        [nameof(FocalPoint.PersonId)] = Text.Later("Person"),
        [nameof(FocalPoint.FromDay)] = Text.Later("From"),
        [nameof(FocalPoint.UntilDay)] = Text.Later("Until"),
        [$"{nameof(InstitutionProfile.Type)}.{InstitutionType.Ministry}"] = Text.Later("Ministry"),
        [$"{nameof(InstitutionProfile.Type)}.{InstitutionType.Force}"] = Text.Later("Force"),
        [$"{nameof(InstitutionProfile.Type)}.{InstitutionType.Agency}"] = Text.Later("Agency"),
        [$"{nameof(InstitutionProfile.Type)}.{InstitutionType.Court}"] = Text.Later("Court"),
        [$"{nameof(InstitutionProfile.Type)}.{InstitutionType.Commission}"] = Text.Later("Commission"),
        [$"{nameof(InstitutionProfile.Type)}.{InstitutionType.CustomaryBody}"] = Text.Later("Customary body"),
        [$"{nameof(InstitutionProfile.Type)}.{InstitutionType.Company}"] = Text.Later("Company"),
        [$"{nameof(InstitutionProfile.Type)}.{InstitutionType.CivilSociety}"] = Text.Later("Civil society organization"),
        [$"{nameof(InstitutionProfile.Component)}.{Component.DEF}"] = Text.Later("Defence"),
        [$"{nameof(InstitutionProfile.Component)}.{Component.POL}"] = Text.Later("Police and gendarmerie"),
        [$"{nameof(InstitutionProfile.Component)}.{Component.JUS}"] = Text.Later("Justice"),
        [$"{nameof(InstitutionProfile.Component)}.{Component.COR}"] = Text.Later("Corrections"),
        [$"{nameof(InstitutionProfile.Component)}.{Component.OVS}"] = Text.Later("Oversight bodies"),
        [$"{nameof(InstitutionProfile.Component)}.{Component.MGT}"] = Text.Later("Management and coordination"),
    };
}
