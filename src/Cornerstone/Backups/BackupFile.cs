using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Cornerstone.Data;

namespace Cornerstone.Backups;

/// <summary>A backup being read by a holder of one of its keys, from front to back.</summary>
internal sealed class BackupFile : IDisposable
{
    private const int LongestPiece = 1 << 24;
    private readonly OpeningStream opened;
    private readonly ZLibStream packed;
    private readonly SignedPieces signed;

    private BackupFile(OpeningStream opened, ZLibStream packed, SignedPieces signed, BackupManifest manifest) =>
        (this.opened, this.packed, this.signed, Manifest) = (opened, packed, signed, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="RefusedException">No backup, another key, or changed; or written by a newer program.</exception>
    public static BackupFile Open(Stream source, ECDiffieHellman key)
    {
        var opened = new OpeningStream(source, key);
        var packed = new ZLibStream(opened, CompressionMode.Decompress);
        var signed = new SignedPieces();
        var manifest = JsonSerializer.Deserialize<BackupManifest>(signed.Add(Piece(packed)));
        return manifest is { Format: BackupManifest.CurrentFormat or BackupManifest.Unsigned } ? new(opened, packed, signed, manifest) : throw new RefusedException("This backup was written by a newer Cornerstone. Restore it with that version.");
    }

    /// <summary>
    /// Reads the whole file without using any of it, and refuses it unless every byte is as it was written. Only then may
    /// anything be restored.
    /// </summary>
    public static (BackupManifest Manifest, BackupEnd End) Check(string file, ECDiffieHellman key)
    {
        if (!File.Exists(file))
        {
            throw new RefusedException($"There is no file {file}.");
        }

        try
        {
            using var source = File.OpenRead(file);
            using var backup = Open(source, key);
            foreach (var _ in backup.Manifest.Tables)
            {
                backup.ReadTable(_ => { });
            }

            var end = backup.ReadEnd();
            CheckSteps(backup.Manifest);
            return (backup.Manifest, end);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw new RefusedException("The backup cannot be read: it was not written by Cornerstone, or was changed.");
        }
    }

    /// <summary>The next table's bytes; what they were is checked against what the writer counted.</summary>
    public TableContent ReadTable(Action<ReadOnlyMemory<byte>> sink)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (Piece(packed) is { Length: > 0 } piece)
        {
            digest.AppendData(piece);
            sink(piece);
        }

        var content = JsonSerializer.Deserialize<TableContent>(signed.Add(Piece(packed)))!;
        return content.Digest == Convert.ToHexStringLower(digest.GetCurrentHash()) ? content : throw new InvalidDataException();
    }

    public BackupEnd ReadEnd()
    {
        var end = Manifest.Format == BackupManifest.Unsigned ? BackupEnd.OfOlder : ReadSigned();
        // To the last chunk, which alone says that nothing was cut off.
        if (packed.ReadByte() >= 0 || opened.ReadByte() >= 0)
        {
            throw new InvalidDataException();
        }

        return end;
    }

    public void Dispose()
    {
        packed.Dispose();
        signed.Dispose();
    }

    private BackupEnd ReadSigned()
    {
        var keys = JsonSerializer.Deserialize<Dictionary<string, string>>(signed.Add(Piece(packed)))!;
        var signature = JsonSerializer.Deserialize<BackupSignature>(Piece(packed))!;
        return new(keys, signature.SignerOf(signed.Digest) ?? throw new InvalidDataException());
    }

    // An older program cannot know what a newer one meant; and a step that ran in another wording made another schema.
    private static void CheckSteps(BackupManifest manifest)
    {
        var known = Migration.All.ToDictionary(m => m.Id, m => m.Fingerprint);
        if (manifest.Steps.Keys.FirstOrDefault(s => !known.ContainsKey(s)) is { } newer)
        {
            throw new RefusedException($"This backup was written by a newer Cornerstone (it knows step {newer}). Restore it with that version.");
        }

        if (manifest.Steps.FirstOrDefault(s => known[s.Key] != s.Value) is { Key: not null } altered)
        {
            throw new RefusedException($"Step {altered.Key} of this program differs from the one the backup's database had run. Install an unaltered version.");
        }
    }

    private static byte[] Piece(ZLibStream packed)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        packed.ReadExactly(length);
        var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length) is >= 0 and <= LongestPiece and var size ? size : throw new InvalidDataException()];
        packed.ReadExactly(piece);
        return piece;
    }
}
