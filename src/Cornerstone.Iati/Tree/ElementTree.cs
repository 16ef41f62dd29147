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
    private Node[] nodes = new Node[1024];
    private AttributeNode[] attributes = new AttributeNode[1024];

    public ReadOnlyMemory<byte> Source { get; private set; }

    public ReadOnlySpan<byte> Bytes => Source.Span;

    public int Count { get; private set; }

    public int AttributeCount { get; private set; }

    public Element Root => new(this, 0);

    public ref Node this[int index] => ref nodes[index];

    public ref AttributeNode Attribute(int index) => ref attributes[index];

    public void Begin(ReadOnlyMemory<byte> source)
    {
        Source = source;
        Count = AttributeCount = 0;
        Array.Fill(firstOfRecord, -1);
    }

    public int FirstOfRecord(IatiName name) => firstOfRecord[(byte)name];

    /// <summary>Notes a child of the record under its name.</summary>
    public void AddToRecord(int index)
    {
        ref var node = ref nodes[index];
        if (firstOfRecord[(byte)node.Name] < 0) firstOfRecord[(byte)node.Name] = index;
        else nodes[lastOfRecord[(byte)node.Name]].NextSame = index;
        lastOfRecord[(byte)node.Name] = index;
    }

    public int Add(Node node)
    {
        if (Count == nodes.Length) Array.Resize(ref nodes, Count * 2);
        nodes[Count] = node;
        return Count++;
    }

    public void Add(AttributeNode attribute)
    {
        if (AttributeCount == attributes.Length) Array.Resize(ref attributes, AttributeCount * 2);
        attributes[AttributeCount++] = attribute;
    }
}

/// <summary>An element: where it stands, what is in it, and who is next. No index is -1.</summary>
internal struct Node
{
    public IatiName Name;

    /// <summary>Comments, CDATA or instructions stand among the text: it must be picked up in pieces.</summary>
    public bool IsMixed;
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

    /// <summary>A bit for each sixty-fourth of the names: clear means there is no such child. Most questions end here.</summary>
    public ulong ChildMask;
    public int FirstAttribute;
    public int AttributeCount;
}

/// <summary>An attribute: its name and where its value stands between the quotes.</summary>
internal readonly record struct AttributeNode(IatiName Name, int NameStart, int ValueStart, int ValueLength);
