using System.Collections;
using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Ui.Scanning;
using Microsoft.Extensions.Logging.Abstractions;
using Command = System.CommandLine.Command;

namespace Cornerstone.Operations;

/// <summary><c>doctor</c>: looks at everything that must be right, changes nothing, and says what is not.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output" };
        var command = new Command("doctor", "Examines versions, disks, clock, rights, journal and backups; also while the program runs") { data, json };
        command.SetAction(async (parsed, ct) =>
        {
            var findings = await ExamineAsync(Path.GetFullPath(parsed.GetValue(data)!), TimeProvider.System.GetUtcNow(), ct);
            await ReportAsync(findings, parsed.GetValue(json), parsed.InvocationConfiguration);
            return findings.Any(f => f.State == Wellness.Bad) ? ExitCodes.Refused : ExitCodes.Done;
        });
        return command;
    }

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(string dataFolder, DateTimeOffset now, CancellationToken ct)
    {
        if (!Directory.Exists(dataFolder))
        {
            return [Finding.Bad("data folder", $"{dataFolder} does not exist: name it with --data")];
        }

        var settings = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => (string)e.Key).ToList();
        List<Finding> findings = [.. FolderExamination.Of(dataFolder, settings), await ScannerExamination.OfAsync(FileScanner.FromEnvironment(), now, ct)];
        try
        {
            await using var opened = await OpenDatabase.AttachAsync(dataFolder, NullLogger.Instance, ct);
            findings.AddRange(await DatabaseExamination.OfAsync(opened.Database, dataFolder, now, ct));
        }
        catch (Exception fault) when (fault is DatabaseRefusedException or EmbeddedPostgresException or Npgsql.NpgsqlException)
        {
            findings.Add(Finding.Bad("database", fault.Message));
        }

        return findings;
    }

    private static async Task ReportAsync(IReadOnlyList<Finding> findings, bool asJson, InvocationConfiguration console)
    {
        if (asJson)
        {
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(new { state = findings.Max(f => f.State), findings }, Json));
            return;
        }

        foreach (var finding in findings)
        {
            await console.Output.WriteLineAsync($"{finding.State,-8} {finding.What}: {finding.Says}");
        }
    }
}
