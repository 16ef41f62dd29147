using System.Text;

namespace Cornerstone.Iati.Bytes;

/// <summary>
/// In which letters a file is written: by its byte order mark, else by how its first sign looks, else by its declaration.
/// Whatever it is, what leaves here is UTF-8, so that a forbidden declaration looks the same in every encoding.
/// </summary>
internal sealed class SourceEncoding
{
    private const int Looked = 512;

    private SourceEncoding(string? declared, Encoding? other, int mark, bool isContradicted, bool isUnknown) =>
        (Declared, Other, MarkLength, IsContradicted, IsUnknown) = (declared, other, mark, isContradicted, isUnknown);

    public string? Declared { get; }

    /// <summary>The declaration says one thing and the bytes another; the bytes win.</summary>
    public bool IsContradicted { get; }

    /// <summary>The declared name is no encoding we know; the file is read as UTF-8.</summary>
    public bool IsUnknown { get; }

    /// <summary>White space stands before the declaration, which must be the first.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Null for UTF-8, which needs no change.</summary>
    private Encoding? Other { get; }

    private int MarkLength { get; }

    /// <summary>The file as UTF-8, without its byte order mark.</summary>
    public static Stream Open(Stream source, out SourceEncoding encoding)
    {
        var head = new byte[Looked];
        var length = source.ReadAtLeast(head, Looked, throwOnEndOfStream: false);
        encoding = Of(head.AsSpan(0, length));
        var first = head.AsMemory(encoding.MarkLength, length - encoding.MarkLength);
        encoding.IsLate = !first.Span.StartsWith("<?xml"u8) && first.Span.TrimStart(" \t\r\n"u8).StartsWith("<?xml"u8);
        var whole = new HeadedStream(first, source);
        return encoding.Other is null ? whole : Encoding.CreateTranscodingStream(whole, encoding.Other, new UTF8Encoding(false));
    }

    public static SourceEncoding Of(ReadOnlySpan<byte> head)
    {
        if (Marked(head) is var (marked, mark) && mark > 0) return new(DeclaredIn(head[mark..]), marked, mark, false, false);
        if (WithoutMark(head) is { } wide) return new(null, wide, 0, false, false);
        if (DeclaredIn(head) is not { } declared) return new(null, null, 0, false, false);
        if (declared.Equals("utf-7", StringComparison.OrdinalIgnoreCase)) throw new UnreadableIatiException("X0", "UTF-7 is not read: it can hide markup.", 1);
        if (IsUtf8(declared)) return new(declared, null, 0, false, false);
        var named = Named(declared);
        // Eight-bit bytes that call themselves UTF-16 are met often: a template's first line over another program's output.
        var isContradicted = named is not null && !named.GetBytes("<").AsSpan().SequenceEqual("<"u8);
        return new(declared, isContradicted ? null : named, 0, isContradicted, named is null);
    }

    private static (Encoding?, int) Marked(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xFE, 0, 0])) return (new UTF32Encoding(false, true), 4);
        if (head.StartsWith<byte>([0, 0, 0xFE, 0xFF])) return (new UTF32Encoding(true, true), 4);
        if (head.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return (null, 3);
        if (head.StartsWith<byte>([0xFF, 0xFE])) return (Encoding.Unicode, 2);
        if (head.StartsWith<byte>([0xFE, 0xFF])) return (Encoding.BigEndianUnicode, 2);
        return (null, 0);
    }

    private static Encoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0x3C, 0, 0, 0])) return new UTF32Encoding(false, false);
        if (head.StartsWith<byte>([0, 0, 0, 0x3C])) return new UTF32Encoding(true, false);
        if (head.StartsWith<byte>([0x3C, 0])) return Encoding.Unicode;
        if (head.StartsWith<byte>([0, 0x3C])) return Encoding.BigEndianUnicode;
        // "<?xm" in EBCDIC.
        return head.StartsWith<byte>([0x4C, 0x6F, 0xA7, 0x94]) ? throw new UnreadableIatiException("X0", "EBCDIC is not read.", 1) : null;
    }

    private static string? DeclaredIn(ReadOnlySpan<byte> head)
    {
        var start = head.TrimStart(" \t\r\n"u8);
        if (!start.StartsWith("<?xml"u8) || start.IndexOf("?>"u8) is not (>= 0 and var end)) return null;
        var declaration = start[..end];
        if (declaration.IndexOf("encoding"u8) is not (>= 0 and var at)) return null;
        var rest = declaration[(at + "encoding".Length)..].TrimStart(" \t\r\n="u8);
        if (rest.Length < 2 || rest[0] is not ((byte)'"' or (byte)'\'')) return null;
        var close = rest[1..].IndexOf(rest[0]);
        return close > 0 ? Encoding.Latin1.GetString(rest.Slice(1, close)).Trim() : null;
    }

    private static bool IsUtf8(string name) => name.ToUpperInvariant() is "UTF-8" or "UTF8" or "US-ASCII" or "ASCII";

    private static Encoding? Named(string name)
    {
        // Windows-1252 fills the places ISO 8859-1 leaves to control signs, which no aid file holds.
        if (name.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "LATIN-1" or "ISO8859-1") name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
