using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.Institutions;

/// <summary>The words of this room's values, and of components, which every room of the plan shows.</summary>
public static class InstitutionWords
{
    public static string Of(this Text T, Component component) => component switch
    {
        Component.DEF => T["Defence"],
        Component.POL => T["Police and gendarmerie"],
        Component.JUS => T["Justice"],
        Component.COR => T["Corrections"],
        Component.INT => T["Intelligence"],
        Component.BOR => T["Border management and security"],
        Component.CUS => T["Customs"],
        Component.IMM => T["Immigration"],
        Component.MAR => T["Maritime security"],
        Component.CIV => T["Civil protection, disasters and fire"],
        Component.TRA => T["Customary and community providers"],
        Component.PRV => T["Private security"],
        Component.OVS => T["Oversight bodies"],
        _ => T["Management and coordination"],
    };

    public static string NameOf(this Text T, ComponentName component) =>
        component.National is { } own ? own.In(T.Language.Code)
        : Enum.TryParse<Component>(component.Code, out var listed) ? T.Of(listed) : component.Code;

    /// <summary>The name of a component's code; a code nobody declares shows as itself.</summary>
    public static string ComponentOf(this Text T, string code, IEnumerable<ComponentName> known) =>
        known.FirstOrDefault(c => c.Code == code) is { } component ? T.NameOf(component) : code;

    public static string Of(this Text T, InstitutionType type) => type switch
    {
        InstitutionType.Ministry => T["Ministry"],
        InstitutionType.Force => T["Force"],
        InstitutionType.Agency => T["Agency"],
        InstitutionType.Court => T["Court"],
        InstitutionType.Commission => T["Commission"],
        InstitutionType.CustomaryBody => T["Customary body"],
        InstitutionType.Company => T["Company"],
        _ => T["Civil society organization"],
    };

    public static string Of(this Text T, Power power) => power switch
    {
        Power.Arrest => T["Arrest"],
        Power.UseOfForce => T["Use of force"],
        Power.Search => T["Search"],
        Power.Surveillance => T["Surveillance"],
        _ => T["Detention"],
    };

    /// <summary>"10.7 %"; "no share" is not zero per cent and shows as a dash.</summary>
    public static string ShareOf(this Text T, Percentage? share) => share is { } known ? known.Share.ToString("P1", T.Language.Culture) : "–";

    public static string Of(this Text T, SuccessionKind kind) => kind switch
    {
        SuccessionKind.Merged => T["Merger"],
        SuccessionKind.Split => T["Split"],
        _ => T["Replacement"],
    };
}
