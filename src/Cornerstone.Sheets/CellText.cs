using System.Globalization;
using System.Text;

namespace Cornerstone.Sheets;

/// <summary>
/// Text of a cell in XML. Characters XML cannot hold are written _xHHHH_ (ISO/IEC 29500-1, 22.4.2.4 ST_Xstring), and what looks like
/// such a mark has its underscore written so.
/// </summary>
internal static class CellText
{
    /// <summary>Excel's own bound on the text of a cell.</summary>
    public const int Longest = 32_767;

    public static void RefuseLong(int length)
    {
        if (length > Longest)
        {
            throw new UnreadableSheetException(UnreadableSheet.TooLarge, "", $"A cell holds more than {Longest} characters.");
        }
    }

    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isOdd = IsUnwritable(text, i) || (text[i] == '_' && IsMark(text, i));
            if (isOdd)
            {
                (escaped ??= new StringBuilder(text, 0, i, text.Length + 16)).Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            }
            else
            {
                escaped?.Append(text[i]);
            }
        }

        return escaped?.ToString() ?? text;
    }

    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && IsMark(text, i))
            {
                plain.Append((char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    // A carriage return alone would come back as a line feed.
    private static bool IsUnwritable(string text, int at) => text[at] switch
    {
        < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF' => true,
        var c when char.IsHighSurrogate(c) => at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]),
        var c when char.IsLowSurrogate(c) => at == 0 || !char.IsHighSurrogate(text[at - 1]),
        _ => false,
    };

    private static bool IsMark(string text, int at) => at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2]) && char.IsAsciiHexDigit(text[at + 3]) && char.IsAsciiHexDigit(text[at + 4]) && char.IsAsciiHexDigit(text[at + 5]);
}
