namespace Cornerstone.Iati.Rules;

/// <summary>The rules for organisation files in the ruleset of the IATI Standard, version 2.03.</summary>
internal static class OrganisationRules
{
    public static readonly Rule Signs = Rule.Warning("1.12.13", "The identifier of the organisation holds one of the signs / & | ?.");
    public static readonly Rule Spaces = Rule.Warning("1.12.1", "The identifier of the organisation begins or ends with white space.");
    public static readonly Rule ReporterSigns = Rule.Warning("1.18.13", "The identifier of the reporting organisation holds one of the signs / & | ?.");
    public static readonly Rule ReporterSpaces = Rule.Warning("1.18.1", "The identifier of the reporting organisation begins or ends with white space.");
    public static readonly Rule RecipientSpaces = Rule.Warning("1.17.1", "The identifier of the recipient organisation begins or ends with white space.");
    public static readonly Rule UpdatedInFuture = Rule.Error("11.4.1", "The organisation was last updated in the future.");
    public static readonly Rule LanguageMissing = Rule.Error("4.5.1", "A text has no language, and the organisation no default.");
    public static readonly Rule CurrencyMissing = Rule.Error("7.8.2", "An amount has no currency, and the organisation no default.");
    public static readonly Rule LineOutsidePeriod = Rule.Error("11.3.1", "The value date of a budget line lies outside the budget's period.");
}
