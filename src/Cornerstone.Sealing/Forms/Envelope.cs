using System.Security.Cryptography;
using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing.Forms;

/// <summary>Frame, nonce of 96 random bits, ciphertext, tag. Associated data is the frame and then the context.</summary>
internal static class Envelope
{
    internal const int Overhead = Frame.Length + Frame.NonceLength + Frame.TagLength;

    internal static byte[] Seal(SecretKey key, int number, ReadOnlySpan<byte> plain, Context context)
    {
        Span<byte> nonce = stackalloc byte[Frame.NonceLength];
        RandomNumberGenerator.Fill(nonce);
        return Seal(key, number, plain, context, nonce);
    }

    /// <summary>With a given nonce: for the tests of the form only.</summary>
    internal static byte[] Seal(SecretKey key, int number, ReadOnlySpan<byte> plain, Context context, ReadOnlySpan<byte> nonce)
    {
        var bytes = new byte[Overhead + plain.Length];
        Frame.Write(bytes, Form.Key, number);
        nonce.CopyTo(bytes.AsSpan(Frame.Length));
        var body = bytes.AsSpan(Frame.Length + Frame.NonceLength);
        Span<byte> associated = stackalloc byte[Frame.Length + Context.Capacity];
        key.Seal(nonce, plain, body[..plain.Length], body[plain.Length..], Associate(associated, bytes, context));
        return bytes;
    }

    internal static int LengthOf(ReadOnlySpan<byte> envelope) => envelope.Length - Overhead;

    internal static int NumberOf(ReadOnlySpan<byte> envelope) => Frame.Read(envelope, Form.Key, Overhead);

    /// <summary>Writes the opened bytes into <paramref name="plain"/>, which has exactly their length.</summary>
    internal static void Open(SecretKey key, ReadOnlySpan<byte> envelope, Span<byte> plain, Context context)
    {
        NumberOf(envelope);
        if (plain.Length != LengthOf(envelope)) throw new SealBrokenException();

        var body = envelope[(Frame.Length + Frame.NonceLength)..];
        Span<byte> associated = stackalloc byte[Frame.Length + Context.Capacity];
        key.Open(envelope.Slice(Frame.Length, Frame.NonceLength), body[..plain.Length], body[plain.Length..], plain, Associate(associated, envelope, context));
    }

    private static ReadOnlySpan<byte> Associate(Span<byte> buffer, ReadOnlySpan<byte> envelope, Context context)
    {
        envelope[..Frame.Length].CopyTo(buffer);
        context.Written.CopyTo(buffer[Frame.Length..]);
        return buffer[..(Frame.Length + context.Written.Length)];
    }
}
