using System.Runtime.CompilerServices;

namespace Cornerstone.Iati.Tree;

/// <summary>
/// One record as places in its bytes: no text is made until somebody asks for it. The same tree is filled anew for each record, so that
/// reading a file of any size needs the memory of its largest record.
/// </summary>
internal sealed class ElementTree
{
    private const int Names = 256;

    // The record itself may have thousands of children; they are found by name without going through all of them.
    private readonly int[] firstOfRecord = new int[Names];
    private readonly int[] lastOfRecord = new int[Names];
    private readonly int[] countOfRecord = new int[Names];
    private Node[] nodes = new Node[1024];
    private AttributeNode[] attributes = new AttributeNode[1024];
    private ArraySegment<byte> source;

    public ReadOnlySpan<byte> Bytes => source;

    public int Count { get; private set; }

    public int AttributeCount { get; private set; }

    public Element Root => new(this, 0);

    public ref Node this[int index] => ref nodes[index];

    public ReadOnlySpan<AttributeNode> Attributes(in Node node) => attributes.AsSpan(node.FirstAttribute, node.AttributeCount);

    public void Begin(ArraySegment<byte> record)
    {
        source = record;
        Count = AttributeCount = 0;
        Array.Fill(firstOfRecord, -1);
        Array.Clear(countOfRecord);
    }

    public int FirstOfRecord(IatiName name) => firstOfRecord[(byte)name];

    public int CountOfRecord(IatiName name) => countOfRecord[(byte)name];

    public bool TryAttribute(in Node node, IatiName name, out ReadOnlySpan<byte> value)
    {
        foreach (ref readonly var attribute in Attributes(node))
        {
            if (attribute.Name != name) continue;
            value = Bytes.Slice(attribute.ValueStart, attribute.ValueLength);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The first of a name from a child on to its last sibling, or -1.</summary>
    public int Among(int child, IatiName name)
    {
        var all = nodes;
        while (child >= 0 && all[child].Name != name) child = all[child].Next;
        return child;
    }

    /// <summary>Notes a child of the record under its name.</summary>
    public void AddToRecord(int index)
    {
        ref var node = ref nodes[index];
        if (firstOfRecord[(byte)node.Name] < 0) firstOfRecord[(byte)node.Name] = index;
        else nodes[lastOfRecord[(byte)node.Name]].NextSame = index;
        lastOfRecord[(byte)node.Name] = index;
        countOfRecord[(byte)node.Name]++;
    }

    /// <summary>A new element at the end. Whoever asks fills in every part: an older record may have left its own there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Node Add(out int index)
    {
        if (Count == nodes.Length) Array.Resize(ref nodes, Count * 2);
        index = Count++;
        return ref nodes[index];
    }

    /// <summary>A new attribute at the end, to be filled in likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref AttributeNode AddAttribute()
    {
        if (AttributeCount == attributes.Length) Array.Resize(ref attributes, AttributeCount * 2);
        return ref attributes[AttributeCount++];
    }
}

/// <summary>An element: where it stands, what is in it, and who is next. No index is -1.</summary>
internal struct Node
{
    /// <summary>A bit for each sixty-fourth of the names: clear means there is no such child. Most questions end here.</summary>
    public ulong ChildMask;

    /// <summary>The same of its attributes.</summary>
    public ulong AttributeMask;
    public int Start;
    public int NameEnd;
    public int InnerStart;
    public int InnerEnd;
    public int End;
    public int Parent;
    public int FirstChild;
    public int Next;

    /// <summary>Of the record's own children: the next of the same name.</summary>
    public int NextSame;
    public int FirstAttribute;
    public ushort AttributeCount;
    public IatiName Name;

    /// <summary>Comments, CDATA or instructions stand among the text: it must be picked up in pieces.</summary>
    public bool IsMixed;

    public static ulong Bit(IatiName name) => 1ul << ((byte)name & 63);
}

/// <summary>An attribute: its name and where its value stands between the quotes.</summary>
internal struct AttributeNode
{
    public int NameStart;
    public int ValueStart;
    public int ValueLength;
    public IatiName Name;
}
