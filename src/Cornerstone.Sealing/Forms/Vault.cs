using System.Security.Cryptography;
using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing.Forms;

/// <summary>A private key under a passphrase: frame with the rounds, salt, nonce, ciphertext, tag; PBKDF2-SHA512, AES-256-GCM. The salt is authenticated with the frame.</summary>
internal static class Vault
{
    /// <summary>Security handbook §2 goal 2 and §5.5. The passphrase alone has 96 bits; the rounds are not what it rests on.</summary>
    internal const int FewestRounds = 210_000;

    internal const int Length = Frame.Length + SaltLength + Frame.NonceLength + PrivateKey.Length + Frame.TagLength;

    /// <summary>Stored rounds beyond this are not ours: they would only keep the machine busy.</summary>
    private const int MostRounds = 10_000_000;

    private const int SaltLength = 16;

    internal static byte[] Seal(PrivateKey secret, VaultPassphrase passphrase, Guid person, int rounds, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> nonce)
    {
        var bytes = new byte[Length];
        Frame.Write(bytes, Form.Vault, rounds);
        salt.CopyTo(bytes.AsSpan(Frame.Length));
        nonce.CopyTo(bytes.AsSpan(Frame.Length + SaltLength));
        using var key = Stretch(passphrase, salt, rounds);
        secret.Lend(s =>
        {
            key.Seal(bytes.AsSpan(Frame.Length + SaltLength, Frame.NonceLength), s, bytes.AsSpan(^(PrivateKey.Length + Frame.TagLength)..^Frame.TagLength), bytes.AsSpan(^Frame.TagLength..), Associated(bytes, person));
            return true;
        });
        return bytes;
    }

    internal static byte[] Seal(PrivateKey secret, VaultPassphrase passphrase, Guid person, int rounds = FewestRounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, FewestRounds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, MostRounds);
        return Seal(secret, passphrase, person, rounds, RandomNumberGenerator.GetBytes(SaltLength), RandomNumberGenerator.GetBytes(Frame.NonceLength));
    }

    internal static int RoundsOf(ReadOnlySpan<byte> vault)
    {
        var rounds = Frame.Read(vault, Form.Vault, Length);
        return vault.Length == Length && rounds is >= FewestRounds and <= MostRounds ? rounds : throw new SealBrokenException();
    }

    /// <summary>Null when the passphrase is not this vault's. An altered vault looks the same: without the passphrase nobody can tell.</summary>
    internal static PrivateKey? Open(ReadOnlySpan<byte> vault, VaultPassphrase passphrase, Guid person)
    {
        using var key = Stretch(passphrase, vault.Slice(Frame.Length, SaltLength), RoundsOf(vault));
        using var plain = new Scratch(PrivateKey.Length);
        try
        {
            key.Open(vault.Slice(Frame.Length + SaltLength, Frame.NonceLength), vault[^(PrivateKey.Length + Frame.TagLength)..^Frame.TagLength], vault[^Frame.TagLength..], plain.Bytes, Associated(vault, person));
            return PrivateKey.Of(plain.Bytes);
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }

    private static SecretKey Stretch(VaultPassphrase passphrase, ReadOnlySpan<byte> salt, int rounds)
    {
        using var stretched = new Scratch(SecretKey.Length);
        Rfc2898DeriveBytes.Pbkdf2(passphrase.Letters, salt, stretched.Bytes, rounds, HashAlgorithmName.SHA512);
        return SecretKey.Of(stretched.Bytes);
    }

    private static byte[] Associated(ReadOnlySpan<byte> vault, Guid person)
    {
        var context = new Context(stackalloc byte[Context.Capacity], "vault");
        context.Id(person);
        return [.. vault[..(Frame.Length + SaltLength)], .. context.Written];
    }
}
