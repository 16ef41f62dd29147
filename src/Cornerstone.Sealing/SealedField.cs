using Cornerstone.Sealing.Forms;

namespace Cornerstone.Sealing;

/// <summary>
/// One sealed value, the type of its own column of bytes. Nothing but sealed bytes becomes one: there is no mark to look for in a text and no plain way around.
/// </summary>
public readonly struct SealedField : IEquatable<SealedField>
{
    private readonly byte[]? bytes;

    internal SealedField(byte[] bytes) => this.bytes = bytes;

    /// <summary>The generation of the dossier key that opens it.</summary>
    public int Generation => Envelope.NumberOf(Bytes);

    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>From the column. Bytes that cannot be a sealed value are refused here; altered ones when they are opened.</summary>
    public static SealedField FromStored(ReadOnlySpan<byte> stored)
    {
        Envelope.NumberOf(stored);
        return new SealedField(stored.ToArray());
    }

    /// <summary>For the column.</summary>
    public byte[] ToStored() => Bytes.IsEmpty ? throw new SealBrokenException() : Bytes.ToArray();

    public static bool operator ==(SealedField left, SealedField right) => left.Equals(right);

    public static bool operator !=(SealedField left, SealedField right) => !left.Equals(right);

    public bool Equals(SealedField other) => Bytes.SequenceEqual(other.Bytes);

    public override bool Equals(object? obj) => obj is SealedField other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => $"sealed ({Bytes.Length} bytes)";
}
