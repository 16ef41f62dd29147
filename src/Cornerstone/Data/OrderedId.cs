namespace Cornerstone.Data;

/// <summary>Version 7 identifiers whose order is the order they were made in, within one moment too: two acts of one request keep their sequence.</summary>
internal static class OrderedId
{
    private static int made;

    public static Guid At(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(moment).TryWriteBytes(bytes, bigEndian: true, out _);
        // Twenty-six bits after the moment count up; version (7) and variant (10) stay where RFC 9562 has them.
        var count = (uint)Interlocked.Increment(ref made) & 0x3FFFFFF;
        bytes[6] = (byte)(0x70 | (count >> 22));
        bytes[7] = (byte)((count >> 14) & 0xFF);
        bytes[8] = (byte)(0x80 | ((count >> 8) & 0x3F));
        bytes[9] = (byte)(count & 0xFF);
        return new Guid(bytes, bigEndian: true);
    }
}
