using System.Security.Cryptography;
using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing.Forms;

/// <summary>
/// Bytes for the owner of a public key: frame, ephemeral public key, nonce, ciphertext, tag. The key comes from ECDH P-256 by HKDF-SHA256 with both public keys as salt.
/// A box says nothing of who closed it: whoever needs to know asks for a proof beside it.
/// </summary>
internal static class Box
{
    internal const int Overhead = Frame.Length + PublicKey.Length + Frame.NonceLength + Frame.TagLength;

    private const string Purpose = "cornerstone box";

    internal static byte[] Seal(PublicKey to, int number, ReadOnlySpan<byte> plain, Context context)
    {
        using var ephemeral = PrivateKey.Random();
        return Seal(to, number, plain, context, ephemeral, RandomNumberGenerator.GetBytes(Frame.NonceLength));
    }

    /// <summary>With a given ephemeral key and nonce: for the tests of the form only.</summary>
    internal static byte[] Seal(PublicKey to, int number, ReadOnlySpan<byte> plain, Context context, PrivateKey ephemeral, ReadOnlySpan<byte> nonce)
    {
        var bytes = new byte[Overhead + plain.Length];
        Frame.Write(bytes, Form.Box, number);
        ephemeral.Public.Point.CopyTo(bytes.AsSpan(Frame.Length));
        nonce.CopyTo(bytes.AsSpan(Frame.Length + PublicKey.Length));
        using var key = ephemeral.AgreeWith(to, [.. ephemeral.Public.Point, .. to.Point], Purpose);
        var body = bytes.AsSpan(Overhead - Frame.TagLength);
        key.Seal(nonce, plain, body[..plain.Length], body[plain.Length..], [.. bytes.AsSpan(0, Frame.Length), .. context.Written]);
        return bytes;
    }

    internal static int NumberOf(ReadOnlySpan<byte> box) => Frame.Read(box, Form.Box, Overhead);

    internal static int LengthOf(ReadOnlySpan<byte> box) => box.Length - Overhead;

    internal static void Open(PrivateKey own, ReadOnlySpan<byte> box, Span<byte> plain, Context context)
    {
        NumberOf(box);
        if (plain.Length != LengthOf(box)) throw new SealBrokenException();

        var ephemeral = PublicKey.FromStored(box.Slice(Frame.Length, PublicKey.Length));
        var nonce = box.Slice(Frame.Length + PublicKey.Length, Frame.NonceLength);
        using var key = own.AgreeWith(ephemeral, [.. ephemeral.Point, .. own.Public.Point], Purpose);
        var body = box[(Overhead - Frame.TagLength)..];
        key.Open(nonce, body[..plain.Length], body[plain.Length..], plain, [.. box[..Frame.Length], .. context.Written]);
    }
}
