using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Features.LibraryImport;

/// <summary><c>library import</c>: files and folders into the library, with a progress bar; safe to repeat.</summary>
internal static class ImportCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly string[] Readable = [".txt", ".md", ".xml", ".pdf", ".docx"];

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or folders to walk", Arity = ArgumentArity.OneOrMore };
        var country = new Option<string>("--country") { Description = "Workspace (ISO code)", DefaultValueFactory = _ => Workspace.Shared };
        var level = new Option<Classification?>("--classification") { Description = "Public, Partner, Government or Restricted; the usual level of the workspace when left out" };
        var data = new Option<string>("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output" };
        var command = new Command("import", "Files and folders into the library; safe to repeat") { paths, country, level, data, json };
        command.SetAction((parsed, ct) =>
        {
            var code = parsed.GetValue(country)!.ToUpperInvariant();
            var order = new ImportOrder(Reader.Operator, code, parsed.GetValue(level) ?? ImportOrder.UsualLevel(code), "Imported at the command line");
            return RunAsync(parsed.GetValue(paths)!, order, parsed.GetValue(data)!, parsed.GetValue(json), parsed.InvocationConfiguration, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, ImportOrder order, string folder, bool asJson, InvocationConfiguration console, CancellationToken ct)
    {
        var missing = paths.Where(p => !File.Exists(p) && !Directory.Exists(p)).ToList();
        if (missing.Count > 0)
        {
            await console.Error.WriteLineAsync($"There is no file or folder {string.Join(", ", missing)}.");
            return ExitCodes.Refused;
        }

        await using var opened = await OpenDatabase.OpenAsync(Path.GetFullPath(folder), NullLogger.Instance, ct);
        if (!await HasWorkspaceAsync(opened.Database, order.Country, ct))
        {
            await console.Error.WriteLineAsync($"There is no workspace {order.Country}. An administrator adds it under Workspaces.");
            return ExitCodes.Refused;
        }

        var files = paths.SelectMany(Walk).ToList();
        var import = new ImportDocuments(opened.Database, new PdfText(), ImportLimits.FromEnvironment(), TimeProvider.System);
        var outcomes = await ImportAsync(import, files, order, console.Error, ct);
        await ReportAsync(outcomes, asJson, console);
        return outcomes.Exists(o => o.State == FileState.Refused) ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static async Task<List<FileOutcome>> ImportAsync(
        ImportDocuments import, List<string> files, ImportOrder order, TextWriter error, CancellationToken ct)
    {
        var outcomes = new List<FileOutcome>(files.Count);
        var bar = new ProgressBar(error, files.Count, TimeProvider.System);
        await foreach (var outcome in import.ImportAsync(files.Select(SourceFile.At), order, ct))
        {
            outcomes.Add(outcome);
            bar.Show(outcomes.Count);
        }

        bar.Close();
        return outcomes;
    }

    private static async Task<bool> HasWorkspaceAsync(Database database, string country, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        return await db.Workspaces.FindAsync([country], ct) is not null;
    }

    // A file named by hand is tried whatever it is called; of a folder, what could be a document.
    private static IEnumerable<string> Walk(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(f => Readable.Contains(Path.GetExtension(f).ToLowerInvariant()) && !Path.GetFileName(f).StartsWith('_'))
            .Order(StringComparer.Ordinal);

    private static async Task ReportAsync(List<FileOutcome> outcomes, bool asJson, InvocationConfiguration console)
    {
        if (asJson)
        {
            var result = new
            {
                added = outcomes.Count(o => o.State == FileState.Added),
                alreadyThere = outcomes.Count(o => o.State == FileState.AlreadyThere),
                refused = outcomes.Count(o => o.State == FileState.Refused),
                files = outcomes,
            };
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(result, Json));
            return;
        }

        foreach (var refused in outcomes.Where(o => o.State == FileState.Refused))
        {
            await console.Error.WriteLineAsync($"{refused.File}: {(refused.Place.Length > 0 ? refused.Place + ": " : "")}{refused.Message} ({refused.Rule})");
        }

        var states = outcomes.CountBy(o => o.State).ToDictionary();
        await console.Output.WriteLineAsync(
            $"{states.GetValueOrDefault(FileState.Added)} added, {states.GetValueOrDefault(FileState.AlreadyThere)} already there, {states.GetValueOrDefault(FileState.Refused)} refused");
    }
}
