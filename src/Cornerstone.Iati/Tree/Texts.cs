using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Cornerstone.Iati.Tree;

/// <summary>From bytes to strings: entities, line ends, other encodings. Short strings that come again (codes, currencies) are made once.</summary>
internal sealed class Texts
{
    private const int RememberedBits = 12;
    private const int LongestRemembered = 40;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>ASCII that stands for itself: it begins no entity and ends no line.</summary>
    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range(' ', 0x7F - ' ').Select(sign => (byte)sign).Where(sign => sign != '&')]);

    private readonly Word[] remembered = new Word[1 << RememberedBits];
    private readonly StringBuilder pieces = new();

    /// <summary>Something was not UTF-8 and was read as Windows-1252.</summary>
    public bool MetOtherBytes { get; set; }

    /// <summary>An ampersand stood for itself, or began a name nobody declared.</summary>
    public bool MetBareAmpersand { get; set; }

    /// <summary>The value of an attribute without outer white space; null when nothing is left.</summary>
    public string? Attribute(ReadOnlySpan<byte> value)
    {
        value = Trim(value);
        if (value.Length == 0) return null;
        if (Known(value) is { } known) return known;
        var text = Decode(value);
        if (value.IndexOfAny("\t\n\r"u8) >= 0) text = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        return NullIfEmpty(value.Contains((byte)'&') ? Resolved(text).Trim() : text);
    }

    /// <summary>The text of an element without outer white space; null when nothing is left. Text of children does not count.</summary>
    public string? Of(Element element)
    {
        if (!element.Exists) return null;
        if (!element.IsPlainText) return NullIfEmpty(Pieces(element).Trim());
        var value = Trim(element.Inner);
        if (value.Length == 0) return null;
        return Known(value) ?? NullIfEmpty(Content(value).Trim());
    }

    /// <summary>White space at both ends is never part of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) =>
        value.Length == 0 || (value[0] > ' ' && value[^1] > ' ') ? value : value.Trim(" \t\r\n"u8);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>Plain ASCII needs no second look; when it is short it may have been made before.</summary>
    private string? Known(ReadOnlySpan<byte> value)
    {
        if (value.Length > LongestRemembered) return IsPlain(value) ? Made(value) : null;
        var stamp = new Stamp(value);
        ref var word = ref remembered[stamp.Slot(RememberedBits)];
        // What was kept was plain, so what equals it is.
        if (word.Stamp.Equals(stamp) && (stamp.IsWhole || Ascii.Equals(value, word.Text))) return word.Text;
        if (!IsPlain(value)) return null;
        word = new(stamp, Made(value));
        return word.Text;
    }

    private static bool IsPlain(ReadOnlySpan<byte> value) => !value.ContainsAnyExcept(Plain);

    private static string Made(ReadOnlySpan<byte> ascii) => string.Create(ascii.Length, ascii, static (text, bytes) => Ascii.ToUtf16(bytes, text, out _));

    private string Content(ReadOnlySpan<byte> value)
    {
        var text = Decode(value);
        // XML 1.0, section 2.11: a line ends with a line feed, however it was written.
        if (value.Contains((byte)'\r')) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return value.Contains((byte)'&') ? Resolved(text) : text;
    }

    private string Decode(ReadOnlySpan<byte> value)
    {
        if (Ascii.IsValid(value) || Utf8.IsValid(value)) return Encoding.UTF8.GetString(value);
        MetOtherBytes = true;
        return Windows1252.GetString(value);
    }

    private string Pieces(Element element)
    {
        pieces.Clear();
        var tree = element.Tree;
        var child = tree[element.Index].FirstChild;
        var (at, end) = (tree[element.Index].InnerStart, tree[element.Index].InnerEnd);
        while (at < end)
        {
            var bytes = tree.Bytes[at..end];
            var next = bytes.IndexOf((byte)'<');
            if (next != 0)
            {
                var text = next < 0 ? bytes : bytes[..next];
                pieces.Append(Content(text));
                at += text.Length;
            }
            else if (child >= 0 && tree[child].Start == at)
            {
                at = tree[child].End;
                child = tree[child].Next;
            }
            else
            {
                at += Section(bytes);
            }
        }

        return pieces.ToString();
    }

    private int Section(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("<!--"u8)) return bytes[4..].IndexOf("-->"u8) + 7;
        if (!bytes.StartsWith("<![CDATA["u8)) return bytes.IndexOf("?>"u8) + 2;
        var length = bytes[9..].IndexOf("]]>"u8);
        pieces.Append(Decode(bytes.Slice(9, length)).Replace("\r\n", "\n", StringComparison.Ordinal));
        return length + 12;
    }

    /// <summary>The five entities of XML and numbered signs; anything else stays as it is written.</summary>
    private string Resolved(string text)
    {
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('&') is >= 0 and var at)
        {
            result.Append(rest[..at]);
            rest = rest[at..];
            var end = rest[..Math.Min(rest.Length, 12)].IndexOf(';');
            if (end > 0 && Sign(rest[1..end]) is { } sign)
            {
                result.Append(sign);
                rest = rest[(end + 1)..];
            }
            else
            {
                MetBareAmpersand = true;
                result.Append('&');
                rest = rest[1..];
            }
        }

        return result.Append(rest).ToString();
    }

    private static string? Sign(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "amp": return "&";
            case "lt": return "<";
            case "gt": return ">";
            case "quot": return "\"";
            case "apos": return "'";
        }

        if (name.Length < 2 || name[0] != '#') return null;
        var isHex = name[1] == 'x';
        var style = isHex ? System.Globalization.NumberStyles.AllowHexSpecifier : System.Globalization.NumberStyles.None;
        var isNumber = int.TryParse(name[(isHex ? 2 : 1)..], style, System.Globalization.CultureInfo.InvariantCulture, out var number);
        if (!isNumber || !Rune.IsValid(number)) return null;
        // Signs XML does not allow, however they are written, become the sign for "unknown".
        return number < ' ' && number is not ('\t' or '\n' or '\r') ? "\uFFFD" : new Rune(number).ToString();
    }

    private readonly record struct Word(Stamp Stamp, string Text);
}
