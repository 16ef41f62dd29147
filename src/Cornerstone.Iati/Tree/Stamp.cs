using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Cornerstone.Iati.Tree;

/// <summary>
/// The length of some bytes, their beginning and their end. Of up to sixteen that is all of them: names and codes are told apart by two
/// numbers, without looking at each sign and without a string.
/// </summary>
internal readonly struct Stamp
{
    public const int Longest = 16;

    private readonly ulong first;
    private readonly ulong last;
    private readonly int length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Stamp(ReadOnlySpan<byte> bytes)
    {
        length = bytes.Length;
        if (bytes.Length >= 8)
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            last = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]);
        }
        else if (bytes.Length >= 4)
        {
            first = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            last = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]);
        }
        else if (bytes.Length > 0)
        {
            first = bytes[0] | ((uint)bytes[bytes.Length / 2] << 8);
            last = bytes[^1];
        }
    }

    /// <summary>Nothing else has this stamp.</summary>
    public bool IsWhole => length <= Longest;

    public bool Equals(in Stamp other) => first == other.first && last == other.last && length == other.length;

    /// <summary>A place in a table of two to the power of the bits.</summary>
    public int Slot(int bits)
    {
        unchecked
        {
            return (int)((((first * 0x9E3779B97F4A7C15) ^ ((last + (ulong)length) * 0xC2B2AE3D27D4EB4F)) * 0x165667B19E3779F9) >> (64 - bits));
        }
    }
}
