using System.Globalization;
using System.Net;
using System.Text;

namespace Cornerstone.Texts;

/// <summary>Character references of the tolerant reading; an ampersand that starts none stays an ampersand.</summary>
internal static class XmlCharacters
{
    private const int LongestReference = 12;

    internal static string Unescape(ReadOnlySpan<char> text)
    {
        var ampersand = text.IndexOf('&');
        if (ampersand < 0) return text.ToString();

        var builder = new StringBuilder(text.Length);
        while (ampersand >= 0)
        {
            builder.Append(text[..ampersand]);
            text = text[ampersand..];
            var end = text[..Math.Min(text.Length, LongestReference)].IndexOf(';');
            var value = end > 1 ? Named(text[1..end]) : null;
            builder.Append(value ?? "&");
            text = text[(value is null ? 1 : end + 1)..];
            ampersand = text.IndexOf('&');
        }

        return builder.Append(text).ToString();
    }

    private static string? Named(ReadOnlySpan<char> name)
    {
        if (name[0] == '#') return Numbered(name[1..]);

        // Names of HTML ("&nbsp;") are undeclared in XML but their meaning is plain.
        var written = $"&{name};";
        var read = WebUtility.HtmlDecode(written);
        return read == written ? null : read;
    }

    private static string? Numbered(ReadOnlySpan<char> digits)
    {
        var isHex = digits.StartsWith("x", StringComparison.OrdinalIgnoreCase);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(isHex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) && code != 0
            ? new Rune(code).ToString()
            : null;
    }
}
