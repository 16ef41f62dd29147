namespace Cornerstone.Iati.Bytes;

/// <summary>
/// Finds where each record begins and ends, and nothing else. Comments, CDATA and processing instructions are stepped over, so an activity
/// inside one is none. What is broken inside a record cannot hide the next: its beginning is looked for among the marks of the file.
/// </summary>
internal sealed class ExtentFinder(ByteWindow window, int longest)
{
    // The longest mark that is looked at, with the sign after it: "</iati-organisations ".
    private const int MarkLength = 24;
    private const int LongestRootTag = 1 << 16;

    private int at;
    private bool isKeeping;
    private bool isTooLong;

    private enum Mark
    {
        None,
        EndOfFile,
        Begin,
        End,
        Root,
        RootEnd,
        Other,
    }

    /// <summary>The first element of the file: what it calls itself, with its attributes.</summary>
    public byte[]? RootTag { get; private set; }

    public long RootLine { get; private set; }

    public bool HasRecord { get; private set; }

    /// <summary>The list of records was closed as it was opened.</summary>
    public bool IsClosed { get; private set; }

    private RecordKind Kind { get; set; }

    /// <summary>Goes to the next record. The window then begins with it; the caller lets it go when done.</summary>
    public Extent? Next()
    {
        at = 0;
        isKeeping = isTooLong = false;
        while (true)
        {
            switch (NextMark())
            {
                case Mark.EndOfFile:
                    return null;
                case Mark.Begin:
                    if (RootTag is null) KeepRootTag();
                    return Whole(Kind);
                case Mark.Root or Mark.Other when RootTag is null:
                    KeepRootTag();
                    break;
                case Mark.RootEnd:
                    IsClosed = true;
                    break;
            }

            at++;
        }
    }

    private Extent Whole(RecordKind kind)
    {
        isKeeping = HasRecord = true;
        var line = window.Line;
        var (tagEnd, isEmpty) = StartTagEnd();
        if (isEmpty) return new(kind, line, tagEnd, ExtentFault.None);
        at = Math.Max(tagEnd, 1);
        while (true)
        {
            switch (NextMark())
            {
                case Mark.EndOfFile:
                    return new(kind, line, window.Kept.Length, isTooLong ? ExtentFault.TooLong : ExtentFault.CutOff);
                case Mark.End when Kind == kind:
                    var end = EndOfTag();
                    return new(kind, line, end, isTooLong ? ExtentFault.TooLong : ExtentFault.None);
                case Mark.Begin or Mark.RootEnd:
                    return new(kind, line, at, isTooLong ? ExtentFault.TooLong : ExtentFault.NotClosed);
            }

            at++;
        }
    }

    private Mark NextMark()
    {
        while (true)
        {
            if (isKeeping) StepOverElements(window.Kept);
            var next = window.Kept[at..].IndexOf((byte)'<');
            at = next < 0 ? window.Kept.Length : at + next;
            LetGo();
            if (next < 0)
            {
                if (!window.Fill()) return Mark.EndOfFile;
                continue;
            }

            window.Holds(at + MarkLength);
            if (MarkAt(window.Kept[at..]) is var mark and not Mark.None) return mark;
        }
    }

    /// <summary>Most marks inside a record are plain elements: they are passed without a second look.</summary>
    private void StepOverElements(ReadOnlySpan<byte> bytes)
    {
        while (bytes[at..].IndexOf((byte)'<') is >= 0 and var next && at + next + 2 < bytes.Length)
        {
            at += next;
            var sign = bytes[at + 1] == '/' ? bytes[at + 2] : bytes[at + 1];
            if (sign is (byte)'i' or (byte)'!' or (byte)'?') return;
            at++;
        }
    }

    /// <summary>What begins at the "&lt;"; steps over what holds no elements and then says None.</summary>
    private Mark MarkAt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2) return Mark.Other;
        switch (bytes[1])
        {
            case (byte)'!' when bytes.StartsWith("<!--"u8):
                return SkipPast("-->"u8, 4);
            case (byte)'!' when bytes.StartsWith("<![CDATA["u8):
                return SkipPast("]]>"u8, 9);
            // The file ends inside the beginning of a comment or a section.
            case (byte)'!' when "<!--"u8.StartsWith(bytes) || "<![CDATA["u8.StartsWith(bytes):
                return Mark.Other;
            case (byte)'!':
                throw new UnreadableIatiException("X0", "The file declares a document type. Files with such declarations are refused: they can name other files and multiply themselves.", LineHere);
            case (byte)'?':
                return SkipPast("?>"u8, 2);
            case (byte)'/':
                return bytes[2..].StartsWith("iati-"u8) ? Named(bytes[2..], Mark.End, Mark.RootEnd) : Mark.Other;
            default:
                return bytes[1..].StartsWith("iati-"u8) ? Named(bytes[1..], Mark.Begin, Mark.Root) : Mark.Other;
        }
    }

    private long LineHere => window.Line + window.Kept[..at].Count((byte)'\n');

    private Mark Named(ReadOnlySpan<byte> bytes, Mark record, Mark root)
    {
        if (Is(bytes, "iati-activity"u8)) return Of(RecordKind.Activity, record);
        if (Is(bytes, "iati-organisation"u8)) return Of(RecordKind.Organisation, record);
        if (Is(bytes, "iati-activities"u8)) return root;
        return Is(bytes, "iati-organisations"u8) ? root : Mark.Other;
    }

    private Mark Of(RecordKind kind, Mark mark)
    {
        Kind = kind;
        return mark;
    }

    private static bool Is(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name) =>
        bytes.StartsWith(name) && bytes.Length > name.Length && bytes[name.Length] is (byte)' ' or (byte)'>' or (byte)'/' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private Mark SkipPast(ReadOnlySpan<byte> close, int opening)
    {
        at += opening;
        while (true)
        {
            var found = window.Kept[at..].IndexOf(close);
            if (found >= 0)
            {
                at += found + close.Length;
                return Mark.None;
            }

            // The closing mark may lie across the border of what has been read.
            at = Math.Max(at, window.Kept.Length - close.Length + 1);
            LetGo();
            if (!window.Fill()) return Mark.EndOfFile;
        }
    }

    /// <summary>Outside a record nothing is kept; in one that is too long nothing more.</summary>
    private void LetGo()
    {
        isTooLong |= isKeeping && at > longest;
        if (isKeeping && !isTooLong) return;
        window.Skip(at);
        at = 0;
    }

    private (int End, bool IsEmpty) StartTagEnd()
    {
        var (i, quote) = (at + 1, (byte)0);
        while (i < LongestRootTag && window.Holds(i + 1))
        {
            var rest = window.Kept[i..];
            var found = quote == 0 ? rest.IndexOfAny("\"'<>"u8) : rest.IndexOfAny(quote, (byte)'<');
            i += found < 0 ? rest.Length : found;
            if (found < 0) continue;
            // No "<" may stand in a tag: it was never closed.
            if (rest[found] == '<' || i >= LongestRootTag) break;
            if (rest[found] == '>') return (i + 1, window.Kept[i - 1] == '/');
            quote = quote == 0 ? rest[found] : (byte)0;
            i++;
        }

        return (at + 1, false);
    }

    private int EndOfTag()
    {
        while (true)
        {
            var found = window.Kept[at..].IndexOf((byte)'>');
            if (found >= 0) return at + found + 1;
            if (!window.Fill()) return window.Kept.Length;
        }
    }

    private void KeepRootTag()
    {
        var (end, _) = StartTagEnd();
        RootTag = window.Kept[at..end].ToArray();
        RootLine = LineHere;
    }
}
