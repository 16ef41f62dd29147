using System.Security.Cryptography;

namespace Cornerstone.Vaults;

/// <summary>Ids of sealed things are chance alone (RFC 9562, version 4): one that counts time would tell the minute, which the rows around it hide.</summary>
internal static class RandomId
{
    public static Guid New()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
