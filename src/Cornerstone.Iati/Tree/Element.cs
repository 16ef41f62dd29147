using System.Runtime.CompilerServices;

namespace Cornerstone.Iati.Tree;

/// <summary>An element of the record at hand, or none. Asking a missing element for its parts gives nothing, and never fails.</summary>
internal readonly struct Element(ElementTree tree, int index)
{
    public int Index => index;

    public ElementTree Tree => tree;

    public bool Exists => index >= 0;

    public IatiName Name => Exists ? tree[index].Name : IatiName.Unknown;

    public int Start => tree[index].Start;

    public Element Parent => new(tree, Exists ? tree[index].Parent : -1);

    public ElementList Children => new(tree, Exists ? tree[index].FirstChild : -1, IatiName.Unknown, false);

    public ElementList All(IatiName name) => new(tree, FirstIndex(name), name, index == 0);

    public Element First(IatiName name) => new(tree, FirstIndex(name));

    public bool Has(IatiName child) => FirstIndex(child) >= 0;

    public int CountOf(IatiName child)
    {
        if (index == 0) return tree.CountOfRecord(child);
        var count = 0;
        foreach (var _ in All(child)) count++;
        return count;
    }

    /// <summary>The bytes between the quotes, as they stand; empty when there is no such attribute.</summary>
    public ReadOnlySpan<byte> Attribute(IatiName name) => TryAttribute(name, out var value) ? value : default;

    public bool HasAttribute(IatiName name) => TryAttribute(name, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAttribute(IatiName name, out ReadOnlySpan<byte> value)
    {
        value = default;
        return Exists && (tree[index].AttributeMask & Node.Bit(name)) != 0 && tree.TryAttribute(tree[index], name, out value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FirstIndex(IatiName name)
    {
        if (index <= 0) return index == 0 ? tree.FirstOfRecord(name) : -1;
        return (tree[index].ChildMask & Node.Bit(name)) == 0 ? -1 : tree.Among(tree[index].FirstChild, name);
    }

    /// <summary>What stands between the tags, with all marks in it.</summary>
    public ReadOnlySpan<byte> Inner => Exists ? tree.Bytes[tree[index].InnerStart..tree[index].InnerEnd] : default;

    /// <summary>The inside is text and nothing else.</summary>
    public bool IsPlainText => Exists && tree[index].FirstChild < 0 && !tree[index].IsMixed;
}

/// <summary>The children of an element, all or those of one name.</summary>
internal readonly struct ElementList(ElementTree tree, int first, IatiName name, bool isOfRecord)
{
    public Enumerator GetEnumerator() => new(tree, first, name, isOfRecord);

    internal struct Enumerator(ElementTree tree, int next, IatiName name, bool isOfRecord)
    {
        public Element Current { get; private set; }

        public bool MoveNext()
        {
            if (next < 0) return false;
            Current = new(tree, next);
            ref var node = ref tree[next];
            if (isOfRecord) next = node.NextSame;
            else next = name == IatiName.Unknown ? node.Next : tree.Among(node.Next, name);
            return true;
        }
    }
}
