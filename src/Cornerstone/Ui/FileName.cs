using System.Globalization;
using System.Text;

namespace Cornerstone.Ui;

/// <summary>Makes a file name from outside safe to show and to offer as a download. It is never used as a path here.</summary>
public static class FileName
{
    private const int Longest = 120;

    public static string Clean(string? given)
    {
        var name = (given ?? "")[((given ?? "").LastIndexOfAny(['/', '\\', ':']) + 1)..];
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            // Control characters break headers; format characters (right-to-left override) disguise what a file is.
            var category = Rune.GetUnicodeCategory(rune);
            var isUnsafe = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            kept.Append(isUnsafe || rune.Value is '"' or '<' or '>' or '|' or '?' or '*' or ';' ? "_" : rune.ToString());
        }

        var clean = kept.ToString().Trim(' ', '.');
        return clean.Length == 0 ? "document" : Shortened(clean);
    }

    private static string Shortened(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }

        var extension = Path.GetExtension(name) is { Length: <= 6 } e ? e : "";
        var end = Longest - extension.Length;
        return string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[end - 1]) ? end - 1 : end), extension);
    }
}
