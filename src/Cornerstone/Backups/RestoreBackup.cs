using System.Globalization;
using System.Security.Cryptography;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Journals;
using Cornerstone.Vaults;

namespace Cornerstone.Backups;

/// <summary>What a restore brought back, what the journal that came with it says about itself, and what the act of the restore says.</summary>
internal sealed record Restored(BackupManifest Backup, BackupEnd End, JournalVerdict Journal, string Said);

/// <summary>What whoever restores knows from elsewhere: what was erased so far, and whose signature to believe.</summary>
internal sealed record KnownBefore(KnownErasures Erasures, KnownSigners Signers);

/// <summary>
/// A backup into an empty place. The file is read to its end and proved before anything is written; the place appears under its
/// name only when everything is in it; what lives elsewhere is never touched.
/// </summary>
internal static class RestoreBackup
{
    public const string ActName = "backup.restore";

    // What had ended or was used up after the backup must not open anything again.
    private const string NobodyIsIn = """
        update access.session set ended_at = now(), ended_because = 'Restore' where ended_at is null;
        update access.one_time_link set used_at = now() where used_at is null;
        update access.api_token set revoked_at = now() where revoked_at is null;
        update access.calendar_feed set revoked_at = greatest(now(), made_at) where revoked_at is null;
        update access.recovery_code set used_at = now() where used_at is null;
        update access.request set expires_at = least(expires_at, now()) where state = 'Asked';
        delete from access.started_sign_in;
        delete from access.question;
        select access.hold_places(p.id) from access.person p
        """;

    public static async Task<Restored> RunAsync(string file, ECDiffieHellman key, KnownBefore known, string dataFolder, DateTimeOffset now, ILogger logger, CancellationToken ct)
    {
        RefuseOccupied(dataFolder);
        var (_, end) = BackupFile.Check(file, key);
        var hand = known.Signers.Judge(end.Signer);
        var draft = dataFolder.TrimEnd('/') + ".restoring";
        if (Directory.Exists(draft))
        {
            throw new RefusedException($"{draft} is left from a restore that was interrupted, or in use by one. Remove it when none runs.");
        }

        try
        {
            var restored = await IntoAsync(draft, file, key, async (database, stop) => $"{hand} {await EraseAgain.RunAsync(database, known.Erasures, now, stop)}", now, logger, ct);
            if (restored.End.Signer != end.Signer)
            {
                throw new RefusedException("The file changed while it was read. Nothing was restored.");
            }

            InstallationKeys.PutInto(draft, restored.End.Keys);
            new ErasureFiles([draft]).Keep(known.Erasures.List?.Erasures ?? []);
            if (Directory.Exists(dataFolder))
            {
                Directory.Delete(dataFolder);
            }

            Directory.Move(draft, dataFolder);
            return restored;
        }
        catch
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }

            throw;
        }
    }

    /// <summary>Into a folder that does not exist yet, with a private PostgreSQL of its own that ends with the restore.</summary>
    /// <param name="beforeAnybody">Done in the restored database before anybody can sign in; what it says stands in the act of the restore.</param>
    public static async Task<Restored> IntoAsync(string folder, string file, ECDiffieHellman key, Func<Database, CancellationToken, Task<string>> beforeAnybody, DateTimeOffset now, ILogger logger, CancellationToken ct)
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(folder), TimeProvider.System, logger, ct);
        return await IntoAsync(postgres.AdminConnectionString, OpenDatabase.Name, Path.Join(folder, "secrets.json"), file, key, beforeAnybody, now, ct);
    }

    /// <summary>Into a database that does not exist yet on a server that runs.</summary>
    public static async Task<Restored> IntoAsync(string admin, string name, string secrets, string file, ECDiffieHellman key, Func<Database, CancellationToken, Task<string>> beforeAnybody, DateTimeOffset now, CancellationToken ct)
    {
        await using var source = File.OpenRead(file);
        using var backup = BackupFile.Open(source, key);
        // As far as the backup had come, then its rows, then the steps since: an older backup is upgraded like an older database.
        await using var database = await Database.OpenAsync(admin, name, secrets, ct, [.. backup.Manifest.Steps.Keys]);
        await using var owner = await database.Owner.OpenConnectionAsync(ct);
        var end = await FillDatabase.RunAsync(owner, backup, ct);
        await Migration.RunAsync(owner, ct);
        await DatabaseCopy.RunAsync(owner, NobodyIsIn, ct);
        var done = await beforeAnybody(database, ct);
        await using (var db = await database.AsAsync(Reader.Operator, ct))
        {
            var (made, size, head) = (backup.Manifest.Made, backup.Manifest.JournalSize, backup.Manifest.JournalHead);
            var reason = string.Create(CultureInfo.InvariantCulture, $"Backup of {made:u}: journal of {size} entries, head {head}. What was written after it is not here. {done}");
            await db.SaveAsync(new Act(ActName, Workspace.Shared, now, reason), ct);
        }

        return new(backup.Manifest, end, await JournalExport.VerifyAsync(owner, now, ct), done);
    }

    private static void RefuseOccupied(string dataFolder)
    {
        if (Environment.GetEnvironmentVariable("CORNERSTONE_DB") is { Length: > 0 })
        {
            throw new RefusedException("CORNERSTONE_DB names a server. Restore into a data folder without it, or restore there with the server's own means.");
        }

        if (File.Exists(dataFolder) || (Directory.Exists(dataFolder) && Directory.EnumerateFileSystemEntries(dataFolder).Any()))
        {
            throw new RefusedException($"{dataFolder} is not empty. A restore never writes over anything: name an empty folder with --data.");
        }
    }
}
