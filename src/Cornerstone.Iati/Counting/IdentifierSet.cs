using System.Runtime.InteropServices;

namespace Cornerstone.Iati;

/// <summary>
/// Which identifiers were met, as two hashes of 32 bits each: a file of ten million activities needs some hundred megabytes less than with the
/// identifiers themselves, and two of them are taken for one with a chance of one in a hundred thousand. Both hashes begin at random, so that
/// nobody can choose two identifiers that will be taken for one.
/// </summary>
internal sealed class IdentifierSet
{
    private readonly HashSet<ulong> marks = [];

    public int Count => marks.Count;

    public bool Add(string identifier)
    {
        var other = new HashCode();
        other.AddBytes(MemoryMarshal.AsBytes(identifier.AsSpan()));
        var (high, low) = (string.GetHashCode(identifier, StringComparison.Ordinal), other.ToHashCode());
        return marks.Add(unchecked(((ulong)(uint)high << 32) | (uint)low));
    }
}
