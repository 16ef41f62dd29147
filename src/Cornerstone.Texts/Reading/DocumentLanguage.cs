namespace Cornerstone.Texts;

/// <summary>Tells the six official languages apart: by script, then by the commonest small words.</summary>
internal static class DocumentLanguage
{
    private const int Sample = 2000;
    private static readonly (string Language, string[] Words)[] Latin =
    [
        ("en", [" the ", " of ", " and "]),
        ("fr", [" les ", " des ", " et ", " du "]),
        ("es", [" los ", " del ", " y ", " el "]),
    ];

    internal static string Of(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        var (latin, cyrillic, arabic, han) = (0, 0, 0, 0);
        foreach (var c in sample)
        {
            latin += char.IsAsciiLetter(c) ? 1 : 0;
            cyrillic += c is >= '\u0400' and <= '\u04FF' ? 1 : 0;
            arabic += c is >= '\u0600' and <= '\u06FF' ? 1 : 0;
            han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        }

        var most = Math.Max(Math.Max(latin, cyrillic), Math.Max(arabic, han * 2));
        return most == latin ? OfLatin(sample) : most == cyrillic ? "ru" : most == arabic ? "ar" : "zh";
    }

    private static string OfLatin(ReadOnlySpan<char> sample)
    {
        var (best, most) = ("en", 0);
        foreach (var (language, words) in Latin)
        {
            var count = 0;
            foreach (var word in words)
            {
                count += sample.Count(word);
            }

            (best, most) = count > most ? (language, count) : (best, most);
        }

        return best;
    }
}
