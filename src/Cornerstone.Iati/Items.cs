using System.Collections;
using System.Runtime.CompilerServices;

namespace Cornerstone.Iati;

/// <summary>A list that never changes and is equal to another with the same things in the same order. Nothing is an empty list.</summary>
[CollectionBuilder(typeof(Items), nameof(Items.Of))]
public readonly struct Items<T>(T[]? values) : IReadOnlyList<T>, IEquatable<Items<T>>
{
    private readonly T[]? values = values;

    public int Count => values?.Length ?? 0;

    public T this[int index] => (values ?? [])[index];

    public static bool operator ==(Items<T> left, Items<T> right) => left.Equals(right);

    public static bool operator !=(Items<T> left, Items<T> right) => !left.Equals(right);

    public ReadOnlySpan<T>.Enumerator GetEnumerator() => new ReadOnlySpan<T>(values).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(values ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (values ?? []).GetEnumerator();

    public bool Equals(Items<T> other) => (values ?? []).AsSpan().SequenceEqual(other.values ?? [], null);

    public override bool Equals(object? obj) => obj is Items<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in this) hash.Add(value);
        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", (IEnumerable<T>)this)}]";
}

/// <summary>Makes lists from collection expressions.</summary>
public static class Items
{
    public static Items<T> Of<T>(ReadOnlySpan<T> values) => values.Length == 0 ? default : new(values.ToArray());
}
