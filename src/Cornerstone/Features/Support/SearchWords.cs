using System.Globalization;
using System.Text;

namespace Cornerstone.Features.Support;

/// <summary>Text as it is looked for: without accents and capitals, which few people type.</summary>
internal static class SearchWords
{
    public static string Of(params IEnumerable<string> texts) => string.Join(' ', texts.Select(Fold));

    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            _ = CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark ? folded : folded.Append(char.ToLowerInvariant(sign));
        }

        return folded.ToString();
    }
}
