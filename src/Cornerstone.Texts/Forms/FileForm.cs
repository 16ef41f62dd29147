using System.Text;

namespace Cornerstone.Texts;

/// <summary>Tells the form of a file from its first bytes, and of an Office package from the names inside it.</summary>
public static class FileForm
{
    // PDF 32000-1, implementation note 13: readers accept the header anywhere in the first 1024 bytes.
    private const int PdfHeaderWindow = 1024;
    private const int TextWindow = 4096;

    private static readonly (FileKind Kind, byte[] Magic)[] Signatures =
    [
        (FileKind.OldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (FileKind.OtherOffice, [.. "{\\rtf"u8]),
        (FileKind.Image, [0x89, (byte)'P', (byte)'N', (byte)'G']),
        (FileKind.Image, [0xFF, 0xD8, 0xFF]),
        (FileKind.Image, [.. "GIF8"u8]),
        (FileKind.Image, [(byte)'I', (byte)'I', 0x2A, 0x00]),
        (FileKind.Image, [(byte)'M', (byte)'M', 0x00, 0x2A]),
        (FileKind.Archive, [0x1F, 0x8B]),
        (FileKind.Archive, [(byte)'7', (byte)'z', 0xBC, 0xAF]),
        (FileKind.Archive, [.. "Rar!"u8]),
        (FileKind.Archive, [.. "BZh"u8]),
    ];

    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return FileKind.Empty;

        foreach (var (kind, magic) in Signatures)
        {
            if (bytes.StartsWith(magic)) return kind;
        }

        if (bytes.StartsWith("PK"u8) && bytes.Length > 3 && bytes[2] is 3 or 5 or 7) return OfPackage(bytes);
        if (bytes[..Math.Min(bytes.Length, PdfHeaderWindow)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        if (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8)) return FileKind.Image;
        return OfText(bytes);
    }

    /// <summary>Names in a zip directory are stored uncompressed, so the kind shows without unpacking anything.</summary>
    private static FileKind OfPackage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("word/document.xml"u8) >= 0) return FileKind.Docx;

        var isOffice = bytes.IndexOf("xl/workbook."u8) >= 0
            || bytes.IndexOf("ppt/presentation.xml"u8) >= 0
            || bytes.IndexOf("mimetypeapplication/vnd.oasis.opendocument"u8) >= 0;
        return isOffice ? FileKind.OtherOffice : FileKind.Archive;
    }

    private static FileKind OfText(ReadOnlySpan<byte> bytes)
    {
        // The window may end inside a character, which the strict encodings of the decoder would refuse.
        var strict = TextDecoder.ByMark(bytes) ?? TextDecoder.ByZeros(bytes) ?? Encoding.Latin1;
        var start = Encoding.GetEncoding(strict.WebName).GetString(bytes[..Math.Min(bytes.Length, TextWindow)]).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\t', '\r', '\n');
        if (TextDecoder.LooksBinary(start)) return FileKind.Binary;

        if (StartsWithTag(start, "!doctype html") || StartsWithTag(start, "html")) return FileKind.Html;

        var isXml = start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || StartsWithTag(start, "!doctype")
            || start.Contains("<akomaNtoso", StringComparison.Ordinal)
            || (start.StartsWith('<') && start.Contains("xmlns", StringComparison.Ordinal));
        if (!isXml) return FileKind.Text;
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase) && !start.Contains("<akomaNtoso", StringComparison.Ordinal)
            ? FileKind.Html
            : FileKind.Xml;
    }

    private static bool StartsWithTag(string text, string name) =>
        text.StartsWith('<') && text.AsSpan(1).StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
