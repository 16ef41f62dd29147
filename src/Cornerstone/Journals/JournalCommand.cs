using System.CommandLine;
using System.Text.Json;
using Cornerstone.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Journals;

/// <summary><c>journal export</c> and <c>journal checkpoint</c> beside a database, <c>journal verify</c> far from it.</summary>
internal static class JournalCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly Argument<string> File = new("FILE") { Description = "The export" };
    private static readonly Option<string> Data = new("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
    private static readonly Option<string[]> Checkpoints = new("--checkpoints") { Description = "Checkpoints kept outside: from the second disk, mails, minutes (may be repeated)" };
    private static readonly Option<string?> Key = new("--key") { Description = "Public keys of the journal, known from elsewhere (PEM)" };
    private static readonly Option<bool> AsJson = new("--json") { Description = "One JSON document on standard output" };

    public static Command Create() => new("journal", "The tamper-evident journal: export it, sign it, verify it") { Export(), Checkpoint(), Verify() };

    private static Command Export()
    {
        var command = new Command("export", "Writes a file that proves the journal's history, without its contents; also while the program runs") { File, Data };
        command.SetAction(async (parsed, ct) =>
        {
            await using var opened = await OpenDatabase.AttachAsync(Path.GetFullPath(parsed.GetValue(Data)!), NullLogger.Instance, ct);
            await using var owner = await opened.Database.Owner.OpenConnectionAsync(ct);
            await using var target = new FileStream(parsed.GetValue(File)!, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
            var entries = await JournalExport.WriteAsync(owner, target, TimeProvider.System.GetUtcNow(), ct);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{entries} entries");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Checkpoint()
    {
        var command = new Command("checkpoint", "Signs the journal now and prints the last checkpoint, to be kept outside") { Data };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = new HostSettings(Path.GetFullPath(parsed.GetValue(Data)!), HostSettings.DefaultPort, IsDemonstration: false);
            await using var opened = await OpenDatabase.AttachAsync(settings.DataFolder, NullLogger.Instance, ct);
            using var keeper = new KeepCheckpoints(opened.Database, settings, TimeProvider.System, NullLogger<KeepCheckpoints>.Instance);
            await keeper.TakeAsync(ct);
            await using var owner = await opened.Database.Owner.OpenConnectionAsync(ct);
            await parsed.InvocationConfiguration.Output.WriteAsync((await TakeCheckpoint.LastAsync(owner, ct))?.Text ?? "");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Verify()
    {
        var command = new Command("verify", "Says whether anybody changed the past; needs no database") { File, Checkpoints, Key, AsJson };
        command.SetAction(async (parsed, ct) =>
        {
            var named = new[] { parsed.GetValue(File)!, parsed.GetValue(Key) }.Concat(parsed.GetValue(Checkpoints) ?? []).OfType<string>();
            if (named.FirstOrDefault(f => !System.IO.File.Exists(f)) is { } missing)
            {
                throw new RefusedException($"There is no file {missing}.");
            }

            var verdict = await VerdictAsync(parsed.GetValue(File)!, parsed.GetValue(Checkpoints) ?? [], parsed.GetValue(Key), ct);
            await ReportAsync(verdict, parsed.GetValue(AsJson), parsed.InvocationConfiguration);
            return verdict.Intact ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task<JournalVerdict> VerdictAsync(string file, string[] checkpoints, string? key, CancellationToken ct)
    {
        var keys = key is null ? [] : JournalKey.ReadAll(await System.IO.File.ReadAllTextAsync(key, ct));
        if (key is not null && keys.Count == 0)
        {
            throw new RefusedException($"There is no public key in {key}.");
        }

        var anchors = new List<Checkpoint?>();
        foreach (var kept in checkpoints)
        {
            var read = Journals.Checkpoint.ParseAll(await System.IO.File.ReadAllLinesAsync(kept, ct)).ToList();
            anchors.AddRange(read.Count > 0 ? read : throw new RefusedException($"There is no checkpoint in {kept}."));
        }

        await using var export = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        return JournalVerification.Run(export, keys, anchors);
    }

    private static async Task ReportAsync(JournalVerdict verdict, bool asJson, InvocationConfiguration console)
    {
        if (asJson)
        {
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(verdict, Json));
            return;
        }

        foreach (var finding in verdict.Findings)
        {
            await console.Error.WriteLineAsync(finding.Message);
        }

        await console.Output.WriteLineAsync(verdict.Intact
            ? $"Nothing speaks against these {verdict.Entries} entries; {verdict.Covered} are covered by {verdict.Checkpoints} signed checkpoints, {verdict.Anchored} by checkpoints kept outside."
            : $"The journal was tampered with or damaged: {verdict.Findings.Count} findings.");
        if (!verdict.KeyConfirmed)
        {
            await console.Error.WriteLineAsync("No key was given: signatures were checked with the keys of the file itself, which proves little. Use --key with a key known from elsewhere.");
        }

        if (verdict.Anchored == 0)
        {
            await console.Error.WriteLineAsync("No checkpoint from outside was given: a history rebuilt or rolled back as a whole cannot be told. Use --checkpoints.");
        }
    }
}
