using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Values;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Features.SupportImport;

/// <summary><c>support import</c>: published files into a country's register; safe to repeat.</summary>
internal static class ImportCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private sealed record Outcome(string File, string State, string? Standard, int Added, int Changed, int Unchanged, int Refused, int Elsewhere, int Transactions, int Findings, string? Message);

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Activity files of IATI 1.01 to 2.03", Arity = ArgumentArity.OneOrMore };
        var country = new Option<string>("--country") { Description = "Workspace (ISO code)", Required = true };
        var level = new Option<Classification>("--classification") { Description = "Of new activities: Public, Partner, Government or Restricted", DefaultValueFactory = _ => SupportOrder.UsualLevel };
        var whole = new Option<bool>("--all-or-nothing") { Description = "One refused activity keeps its file out" };
        var only = new Option<bool>("--only-country") { Description = "Leave out activities that name other countries only" };
        var data = new Option<string>("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output" };
        var command = new Command("import", "Published activities into a country's register; safe to repeat") { files, country, level, whole, only, data, json };
        command.SetAction((parsed, ct) =>
        {
            var order = new SupportOrder(
                Reader.Operator, parsed.GetValue(country)!.ToUpperInvariant(), parsed.GetValue(level),
                parsed.GetValue(whole) ? ImportMode.AllOrNothing : ImportMode.Partial, parsed.GetValue(only), "Imported at the command line");
            return RunAsync(parsed.GetValue(files)!, order, parsed.GetValue(data)!, parsed.GetValue(json), parsed.InvocationConfiguration, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, SupportOrder order, string folder, bool asJson, InvocationConfiguration console, CancellationToken ct)
    {
        await using var opened = await OpenDatabase.OpenAsync(Path.GetFullPath(folder), NullLogger.Instance, ct);
        if (!await HasWorkspaceAsync(opened.Database, order.Country, ct))
        {
            await console.Error.WriteLineAsync($"There is no workspace {order.Country}. An administrator adds it under Workspaces.");
            return ExitCodes.Refused;
        }

        var import = new ImportIati(opened.Database, TimeProvider.System);
        var outcomes = new List<Outcome>();
        foreach (var path in paths)
        {
            var outcome = await ImportAsync(import, path, order, ct);
            outcomes.Add(outcome);
            if (outcome.Message is { } message)
            {
                await console.Error.WriteLineAsync($"{path}: {message}");
            }
            else if (!asJson)
            {
                await console.Output.WriteLineAsync($"{path}: {outcome.Added} added, {outcome.Changed} changed, {outcome.Unchanged} unchanged, {outcome.Refused} refused, {outcome.Transactions} transactions, {outcome.Findings} findings");
            }
        }

        if (asJson)
        {
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(outcomes, Json));
        }

        return outcomes.Exists(o => o.State == nameof(RecordOutcome.Refused)) ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static async Task<Outcome> ImportAsync(ImportIati import, string path, SupportOrder order, CancellationToken ct)
    {
        try
        {
            var report = await import.ImportAsync(SupportFile.At(path), order, progress: null, ct);
            var isKeptOut = !report.IsDone && !report.IsKnown;
            return new(
                path, isKeptOut ? nameof(RecordOutcome.Refused) : report.IsKnown ? "AlreadyThere" : nameof(ImportState.Done), report.Standard,
                isKeptOut ? 0 : report.Added, isKeptOut ? 0 : report.Changed, report.Unchanged, report.Refused, report.Elsewhere, report.Transactions, report.FindingCount,
                isKeptOut ? $"{report.Refused} activities are refused, so nothing was brought in." : null);
        }
        catch (UnreadableIatiException refusal)
        {
            return Refused(path, $"line {refusal.Line}: {refusal.Message} ({refusal.Rule})");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refused(path, $"the file cannot be read: {fault.Message}");
        }
    }

    private static Outcome Refused(string path, string message) => new(path, nameof(RecordOutcome.Refused), null, 0, 0, 0, 0, 0, 0, 0, message);

    private static async Task<bool> HasWorkspaceAsync(Database database, string country, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        return await db.Workspaces.FindAsync([country], ct) is not null;
    }
}
