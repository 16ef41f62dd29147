using System.Buffers.Binary;
using System.Numerics;

namespace Cornerstone.Sealing.Forms;

/// <summary>A value in a length that tells little: its true length (32 bits), its bytes, zeros up to a power of two.</summary>
internal static class LengthPadding
{
    private const int Prefix = 4;

    /// <summary>"Yes" and "no", a name and a code look alike.</summary>
    private const int Shortest = 32;

    internal static int PaddedLength(int length) => Math.Max(Shortest, checked((int)BitOperations.RoundUpToPowerOf2((uint)(Prefix + length))));

    internal static void Pad(ReadOnlySpan<byte> value, Span<byte> padded)
    {
        BinaryPrimitives.WriteInt32BigEndian(padded, value.Length);
        value.CopyTo(padded[Prefix..]);
        padded[(Prefix + value.Length)..].Clear();
    }

    internal static ReadOnlySpan<byte> Unpad(ReadOnlySpan<byte> padded)
    {
        if (padded.Length < Shortest || !BitOperations.IsPow2(padded.Length)) throw new SealBrokenException();

        var length = BinaryPrimitives.ReadInt32BigEndian(padded);
        if (length < 0 || length > padded.Length - Prefix || PaddedLength(length) != padded.Length) throw new SealBrokenException();

        return padded.Slice(Prefix, length);
    }
}
