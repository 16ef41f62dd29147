using Cornerstone.Languages;

namespace Cornerstone.Features.Strength;

/// <summary>The words of this room's values, and of what the journal keeps of them.</summary>
public static class StrengthWords
{
    internal static readonly IReadOnlyDictionary<string, string> History = new Dictionary<string, string>
    {
        ["institutions.strength"] = Text.Later("Strength reported"),
        [nameof(InstitutionStrength.AsAt)] = Text.Later("As at"),
        [nameof(InstitutionStrength.Kind)] = Text.Later("Kind"),
        [nameof(InstitutionStrength.Sex)] = Text.Later("Sex"),
        [nameof(InstitutionStrength.RankLevel)] = Text.Later("Rank level"),
        [nameof(InstitutionStrength.AgeBand)] = Text.Later("Age band"),
        [nameof(InstitutionStrength.People)] = Text.Later("People"),
    };

    public static string Of(this Text T, StrengthSex sex) => sex switch
    {
        StrengthSex.Women => T["Women"],
        StrengthSex.Men => T["Men"],
        StrengthSex.Unknown => T["Sex not recorded"],
        _ => T["All"],
    };

    public static string Of(this Text T, StrengthKind kind) => kind == StrengthKind.Authorised ? T["Authorised"] : T["Actual"];

    public static string Of(this Text T, RankLevel level) => level switch
    {
        RankLevel.L1 => T["L1 strategic, generals"],
        RankLevel.L2 => T["L2 senior officers"],
        RankLevel.L3 => T["L3 middle officers"],
        RankLevel.L4 => T["L4 junior officers"],
        RankLevel.L5 => T["L5 senior non-commissioned"],
        RankLevel.L6 => T["L6 junior non-commissioned"],
        RankLevel.L7 => T["L7 enlisted, constables"],
        RankLevel.CIV => T["Civilians"],
        _ => T["All ranks"],
    };
}
