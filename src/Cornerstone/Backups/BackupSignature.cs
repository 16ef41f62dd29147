using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cornerstone.Journals;

namespace Cornerstone.Backups;

/// <summary>What stands behind the tables: the files of keys, and the fingerprint of the key that signed it all; null in a backup of a version that did not sign.</summary>
internal sealed record BackupEnd(IReadOnlyDictionary<string, string> Keys, string? Signer)
{
    public static BackupEnd OfOlder { get; } = new(new Dictionary<string, string>(), Signer: null);
}

/// <summary>
/// Whose backup it is: encryption alone says only that the writer knew a public key. The key that signs the installation's journal signs
/// the manifest, what every table held, and the files of keys.
/// </summary>
/// <param name="Key">The public half, as the journal writes it.</param>
internal sealed record BackupSignature(string Key, string Signature)
{
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("cornerstone backup 2 signature\n");

    public static BackupSignature Of(byte[] digest, ECDsa key) =>
        new(JournalKey.WritePublic(key), Convert.ToBase64String(key.SignData(Text(digest), HashAlgorithmName.SHA256)));

    /// <summary>The fingerprint of the key that signed; null when it is not the signature it says it is.</summary>
    public string? SignerOf(byte[] digest)
    {
        using var key = JournalKey.ReadPublic(Key);
        var signature = new byte[64];
        return key is not null && Convert.TryFromBase64String(Signature, signature, out var length) && length == signature.Length
            && key.VerifyData(Text(digest), signature, HashAlgorithmName.SHA256) ? Checkpoint.FingerprintOf(key) : null;
    }

    private static byte[] Text(byte[] digest) => [.. Purpose, .. digest];
}

/// <summary>What is signed, piece by piece: each after its length, so that no two rows of pieces read the same.</summary>
internal sealed class SignedPieces : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public byte[] Digest => hash.GetCurrentHash();

    public byte[] Add(byte[] piece)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
        hash.AppendData(length);
        hash.AppendData(piece);
        return piece;
    }

    public void Dispose() => hash.Dispose();
}
