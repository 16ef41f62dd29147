using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Delineation;

/// <summary>The words of this room's values.</summary>
public static class DelineationWords
{
    public static string Of(this Text T, RoleInFunction role) => role switch
    {
        RoleInFunction.A => T["Accountable"],
        RoleInFunction.R => T["Responsible"],
        RoleInFunction.C => T["Consulted"],
        _ => T["Informed"],
    };

    /// <summary>The letter in a sentence, for the key of the matrix.</summary>
    public static string Meaning(this Text T, RoleInFunction role) => role switch
    {
        RoleInFunction.A => T["answers for it"],
        RoleInFunction.R => T["does it"],
        RoleInFunction.C => T["is asked before"],
        _ => T["is told after"],
    };

    /// <summary>A fault in a word, where the whole sentence has no room.</summary>
    public static string InAWord(this Text T, RoleFinding finding) => finding.Fault switch
    {
        RoleFault.Gap => T["Gap"],
        RoleFault.SeveralAccountable => T["Overlap"],
        RoleFault.NobodyAccountable => T["No A"],
        RoleFault.NobodyResponsible => T["No R"],
        _ => finding.Rule,
    };

    public static string Of(this Text T, Standing standing) => standing == Standing.Agreed ? T["Agreed"] : T["Claimed"];

    /// <summary>What a finding says, with the names of whom it concerns.</summary>
    public static string Of(this Text T, RoleFinding finding, Func<Guid, string> nameOf)
    {
        var who = string.Join(T[", "], finding.Institutions.Select(nameOf));
        return finding.Fault switch
        {
            RoleFault.NobodyAccountable => T["Somebody does it and nobody answers for it."],
            RoleFault.SeveralAccountable => T["{0} institutions answer for it, or say so: {1}.", finding.Institutions.Count, who],
            RoleFault.NobodyResponsible => T["Somebody answers for it and nobody does it."],
            RoleFault.NoLegalBasis => T["{0} has no legal basis for it, and it is not marked as de facto.", who],
            RoleFault.NoCoordinationRule => T["Several do it and no rule says how they work together: {0}.", who],
            RoleFault.Gap => T["Nobody answers for it and nobody does it."],
            RoleFault.OverseesItself => T["{0} answers for what it oversees.", who],
            RoleFault.NoExternalOversight => T["{0} has powers over people, and nobody outside its line of command watches it.", who],
            _ => T["{0} relies on {1}, which is not in force on this day.", who, string.Join(T[", "], finding.Facts)],
        };
    }

    public static Tone ToneOf(RoleFinding finding) => finding.IsSevere ? Tone.Bad : Tone.Warning;
}
