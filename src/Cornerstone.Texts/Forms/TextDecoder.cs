using System.Text;

namespace Cornerstone.Texts;

/// <summary>Text with the name of the encoding it was in, and what was odd about it.</summary>
public sealed record DecodedText(string Text, string Encoding, IReadOnlyList<Finding> Findings);

/// <summary>
/// Bytes to text: a byte order mark decides, else strict UTF-8, else one of the two Windows code pages the UN languages were written in.
/// A guess is always reported; bytes that are no text at all are refused with the offset of the first bad one.
/// </summary>
public static class TextDecoder
{
    /// <summary>Finding rule: the encoding was guessed.</summary>
    public const string GuessedEncoding = "E1";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16Little = new(false, true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16Big = new(true, true, throwOnInvalidBytes: true);
    private static readonly UTF32Encoding StrictUtf32Little = new(false, true, throwOnInvalidCharacters: true);

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = ByMark(bytes) ?? ByZeros(bytes) ?? StrictUtf8;
        try
        {
            var text = encoding.GetString(bytes);
            RefuseBinary(text);
            return new DecodedText(text.TrimStart('\uFEFF'), encoding.WebName, []);
        }
        catch (DecoderFallbackException fault) when (encoding == StrictUtf8)
        {
            return Guess(bytes, fault.Index);
        }
        catch (DecoderFallbackException fault)
        {
            throw new UnreadableDocumentException(UnreadableRule.WrongEncoding, $"byte {fault.Index}",
                $"The file says it is {encoding.WebName}, but byte {fault.Index} is not.", fault);
        }
    }

    /// <summary>The encoding a byte order mark names; null without one.</summary>
    internal static Encoding? ByMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0])) return StrictUtf32Little;
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return StrictUtf16Little;
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return StrictUtf16Big;
        return bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? StrictUtf8 : null;
    }

    /// <summary>UTF-16 without a mark: every second byte of Latin text is zero.</summary>
    internal static Encoding? ByZeros(ReadOnlySpan<byte> bytes)
    {
        var window = bytes[..Math.Min(bytes.Length & ~1, 512)];
        if (window.Length < 4) return null;

        int even = 0, odd = 0;
        for (var i = 0; i < window.Length; i += 2)
        {
            if (window[i] == 0) even++;
            if (window[i + 1] == 0) odd++;
        }

        var enough = window.Length * 3 / 10;
        if (odd > enough && even == 0) return StrictUtf16Little;
        return even > enough && odd == 0 ? StrictUtf16Big : null;
    }

    /// <summary>Control characters beyond tab, line and page breaks do not occur in documents people wrote.</summary>
    internal static bool LooksBinary(ReadOnlySpan<char> text) => FirstControl(text) is var at && at >= 0;

    private static int FirstControl(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' && text[i] is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001e' or '\u001f' or '\u0002')) return i;
        }

        return -1;
    }

    private static void RefuseBinary(string text)
    {
        var at = FirstControl(text);
        if (at < 0) return;
        var offset = StrictUtf8.GetByteCount(text.AsSpan(0, at));
        throw new UnreadableDocumentException(UnreadableRule.WrongEncoding, $"byte {offset}",
            $"The file is not text: byte {offset} is a control character.");
    }

    private static DecodedText Guess(ReadOnlySpan<byte> bytes, int firstBad)
    {
        var name = WindowsCodePage.LooksArabic(bytes) ? "windows-1256" : "windows-1252";
        var text = WindowsCodePage.Decode(bytes, name, out var undefined);
        if (undefined >= 0 || LooksBinary(text))
        {
            var at = undefined >= 0 ? undefined : firstBad;
            throw new UnreadableDocumentException(UnreadableRule.WrongEncoding, $"byte {at}",
                $"The encoding of the file cannot be told: byte {firstBad} is not UTF-8 and byte {at} is not {name}.");
        }

        return new DecodedText(text, name,
        [
            new Finding(GuessedEncoding, FindingSeverity.Warning, $"byte {firstBad}",
                $"Byte {firstBad} is not UTF-8; the file was read as {name}. Check accented letters."),
        ]);
    }
}
