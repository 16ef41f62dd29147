using System.Buffers.Binary;
using System.Text;

namespace Cornerstone.Sealing.Forms;

/// <summary>
/// Associated data, written so that two different contexts never give the same bytes: texts and byte strings stand after their length (16 bits),
/// ids and numbers have a fixed one; all big-endian. The first text is the purpose, so that what was sealed for one is never opened for another.
/// </summary>
internal ref struct Context
{
    /// <summary>Holds any context of ours: three names of 63 bytes, ids, numbers and two public keys.</summary>
    internal const int Capacity = 512;

    /// <summary>Identifiers of PostgreSQL are no longer.</summary>
    private const int LongestName = 63;

    private readonly Span<byte> buffer;
    private int length;

    internal Context(Span<byte> buffer, string purpose)
    {
        this.buffer = buffer;
        Text(purpose);
    }

    internal readonly ReadOnlySpan<byte> Written => buffer[..length];

    internal void Text(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var size = Encoding.UTF8.GetByteCount(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LongestName, nameof(text));
        BinaryPrimitives.WriteUInt16BigEndian(buffer[length..], (ushort)size);
        Encoding.UTF8.GetBytes(text, buffer[(length + 2)..]);
        length += 2 + size;
    }

    internal void Bytes(ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteUInt16BigEndian(buffer[length..], checked((ushort)bytes.Length));
        bytes.CopyTo(buffer[(length + 2)..]);
        length += 2 + bytes.Length;
    }

    internal void Id(Guid id)
    {
        id.TryWriteBytes(buffer[length..], bigEndian: true, out _);
        length += 16;
    }

    internal void Number(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer[length..], number);
        length += 8;
    }
}
