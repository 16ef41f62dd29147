using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Backups;

/// <summary>
/// The head of a backup file and the key of its chunks. One random file key, wrapped for each recipient by ECDH on P-256, HKDF and
/// AES-256-GCM; the chunks' key is derived from it and from the whole head, so that a changed head opens nothing.
/// docs/decisions/0021 describes the file byte by byte.
/// </summary>
internal static class Envelope
{
    public const int ChunkLength = 1 << 16;
    public const int TagLength = 16;
    public const int NonceLength = 12;
    private const int KeyLength = 32;
    private const int NameLength = 32;
    private const int MostRecipients = 32;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("cornerstone backup 1\n");
    private static readonly byte[] Zeros = new byte[NonceLength];

    /// <summary>A point of P-256, SubjectPublicKeyInfo: the same length for every key.</summary>
    private const int PublicLength = 91;
    private const int WrapLength = NameLength + PublicLength + KeyLength + TagLength;

    /// <summary>Writes the head and returns the chunks' key.</summary>
    public static byte[] Seal(Stream target, IReadOnlyCollection<ECDiffieHellman> recipients)
    {
        ArgumentOutOfRangeException.ThrowIfZero(recipients.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recipients.Count, MostRecipients);
        var fileKey = RandomNumberGenerator.GetBytes(KeyLength);
        byte[] head = [.. Magic, (byte)recipients.Count, .. recipients.SelectMany(r => Wrap(fileKey, r))];
        target.Write(head);
        return ChunkKey(fileKey, head);
    }

    /// <summary>Reads the head and returns the chunks' key.</summary>
    /// <exception cref="RefusedException">Not a backup, or not for this key, or changed.</exception>
    public static byte[] Open(Stream source, ECDiffieHellman key)
    {
        var start = new byte[Magic.Length + 1];
        if (source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.AsSpan(0, Magic.Length).SequenceEqual(Magic) || start[^1] is 0 or > MostRecipients)
        {
            throw new RefusedException("This is not a backup of Cornerstone, or one of a newer version.");
        }

        var wraps = new byte[start[^1] * WrapLength];
        if (source.ReadAtLeast(wraps, wraps.Length, throwOnEndOfStream: false) < wraps.Length)
        {
            throw new RefusedException("The backup is cut off within its head.");
        }

        var name = Convert.FromHexString(BackupKey.NameOf(key));
        var mine = wraps.Chunk(WrapLength).FirstOrDefault(w => w.AsSpan(0, NameLength).SequenceEqual(name))
            ?? throw new RefusedException("This backup was not written for this key, or its head was changed.");
        return ChunkKey(Unwrap(mine, key), [.. start, .. wraps]);
    }

    /// <summary>Each chunk has its number as nonce, under a key used for one file only.</summary>
    public static byte[] Nonce(long chunk)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceLength - sizeof(long)), chunk);
        return nonce;
    }

    /// <summary>Authenticated with each chunk: whether it is the last. A file cut between chunks ends with one that is not.</summary>
    public static byte[] Place(bool isLast) => [isLast ? (byte)1 : (byte)0];

    private static byte[] Wrap(byte[] fileKey, ECDiffieHellman recipient)
    {
        using var once = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var sender = once.ExportSubjectPublicKeyInfo();
        var name = Convert.FromHexString(BackupKey.NameOf(recipient));
        var wrapped = new byte[KeyLength];
        var tag = new byte[TagLength];
        using var cipher = new AesGcm(WrapKey(once.DeriveRawSecretAgreement(recipient.PublicKey), sender, name), TagLength);
        cipher.Encrypt(Zeros, fileKey, wrapped, tag);
        return sender.Length == PublicLength ? [.. name, .. sender, .. wrapped, .. tag] : throw new CryptographicException("A public key has an unexpected length.");
    }

    private static byte[] Unwrap(byte[] wrap, ECDiffieHellman key)
    {
        var (name, sender) = (wrap[..NameLength], wrap[NameLength..(NameLength + PublicLength)]);
        var fileKey = new byte[KeyLength];
        try
        {
            using var once = ECDiffieHellman.Create();
            once.ImportSubjectPublicKeyInfo(sender, out _);
            using var cipher = new AesGcm(WrapKey(key.DeriveRawSecretAgreement(once.PublicKey), sender, name), TagLength);
            cipher.Decrypt(Zeros, wrap.AsSpan(NameLength + PublicLength, KeyLength), wrap.AsSpan(WrapLength - TagLength), fileKey);
            return fileKey;
        }
        // A point that lies on no curve of ours is "not supported" to the framework.
        catch (Exception fault) when (fault is CryptographicException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException("The head of the backup was changed, or the key is only a public one.");
        }
    }

    private static byte[] WrapKey(byte[] secret, byte[] sender, byte[] recipient) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyLength, salt: [.. sender, .. recipient], info: Encoding.ASCII.GetBytes("cornerstone backup 1 file key"));

    private static byte[] ChunkKey(byte[] fileKey, byte[] head) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, KeyLength, salt: SHA256.HashData(head), info: Encoding.ASCII.GetBytes("cornerstone backup 1 chunks"));
}
