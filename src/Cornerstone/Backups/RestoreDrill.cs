using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Journals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Backups;

/// <summary>
/// The newest backup restored into a temporary database, as it would be after a fire, and thrown away. A backup that was never
/// restored is a hope. What came of it is an act in the journal.
/// </summary>
internal static class RestoreDrill
{
    public const string Passed = "backup.drill-passed";
    public const string Failed = "backup.drill-failed";

    /// <summary>Where the server keeps the key it needs for this; it opens what the server itself has written, and no more.</summary>
    public static string KeyIn(string dataFolder) => Path.Join(dataFolder, "backup-drill.key");

    public static ECDiffieHellman Key(string dataFolder)
    {
        var file = KeyIn(dataFolder);
        if (!File.Exists(file))
        {
            BackupKey.Make(file);
        }

        return BackupKey.Read(file);
    }

    /// <summary>True when the backup came back whole. The outcome is recorded either way.</summary>
    public static async Task<bool> RunAsync(Database database, string dataFolder, string file, ECDiffieHellman key, TimeProvider clock, CancellationToken ct)
    {
        var (name, said) = await TryAsync(dataFolder, file, key, clock, ct);
        await using var db = await database.AsAsync(Reader.Operator, ct);
        await db.SaveAsync(new Act(name, Workspace.Shared, clock.GetUtcNow(), $"{Path.GetFileName(file)}: {said}"), ct);
        return name == Passed;
    }

    private static async Task<(string Name, string Said)> TryAsync(string dataFolder, string file, ECDiffieHellman key, TimeProvider clock, CancellationToken ct)
    {
        var folder = Path.Join(Path.GetTempPath(), "cornerstone-drill-" + RandomNumberGenerator.GetHexString(16, lowercase: true));
        var watch = Stopwatch.StartNew();
        try
        {
            using var own = JournalKey.Open(JournalKey.FileIn(dataFolder));
            var (_, end) = BackupFile.Check(file, key);
            if (end.Signer != Checkpoint.FingerprintOf(own))
            {
                return (Failed, "it is not signed with the key of this installation's journal");
            }

            var restored = await RestoreBackup.IntoAsync(folder, file, key, (_, _) => Task.FromResult(""), clock.GetUtcNow(), NullLogger.Instance, ct);
            var said = string.Create(CultureInfo.InvariantCulture,
                $"{restored.Backup.Tables.Count} tables equal, {restored.End.Keys.Count} files of keys, journal of {restored.Backup.JournalSize} entries, {watch.Elapsed.TotalSeconds:F0} s");
            return restored.Journal.Intact ? (Passed, said) : (Failed, $"{said}; {restored.Journal.Findings[0].Message}");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return (Failed, fault.Message);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
