using System.Text;

namespace Cornerstone.Texts;

/// <summary>A word or mark of a text, with its place; the key is what counts when texts are compared.</summary>
internal readonly record struct WordToken(string Key, int Start);

/// <summary>
/// Splits a text for comparison. Not compared, because page layout and typing habits change them and meaning does not hang on them:
/// spaces and line breaks, hyphens and dashes, quotation marks and apostrophes, soft hyphens and direction marks,
/// ligatures, and the punctuation that closes a paragraph.
/// </summary>
internal static class WordTokens
{
    internal static List<WordToken> Of(string text)
    {
        var tokens = new List<WordToken>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (start >= 0 && !isWord)
            {
                tokens.Add(new WordToken(Key(text[start..i]), start));
                start = -1;
            }

            if (isWord && start < 0) start = i;
            else if (!isWord && i < text.Length && !IsNoise(text[i])) tokens.Add(new WordToken(text[i].ToString(), i));
        }

        while (tokens.Count > 0 && tokens[^1].Key is "." or "," or ";" or ":" or "؛" or "،" or "。") tokens.RemoveAt(tokens.Count - 1);
        return tokens;
    }

    /// <summary>Everything that counts, without a space: equal for texts that differ in layout only.</summary>
    internal static string Letters(string text) => string.Concat(Of(text).Select(token => token.Key));

    /// <summary>PDF files write "ﬁ" for "fi"; compatibility form brings both together.</summary>
    private static string Key(string word) => word.IsNormalized(NormalizationForm.FormKC) ? word : word.Normalize(NormalizationForm.FormKC);

    private static bool IsNoise(char c) => char.IsWhiteSpace(c)
        || char.IsControl(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.DashPunctuation
            or System.Globalization.UnicodeCategory.InitialQuotePunctuation
            or System.Globalization.UnicodeCategory.FinalQuotePunctuation
        || c is '"' or '\'' or '`' or '´' or '„' or '‚' or '″' or '′';
}
