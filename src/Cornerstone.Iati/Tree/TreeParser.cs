using System.Runtime.CompilerServices;

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

    /// <summary>Null when the record is sound.</summary>
    public TreeFault? Parse(ArraySegment<byte> record)
    {
        tree.Begin(record);
        depth = 0;
        ReadOnlySpan<byte> bytes = record;
        try
        {
            var at = 0;
            do
            {
                var next = bytes[at..].IndexOf((byte)'<');
                if (next < 0) throw Fault("The record ends before its elements are closed", bytes.Length);
                at = Markup(bytes, at + next);
            }
            while (depth > 0);
            return null;
        }
        catch (TreeFaultException fault)
        {
            return new TreeFault(fault.Message, fault.At, depth > 0 ? open[depth - 1] : -1);
        }
    }

    // Each of these begins at a sign and answers where what it read ends.
    private int Markup(ReadOnlySpan<byte> bytes, int at) => (at + 1 < bytes.Length ? bytes[at + 1] : (byte)0) switch
    {
        (byte)'/' => Close(bytes, at),
        (byte)'!' when bytes[at..].StartsWith("<!--"u8) => Step(bytes, at, "-->"u8, 4),
        (byte)'!' when bytes[at..].StartsWith("<![CDATA["u8) => Step(bytes, at, "]]>"u8, 9),
        (byte)'?' => Step(bytes, at, "?>"u8, 2),
        _ => Open(bytes, at),
    };

    private int Step(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> close, int opening)
    {
        var found = bytes[Math.Min(at + opening, bytes.Length)..].IndexOf(close);
        if (found < 0) throw Fault("A comment or CDATA section is not closed", at);
        if (depth > 0) tree[open[depth - 1]].IsMixed = true;
        return at + opening + found + close.Length;
    }

    private int Open(ReadOnlySpan<byte> bytes, int at)
    {
        if (depth == Deepest) throw Fault($"Elements are nested deeper than {Deepest}", at);
        var nameEnd = NameEnd(bytes, at + 1);
        if (nameEnd == at + 1) throw Fault("A \"<\" stands in the text; it is written \"&lt;\"", at);
        ref var node = ref tree.Add(out var index);
        node.Name = IatiNames.Of(bytes[(at + 1)..nameEnd]);
        (node.Start, node.NameEnd) = (at, nameEnd);
        (node.FirstChild, node.Next, node.NextSame) = (-1, -1, -1);
        (node.ChildMask, node.IsMixed) = (0, false);
        Attach(ref node, index);
        var end = Attributes(bytes, ref node, out var isEmpty);
        node.InnerStart = node.InnerEnd = node.End = end;
        if (isEmpty) return end;
        open[depth] = index;
        lastChild[depth++] = -1;
        return end;
    }

    private void Attach(ref Node node, int index)
    {
        node.Parent = -1;
        if (depth == 0) return;
        node.Parent = open[depth - 1];
        ref var parent = ref tree[node.Parent];
        ref var last = ref lastChild[depth - 1];
        if (last < 0) parent.FirstChild = index;
        else tree[last].Next = index;
        last = index;
        parent.ChildMask |= Node.Bit(node.Name);
        if (depth == 1) tree.AddToRecord(index);
    }

    private int Close(ReadOnlySpan<byte> bytes, int at)
    {
        if (depth == 0) throw Fault("An element is closed that was not opened", at);
        ref var node = ref tree[open[depth - 1]];
        var name = bytes[(node.Start + 1)..node.NameEnd];
        if (!bytes[(at + 2)..].StartsWith(name)) throw Unclosed(bytes, at, node);
        var end = SpaceEnd(bytes, at + 2 + name.Length);
        if (end >= bytes.Length || bytes[end] != '>') throw Unclosed(bytes, at, node);
        node.InnerEnd = at;
        node.End = end + 1;
        depth--;
        return node.End;
    }

    private static TreeFaultException Unclosed(ReadOnlySpan<byte> bytes, int at, in Node node)
    {
        var found = bytes[(at + 2)..NameEnd(bytes, at + 2)];
        return Fault($"\"{Shown(bytes[(node.Start + 1)..node.NameEnd])}\" is closed by \"{Shown(found)}\"", at);
    }

    /// <summary>Reads to the end of the tag; an empty element has no content.</summary>
    private int Attributes(ReadOnlySpan<byte> bytes, ref Node node, out bool isEmpty)
    {
        node.FirstAttribute = tree.AttributeCount;
        (node.AttributeCount, node.AttributeMask) = (0, 0);
        var at = node.NameEnd;
        while (true)
        {
            at = SpaceEnd(bytes, at);
            if (at >= bytes.Length) throw Fault("A tag is not closed", node.Start);
            isEmpty = bytes[at] == '/' && at + 1 < bytes.Length && bytes[at + 1] == '>';
            if (isEmpty) return at + 2;
            if (bytes[at] == '>') return at + 1;
            at = Attribute(bytes, at, ref node);
        }
    }

    private int Attribute(ReadOnlySpan<byte> bytes, int start, ref Node node)
    {
        var nameEnd = NameEnd(bytes, start);
        if (nameEnd == start) throw Fault("A tag holds what is no attribute", start);
        var at = SpaceEnd(bytes, nameEnd);
        if (at >= bytes.Length || bytes[at] != '=') throw Fault("An attribute has no value", start);
        at = SpaceEnd(bytes, at + 1);
        if (at >= bytes.Length || bytes[at] is not ((byte)'"' or (byte)'\'')) throw Fault("The value of an attribute has no quotes", start);
        var rest = bytes[(at + 1)..];
        var length = rest.IndexOfAny(bytes[at], (byte)'<');
        if (length < 0 || rest[length] == '<') throw Fault("The value of an attribute is not closed", start);
        var name = IatiNames.Of(bytes[start..nameEnd]);
        if (node.AttributeCount == MostAttributes) throw Fault($"An element has more than {MostAttributes} attributes", start);
        if ((node.AttributeMask & Node.Bit(name)) != 0) RefuseTwice(node, name, start);
        ref var attribute = ref tree.AddAttribute();
        (attribute.Name, attribute.NameStart, attribute.ValueStart, attribute.ValueLength) = (name, start, at + 1, length);
        node.AttributeMask |= Node.Bit(name);
        node.AttributeCount++;
        return at + length + 2;
    }

    private void RefuseTwice(in Node node, IatiName name, int start)
    {
        if (name == IatiName.Unknown) return;
        foreach (ref readonly var attribute in tree.Attributes(node))
        {
            if (attribute.Name == name) throw Fault($"The attribute \"{IatiNames.TextOf(name)}\" is given twice", start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SpaceEnd(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && IsSpace(bytes[at])) at++;
        return at;
    }

    private static int NameEnd(ReadOnlySpan<byte> bytes, int at)
    {
        if (at >= bytes.Length || bytes[at] is (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9')) return at;
        var signs = NameSigns;
        while (at < bytes.Length && signs[bytes[at]]) at++;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSpace(byte sign) => sign <= ' ' && sign is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static string Shown(ReadOnlySpan<byte> name) => System.Text.Encoding.UTF8.GetString(name[..Math.Min(name.Length, 40)]);

    private static TreeFaultException Fault(string reason, int at) => new(reason, at);

    private sealed class TreeFaultException(string reason, int at) : Exception(reason)
    {
        public int At { get; } = at;
    }
}

/// <summary>Why a record is no sound XML, where in it, and the innermost element open there.</summary>
internal sealed record TreeFault(string Reason, int At, int Inside);
