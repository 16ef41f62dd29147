namespace Cornerstone.Texts;

/// <summary>Tells a heading from a paragraph by its shape: short, capital first, no stop at its end.</summary>
internal static class HeadingShape
{
    private const int Longest = 220;

    internal static bool Is(string text, in SourceParagraph follows)
    {
        if (text.Length > Longest || text.Length == 0 || !(char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] is '“' or '"' or '(' or '[' || text[0] >= '\u0590'))
        {
            return false;
        }

        return text[^1] switch
        {
            '.' or ';' or ',' or '؛' or '،' or '。' or '，' or '；' => false,
            // "Reporting:" above a numbered paragraph is a heading, above points it is a chapeau.
            ':' => text.Length < 60 && Marker.Read(follows.Number).Kind == MarkerKind.Decimal,
            _ => follows.Text is not null && !(follows.Number is null && follows.Text.Length > 0 && char.IsLower(follows.Text[0])),
        };
    }

    /// <summary>The last sign closes a clause, so that what follows begins something new.</summary>
    internal static bool Ends(string text) => text.Length > 0 && IsStop(text[^1]);

    internal static bool EndsInComma(string text) => text.Length > 0 && text[^1] is ',' or '،' or '，';

    /// <summary>As <see cref="Ends"/>, with a closing "and" or "or" after the sign: "…; and".</summary>
    internal static bool EndsClause(ReadOnlySpan<char> text)
    {
        var stem = text.TrimEnd(',').TrimEnd(';');
        stem = stem.EndsWith(" and", StringComparison.Ordinal) ? stem[..^4] : stem.EndsWith(" or", StringComparison.Ordinal) ? stem[..^3] : text;
        return stem.Length > 0 && IsStop(stem[^1]);
    }

    private static bool IsStop(char c) => c is '.' or ';' or ':' or ',' or '?' or '!' or '؛' or '،' or '。' or '，' or '；' or '：';

    /// <summary>n of "Recommendation n" alone, else 0.</summary>
    internal static int RecommendationNumber(string text)
    {
        const string word = "Recommendation ";
        return text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && text.Length <= word.Length + 3 && int.TryParse(text.AsSpan(word.Length), out var number)
            ? number
            : 0;
    }
}
