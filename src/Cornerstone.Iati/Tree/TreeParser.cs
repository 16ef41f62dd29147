namespace Cornerstone.Iati.Tree;

/// <summary>
/// Reads one record into the tree. It is as strict as XML about tags, quotes and nesting, because a record whose parts are guessed is worse
/// than one that is left out; an ampersand that stands for itself is taken as it is (and said).
/// </summary>
internal sealed class TreeParser(ElementTree tree)
{
    // Deeper than any version of the standard goes (9), with room for extensions.
    internal const int Deepest = 64;
    internal const int MostAttributes = 256;

    private static readonly bool[] NameSigns = [.. Enumerable.Range(0, 256).Select(sign => sign >= 0x80 || char.IsAsciiLetterOrDigit((char)sign) || sign is '-' or '_' or ':' or '.')];

    private readonly int[] open = new int[Deepest];
    private readonly int[] lastChild = new int[Deepest];
    private int depth;
    private int at;

    /// <summary>Null when the record is sound.</summary>
    public TreeFault? Parse(ReadOnlyMemory<byte> record)
    {
        tree.Begin(record);
        depth = at = 0;
        var bytes = record.Span;
        try
        {
            do
            {
                var next = bytes[at..].IndexOf((byte)'<');
                if (next < 0) throw Fault("The record ends before its elements are closed", bytes.Length);
                at += next;
                Markup(bytes);
            }
            while (depth > 0);
            return null;
        }
        catch (TreeFaultException fault)
        {
            return new TreeFault(fault.Message, fault.At, depth > 0 ? open[depth - 1] : -1);
        }
    }

    private void Markup(ReadOnlySpan<byte> bytes)
    {
        switch (at + 1 < bytes.Length ? bytes[at + 1] : (byte)0)
        {
            case (byte)'/':
                Close(bytes);
                break;
            case (byte)'!' when bytes[at..].StartsWith("<!--"u8):
                Step(bytes, "-->"u8, 4);
                break;
            case (byte)'!' when bytes[at..].StartsWith("<![CDATA["u8):
                Step(bytes, "]]>"u8, 9);
                break;
            case (byte)'?':
                Step(bytes, "?>"u8, 2);
                break;
            default:
                Open(bytes);
                break;
        }
    }

    private void Step(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> close, int opening)
    {
        var found = bytes[Math.Min(at + opening, bytes.Length)..].IndexOf(close);
        if (found < 0) throw Fault("A comment or CDATA section is not closed", at);
        if (depth > 0) tree[open[depth - 1]].IsMixed = true;
        at += opening + found + close.Length;
    }

    private void Open(ReadOnlySpan<byte> bytes)
    {
        if (depth == Deepest) throw Fault($"Elements are nested deeper than {Deepest}", at);
        var nameEnd = NameEnd(bytes, at + 1);
        if (nameEnd == at + 1) throw Fault("A \"<\" stands in the text; it is written \"&lt;\"", at);
        var index = tree.Add(new Node
        {
            Name = IatiNames.Of(bytes[(at + 1)..nameEnd]),
            Start = at,
            NameEnd = nameEnd,
            Parent = depth > 0 ? open[depth - 1] : -1,
            FirstChild = -1,
            Next = -1,
            NextSame = -1,
            FirstAttribute = tree.AttributeCount,
        });
        Attach(index);
        at = nameEnd;
        var isEmpty = Attributes(bytes, index);
        ref var node = ref tree[index];
        node.AttributeCount = tree.AttributeCount - node.FirstAttribute;
        node.InnerStart = node.InnerEnd = node.End = at;
        if (isEmpty) return;
        open[depth] = index;
        lastChild[depth++] = -1;
    }

    private void Attach(int index)
    {
        if (depth == 0) return;
        ref var last = ref lastChild[depth - 1];
        ref var parent = ref tree[open[depth - 1]];
        if (last < 0) parent.FirstChild = index;
        else tree[last].Next = index;
        last = index;
        parent.ChildMask |= 1ul << ((byte)tree[index].Name & 63);
        if (depth == 1) tree.AddToRecord(index);
    }

    private void Close(ReadOnlySpan<byte> bytes)
    {
        if (depth == 0) throw Fault("An element is closed that was not opened", at);
        ref var node = ref tree[open[depth - 1]];
        var name = bytes[(node.Start + 1)..node.NameEnd];
        var rest = bytes[(at + 2)..];
        if (!rest.StartsWith(name)) throw Unclosed(bytes, node);
        var end = at + 2 + name.Length;
        while (end < bytes.Length && IsSpace(bytes[end])) end++;
        if (end >= bytes.Length || bytes[end] != '>') throw Unclosed(bytes, node);
        node.InnerEnd = at;
        node.End = at = end + 1;
        depth--;
    }

    private TreeFaultException Unclosed(ReadOnlySpan<byte> bytes, in Node node)
    {
        var found = bytes[(at + 2)..NameEnd(bytes, at + 2)];
        return Fault($"\"{Shown(bytes[(node.Start + 1)..node.NameEnd])}\" is closed by \"{Shown(found)}\"", at);
    }

    /// <summary>Reads to the end of the tag; true for an element without content.</summary>
    private bool Attributes(ReadOnlySpan<byte> bytes, int index)
    {
        while (true)
        {
            SkipSpace(bytes);
            if (at >= bytes.Length) throw Fault("A tag is not closed", tree[index].Start);
            switch (bytes[at])
            {
                case (byte)'>':
                    at++;
                    return false;
                case (byte)'/' when at + 1 < bytes.Length && bytes[at + 1] == '>':
                    at += 2;
                    return true;
            }

            Attribute(bytes, index);
        }
    }

    private void Attribute(ReadOnlySpan<byte> bytes, int index)
    {
        var start = at;
        at = NameEnd(bytes, at);
        if (at == start) throw Fault("A tag holds what is no attribute", at);
        var name = IatiNames.Of(bytes[start..at]);
        SkipSpace(bytes);
        if (at >= bytes.Length || bytes[at] != '=') throw Fault("An attribute has no value", start);
        at++;
        SkipSpace(bytes);
        if (at >= bytes.Length || bytes[at] is not ((byte)'"' or (byte)'\'')) throw Fault("The value of an attribute has no quotes", start);
        var length = bytes[(at + 1)..].IndexOf(bytes[at]);
        if (length < 0 || bytes.Slice(at + 1, length).Contains((byte)'<')) throw Fault("The value of an attribute is not closed", start);
        RefuseTwice(index, name, start);
        tree.Add(new AttributeNode(name, start, at + 1, length));
        at += length + 2;
    }

    private void RefuseTwice(int index, IatiName name, int start)
    {
        var first = tree[index].FirstAttribute;
        if (tree.AttributeCount - first == MostAttributes) throw Fault($"An element has more than {MostAttributes} attributes", start);
        if (name == IatiName.Unknown) return;
        for (var i = first; i < tree.AttributeCount; i++)
        {
            if (tree.Attribute(i).Name == name) throw Fault($"The attribute \"{IatiNames.TextOf(name)}\" is given twice", start);
        }
    }

    private void SkipSpace(ReadOnlySpan<byte> bytes)
    {
        while (at < bytes.Length && IsSpace(bytes[at])) at++;
    }

    private static int NameEnd(ReadOnlySpan<byte> bytes, int at)
    {
        if (at >= bytes.Length || bytes[at] is (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) return at;
        var signs = NameSigns;
        while (at < bytes.Length && signs[bytes[at]]) at++;
        return at;
    }

    private static bool IsSpace(byte sign) => sign is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static string Shown(ReadOnlySpan<byte> name) => System.Text.Encoding.UTF8.GetString(name[..Math.Min(name.Length, 40)]);

    private static TreeFaultException Fault(string reason, int at) => new(reason, at);

    private sealed class TreeFaultException(string reason, int at) : Exception(reason)
    {
        public int At { get; } = at;
    }
}

/// <summary>Why a record is no sound XML, where in it, and the innermost element open there.</summary>
internal sealed record TreeFault(string Reason, int At, int Inside);
