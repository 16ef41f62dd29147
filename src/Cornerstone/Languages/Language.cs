using System.Globalization;

namespace Cornerstone.Languages;

/// <summary>A language of the interface, with the culture declared for it and its plural rule.</summary>
/// <param name="OwnName">The language's name in itself, for the language switch.</param>
public sealed record Language(string Code, string OwnName, CultureInfo Culture, PluralRule Plurals)
{
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public bool IsEnglish => Code == "en";
}
