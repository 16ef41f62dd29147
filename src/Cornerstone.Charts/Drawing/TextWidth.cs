using System.Globalization;
using System.Text;

namespace Cornerstone.Charts.Drawing;

/// <summary>
/// Estimates how wide a text will be. A server knows no fonts; these widths, in parts of the font size, are a little more than those of
/// common system sans-serif faces, because a label that is cut reads worse than one with room to spare.
/// </summary>
internal static class TextWidth
{
    public const double FontSize = 12;

    public static double Of(string text)
    {
        var ems = 0.0;
        foreach (var rune in text.EnumerateRunes()) ems += Ems(rune);
        return ems * FontSize;
    }

    /// <summary>The text itself, or as much of it as fits with an ellipsis after it; whole characters as readers see them.</summary>
    public static string Elide(string text, double room)
    {
        if (Of(text) <= room) return text;

        var left = room - Of("…");
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            left -= Of(element);
            if (left < 0) break;
            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    private static double Ems(Rune rune) => rune.Value < 0x80 ? Ascii((char)rune.Value) : Beyond(rune);

    private static double Ascii(char c) => c switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.28,
        'f' or 'r' or 't' or '(' or ')' or '[' or ']' or '/' or '-' or 'I' or '"' => 0.38,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.9,
        'E' or 'F' or 'J' or 'L' or 'P' or 'S' or 'T' => 0.57,
        >= 'A' and <= 'Z' => 0.68,
        >= '0' and <= '9' => 0.58,
        _ => 0.57,
    };

    private static double Beyond(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        // Joined Arabic letters are narrow on average; final forms make up for it.
        if (Bidi.IsRightToLeft(rune.Value)) return 0.52;
        if (rune.Value >= 0x1100 && IsWide(rune.Value)) return 1.03;
        return category == UnicodeCategory.UppercaseLetter ? 0.7 : 0.6;
    }

    private static bool IsWide(int codePoint) =>
        codePoint is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or >= 0x1F300;
}
