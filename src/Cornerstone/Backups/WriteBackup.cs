using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Journals;
using Cornerstone.Ui;
using Npgsql;

namespace Cornerstone.Backups;

/// <summary>A backup while people work: every table as of one moment, compressed, encrypted to its recipients, complete or not there.</summary>
internal static class WriteBackup
{
    public const string ActName = "backup.write";

    /// <summary>Records that it is made, then makes it. The file appears under its name only when the last byte is on the disk.</summary>
    /// <param name="dataFolder">Holds the files of keys that go along, and the key that signs.</param>
    public static async Task<BackupManifest> RunAsync(Database database, string dataFolder, string file, IReadOnlyCollection<ECDiffieHellman> recipients, DateTimeOffset now, CancellationToken ct)
    {
        await using (var db = await database.AsAsync(Reader.Operator, ct))
        {
            await db.SaveAsync(ActOf(file, recipients, now), ct);
        }

        return await ToFileAsync(database, dataFolder, file, recipients, now, ct);
    }

    /// <summary>
    /// One automatic backup into the folder of the settings, to those they name and to the key of the trial restores:
    /// <paramref name="write"/> gets the file's name and everybody who will be able to open it.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be made, a key cannot be read.</exception>
    public static async Task<T> AutomaticAsync<T>(BackupSettings wanted, string dataFolder, DateTimeOffset now, Func<string, IReadOnlyCollection<ECDiffieHellman>, Task<T>> write)
    {
        Directory.CreateDirectory(wanted.Folder);
        List<ECDiffieHellman> recipients = [];
        try
        {
            recipients.AddRange(wanted.Recipients.Select(BackupKey.Read));
            recipients.Add(RestoreDrill.Key(dataFolder));
            return await write(wanted.FileAt(now), recipients);
        }
        finally
        {
            recipients.ForEach(r => r.Dispose());
        }
    }

    public static Act ActOf(string file, IEnumerable<ECDiffieHellman> recipients, DateTimeOffset now) =>
        new(ActName, Workspace.Shared, now, $"{Path.GetFileName(file)} → {string.Join(", ", recipients.Select(r => BackupKey.NameOf(r)[..16]))}");

    /// <summary>The file alone: also of a database whose journal this version cannot write to yet.</summary>
    public static async Task<BackupManifest> ToFileAsync(Database database, string dataFolder, string file, IReadOnlyCollection<ECDiffieHellman> recipients, DateTimeOffset now, CancellationToken ct)
    {
        var draft = file + ".part";
        File.Delete(draft);
        try
        {
            BackupManifest manifest;
            await using (var target = new FileStream(draft, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                BufferSize = 1 << 17,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                await using var owner = await database.Owner.OpenConnectionAsync(ct);
                manifest = await CopyAsync(owner, dataFolder, target, recipients, now, ct);
                target.Flush(flushToDisk: true);
            }

            File.Move(draft, file);
            return manifest;
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    private static async Task<BackupManifest> CopyAsync(NpgsqlConnection owner, string dataFolder, Stream target, IReadOnlyCollection<ECDiffieHellman> recipients, DateTimeOffset now, CancellationToken ct)
    {
        await using var snapshot = await DatabaseCopy.SnapshotAsync(owner, ct);
        var manifest = await ManifestAsync(owner, now, ct);
        using var signing = JournalKey.Open(JournalKey.FileIn(dataFolder));
        using var signed = new SignedPieces();
        await using var sealing = new SealingStream(target, recipients);
        await using (var packed = new ZLibStream(sealing, CompressionLevel.Fastest, leaveOpen: true))
        {
            Write(packed, signed.Add(JsonSerializer.SerializeToUtf8Bytes(manifest)));
            foreach (var table in manifest.Tables)
            {
                var content = await DatabaseCopy.ReadAsync(owner, table, piece => Write(packed, piece.Span), ct);
                // An empty piece ends the table; what it held follows.
                Write(packed, []);
                Write(packed, signed.Add(JsonSerializer.SerializeToUtf8Bytes(content)));
            }

            Write(packed, signed.Add(JsonSerializer.SerializeToUtf8Bytes(InstallationKeys.Of(dataFolder))));
            Write(packed, JsonSerializer.SerializeToUtf8Bytes(BackupSignature.Of(signed.Digest, signing)));
        }

        sealing.Finish();
        return manifest;
    }

    private static async Task<BackupManifest> ManifestAsync(NpgsqlConnection owner, DateTimeOffset now, CancellationToken ct)
    {
        var steps = new Dictionary<string, string>();
        await using (var command = new NpgsqlCommand("select id, fingerprint from public.migration order by id", owner))
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
            {
                steps.Add(rows.GetString(0), rows.GetString(1));
            }
        }

        var tables = await DatabaseCopy.TablesAsync(owner, ct);
        // A database that an older version left behind has no chain yet: a backup before the upgrade must work all the same.
        (Guid? Origin, long Size, string Head) journal = tables.Any(t => t.Name == "journal.entry") ? await TakeCheckpoint.StateAsync(owner, ct) : (null, 0, "");
        return new(BackupManifest.CurrentFormat, now, ProgramVersion.Release, journal.Origin, journal.Size, journal.Head, steps, tables);
    }

    private static void Write(Stream target, ReadOnlySpan<byte> piece)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
        target.Write(length);
        target.Write(piece);
    }
}
