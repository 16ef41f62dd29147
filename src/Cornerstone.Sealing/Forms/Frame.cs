using System.Buffers.Binary;

namespace Cornerstone.Sealing.Forms;

/// <summary>What kind of sealed bytes follow.</summary>
internal enum Form : byte
{
    /// <summary>AES-256-GCM under a key both sides hold.</summary>
    Key = 1,

    /// <summary>To a public key: ephemeral ECDH P-256, HKDF-SHA256, AES-256-GCM.</summary>
    Box = 2,

    /// <summary>Under a passphrase: PBKDF2-SHA512, AES-256-GCM.</summary>
    Vault = 3,

    /// <summary>A stream of chunks under a key of its own.</summary>
    Chunks = 4,
}

/// <summary>The first six bytes of everything sealed: version, form, and a number (version of a key, or rounds of a vault). They are authenticated with the rest.</summary>
internal static class Frame
{
    internal const int Length = 6;
    internal const int NonceLength = 12;
    internal const int TagLength = 16;

    private const byte Version = 1;

    internal static void Write(Span<byte> target, Form form, int number)
    {
        target[0] = Version;
        target[1] = (byte)form;
        BinaryPrimitives.WriteInt32BigEndian(target[2..], number);
    }

    /// <summary>The number, when these bytes claim to be of this form and are long enough to be it. Bytes of any other kind are refused: nothing is ever read as plain.</summary>
    internal static int Read(ReadOnlySpan<byte> bytes, Form form, int shortest)
    {
        if (bytes.Length < shortest || bytes[0] != Version || bytes[1] != (byte)form) throw new SealBrokenException();

        var number = BinaryPrimitives.ReadInt32BigEndian(bytes[2..]);
        return number > 0 ? number : throw new SealBrokenException();
    }
}
