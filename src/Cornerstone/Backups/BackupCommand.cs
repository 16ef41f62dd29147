using System.CommandLine;
using System.Globalization;
using Cornerstone.Data;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Erasing;
using Cornerstone.Vaults;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Backups;

/// <summary><c>backup</c>, also while the program runs, <c>backup key</c>, and <c>restore</c> into an empty place.</summary>
internal static class BackupCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };

    public static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "The backup to write; it must not exist" };
        var recipients = new Option<string[]>("--to") { Description = "Public keys of those who may restore it", Required = true, AllowMultipleArgumentsPerToken = true };
        var command = new Command("backup", "Writes an encrypted backup; also while the program runs") { file, recipients, Data };
        command.Subcommands.Add(Key());
        command.SetAction((parsed, ct) => WriteAsync(Path.GetFullPath(parsed.GetValue(file)!), parsed.GetValue(recipients)!, Path.GetFullPath(parsed.GetValue(Data)!), parsed.InvocationConfiguration, ct));
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "The backup" };
        var key = new Option<string>("--key") { Description = "Private key of one of its recipients", Required = true };
        var erasures = new Option<string?>("--erasures") { Description = $"The newest list of erasures (default: {ErasureFiles.FileName} beside the backup)" };
        var none = new Option<bool>("--no-erasures") { Description = "The list is lost: what was erased since the backup comes back" };
        var signers = new Option<string?>("--signed-by") { Description = "The public key of the journal whose backup it must be, from a witness or the anchors: any other is refused" };
        var command = new Command("restore", "Brings a backup back, into an empty folder only") { file, key, erasures, none, signers, Data };
        command.SetAction(async (parsed, ct) =>
        {
            using var opening = BackupKey.Read(parsed.GetValue(key)!);
            var folder = Path.GetFullPath(parsed.GetValue(Data)!);
            var backup = Path.GetFullPath(parsed.GetValue(file)!);
            var erased = parsed.GetValue(none) ? new KnownErasures(null, IsLost: true) : new(ListIn(parsed.GetValue(erasures), backup));
            var known = new KnownBefore(erased, KnownSigners.Of(parsed.GetValue(signers)));
            var restored = await RestoreBackup.RunAsync(backup, opening, known, folder, TimeProvider.System.GetUtcNow(), NullLogger.Instance, ct);
            await ReportAsync(restored, folder, parsed.InvocationConfiguration);
            return ExitCodes.Done;
        });
        return command;
    }

    // A stick carries the list of the day it was filled; the folder of the automatic backups may know of later erasures.
    private static ErasureList? ListIn(string? named, string backup)
    {
        var beside = named ?? Path.Join(Path.GetDirectoryName(backup), ErasureFiles.FileName);
        if (named is not null && !File.Exists(named))
        {
            throw new RefusedException($"There is no list of erasures {named}.");
        }

        string[] places = [beside, .. Environment.GetEnvironmentVariable(BackupSettings.FolderSetting) is { Length: > 0 } folder ? [Path.Join(folder, ErasureFiles.FileName)] : Array.Empty<string>()];
        var found = places.Distinct().Where(File.Exists).ToList();
        return found.Count == 0 ? null : ErasureFiles.Together(found.Select(Read));
    }

    private static ErasureList Read(string file)
    {
        try
        {
            return ErasureFiles.Read(file);
        }
        catch (SealBrokenException fault)
        {
            throw new RefusedException($"{file}: {fault.Message} Name another copy of the list.");
        }
    }

    private static Command Key()
    {
        var file = new Argument<string>("FILE") { Description = "The private key to make; the public one gets its name with .public" };
        var command = new Command("key", "Makes a key pair for backups: the public half writes them, the private half restores") { file };
        command.SetAction(async (parsed, ct) =>
        {
            var name = BackupKey.Make(parsed.GetValue(file)!);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{name[..16]}: give {BackupKey.PublicFileOf(parsed.GetValue(file)!)} to the server; keep {parsed.GetValue(file)} away from it, in a safe.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<int> WriteAsync(string file, string[] recipients, string data, InvocationConfiguration console, CancellationToken ct)
    {
        if (File.Exists(file))
        {
            throw new RefusedException($"{file} is there already. A backup is never written over.");
        }

        var keys = recipients.Select(BackupKey.Read).ToList();
        await using var opened = await OpenDatabase.AttachAsync(data, NullLogger.Instance, ct);
        var manifest = await WriteBackup.RunAsync(opened.Database, data, file, keys, TimeProvider.System.GetUtcNow(), ct);
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{manifest.Tables.Count} tables, {new FileInfo(file).Length} bytes, journal of {manifest.JournalSize} entries, head {manifest.JournalHead}"));
        return ExitCodes.Done;
    }

    private static async Task ReportAsync(Restored restored, string folder, InvocationConfiguration console)
    {
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"Restored into {folder}: backup of {restored.Backup.Made:u}, journal of {restored.Backup.JournalSize} entries, head {restored.Backup.JournalHead}. Compare the head with what your witnesses hold."));
        await console.Output.WriteLineAsync(restored.Said);
        await console.Output.WriteLineAsync(restored.End.Keys.Count == 0
            ? "No files of keys were in it: put keys/ and protection.key back if you have them, or people set up their authenticators anew."
            : $"{restored.End.Keys.Count} files of keys are back. Where CORNERSTONE_KEY_FILE is set for the service, move protection.key there before its first start.");
        if (!restored.Journal.Intact)
        {
            await console.Error.WriteLineAsync("The journal in this backup had been tampered with before the backup was made:");
            foreach (var finding in restored.Journal.Findings)
            {
                await console.Error.WriteLineAsync(finding.Message);
            }
        }
    }
}
