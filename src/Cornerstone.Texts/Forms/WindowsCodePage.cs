using System.Text;

namespace Cornerstone.Texts;

/// <summary>The two single-byte code pages in which older texts of the six languages still arrive (Unicode mapping tables CP1252, CP1256).</summary>
internal static class WindowsCodePage
{
    static WindowsCodePage() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    // CP1252 leaves these five bytes undefined; their presence says that the file is something else.
    private static readonly byte[] Undefined1252 = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

    internal static string Decode(ReadOnlySpan<byte> bytes, string name, out int undefinedAt)
    {
        undefinedAt = name == "windows-1252" ? bytes.IndexOfAny(Undefined1252) : -1;
        return Encoding.GetEncoding(name).GetString(bytes);
    }

    /// <summary>
    /// Arabic is written in runs of high bytes, French and Spanish in single ones among ASCII letters:
    /// more high bytes than ASCII letters can only be Arabic.
    /// </summary>
    internal static bool LooksArabic(ReadOnlySpan<byte> bytes)
    {
        int high = 0, ascii = 0;
        foreach (var b in bytes)
        {
            if (b >= 0xC0) high++;
            else if (char.IsAsciiLetter((char)b)) ascii++;
        }

        return high > ascii;
    }
}
