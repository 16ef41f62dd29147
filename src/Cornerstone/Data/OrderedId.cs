using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cornerstone.Data;

/// <summary>Version 7 identifiers whose order is the order they were made in, within one moment too: two acts of one request keep their sequence.</summary>
internal static class OrderedId
{
    private const int RandomBytes = 6;

    private static int made;

    // Drawn for hundreds at once: asking the system for each costs more than all the rest.
    [ThreadStatic]
    private static byte[]? drawn;

    [ThreadStatic]
    private static int used;

    public static Guid At(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, moment.ToUnixTimeMilliseconds() << 16);
        Draw().CopyTo(bytes[10..]);
        // Twenty-six bits after the moment count up; version (7) and variant (10) stay where RFC 9562 has them.
        var count = (uint)Interlocked.Increment(ref made) & 0x3FFFFFF;
        bytes[6] = (byte)(0x70 | (count >> 22));
        bytes[7] = (byte)((count >> 14) & 0xFF);
        bytes[8] = (byte)(0x80 | ((count >> 8) & 0x3F));
        bytes[9] = (byte)(count & 0xFF);
        return new Guid(bytes, bigEndian: true);
    }

    private static ReadOnlySpan<byte> Draw()
    {
        drawn ??= new byte[RandomBytes * 512];
        if (used == 0)
        {
            RandomNumberGenerator.Fill(drawn);
        }

        var bytes = drawn.AsSpan(used, RandomBytes);
        used = (used + RandomBytes) % drawn.Length;
        return bytes;
    }
}
