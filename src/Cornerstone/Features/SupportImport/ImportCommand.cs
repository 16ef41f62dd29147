using System.CommandLine;
using System.Runtime;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Features.SupportImport;

/// <summary>Reads a table of another system for <c>support import --as</c>.</summary>
internal interface ITables
{
    /// <summary>The table as a file of the standard and what was found in it, or why it is not read.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    Task<(TableRead? Table, string? Message)> ReadAsync(Database database, string path, string name, SupportOrder order, CancellationToken ct);
}

/// <summary>A table that was read.</summary>
/// <param name="Says">Which column was read as what.</param>
internal sealed record TableRead(SupportFile File, ReadElsewhere From, IReadOnlyList<string> Says);

/// <summary><c>support import</c>: published files and tables of other systems into a country's register; safe to repeat.</summary>
internal static class ImportCommand
{
    private const string Error = "Error";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private sealed record Outcome(string File, string State, string? Standard, int Added, int Changed, int Unchanged, int Refused, int Elsewhere, int Transactions, int Findings, string? Message)
    {
        /// <summary>Of a table: which column was read as what.</summary>
        public IReadOnlyList<string>? Columns { get; init; }

        /// <summary>Of a table: what was found in it, up to fifty of each rule.</summary>
        public IReadOnlyList<FileFinding>? Told { get; init; }
    }

    public static Command Create(ITables tables)
    {
        var files = new Argument<string[]>("FILE") { Description = "Activity files of IATI 1.01 to 2.03, or with --as tables (CSV, XLSX)", Arity = ArgumentArity.OneOrMore };
        var country = new Option<string>("--country") { Description = "Workspace (ISO code)", Required = true };
        var level = new Option<Classification>("--classification") { Description = "Of new activities: Public, Partner, Government or Restricted", DefaultValueFactory = _ => SupportOrder.UsualLevel };
        var whole = new Option<bool>("--all-or-nothing") { Description = "One refused activity, or one error in a table, keeps its file out" };
        var named = new Option<string?>("--as") { Description = "Tables: CRS, TOSSD, or the name of the source whose columns were chosen on the page of tables, at the level of --classification" };
        var only = new Option<bool>("--only-country") { Description = "Leave out activities that name other countries only" };
        var data = new Option<string>("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output" };
        var command = new Command("import", "Activities into a country's register; safe to repeat") { files, country, level, whole, named, only, data, json };
        command.SetAction((parsed, ct) =>
        {
            var order = new SupportOrder(
                Reader.Operator, parsed.GetValue(country)!.ToUpperInvariant(), parsed.GetValue(level),
                parsed.GetValue(whole) ? ImportMode.AllOrNothing : ImportMode.Partial, parsed.GetValue(only), "Imported at the command line");
            var source = parsed.GetValue(named) is { } name ? new Named(tables, name) : null;
            return RunAsync(parsed.GetValue(files)!, source, order, parsed.GetValue(data)!, parsed.GetValue(json), parsed.InvocationConfiguration, ct);
        });
        return command;
    }

    private sealed record Named(ITables Tables, string Name);

    private static async Task<int> RunAsync(string[] paths, Named? source, SupportOrder order, string folder, bool asJson, InvocationConfiguration console, CancellationToken ct)
    {
        // Nobody waits for a page: collecting memory beside the work would only take a processor from PostgreSQL.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
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
            var outcome = source is null ? await ImportAsync(import, path, SupportFile.At, order, ct) : await ImportAsync(opened.Database, import, path, source, order, ct);
            outcomes.Add(outcome);
            await TellAsync(outcome, asJson, console);
        }

        if (asJson)
        {
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(outcomes, Json));
        }

        return outcomes.Exists(o => o.State == nameof(RecordOutcome.Refused)) ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static async Task TellAsync(Outcome outcome, bool asJson, InvocationConfiguration console)
    {
        if (!asJson && outcome.Columns is { } columns)
        {
            await console.Output.WriteLineAsync($"{outcome.File}: read as {string.Join(", ", columns)}");
        }

        foreach (var finding in asJson ? [] : outcome.Told ?? [])
        {
            await console.Output.WriteLineAsync($"{outcome.File}:{finding.Line}: {finding.Severity} {finding.Rule}{(finding.Path.Length > 0 ? $", {finding.Path}" : "")}: {finding.Message}");
        }

        if (outcome.Message is { } message)
        {
            await console.Error.WriteLineAsync($"{outcome.File}: {message}");
        }
        else if (!asJson)
        {
            await console.Output.WriteLineAsync($"{outcome.File}: {outcome.Added} added, {outcome.Changed} changed, {outcome.Unchanged} unchanged, {outcome.Refused} refused, {outcome.Transactions} transactions, {outcome.Findings} findings");
        }
    }

    private static async Task<Outcome> ImportAsync(Database database, ImportIati import, string path, Named source, SupportOrder order, CancellationToken ct)
    {
        try
        {
            var (table, why) = await source.Tables.ReadAsync(database, path, source.Name, order, ct);
            if (table is null)
            {
                return Refused(path, why!);
            }

            var errors = order.Mode == ImportMode.AllOrNothing ? table.From.Findings.Count(f => f.Severity == Error) : 0;
            var outcome = errors > 0
                ? Refused(path, $"{errors} errors in the table, so nothing was brought in.") with { Findings = table.From.Rules.Values.Sum() }
                : await ImportAsync(import, path, _ => table.File, order with { Table = table.From }, ct);
            return outcome with { Columns = table.Says, Told = table.From.Findings };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Unread(path, fault);
        }
    }

    private static async Task<Outcome> ImportAsync(ImportIati import, string path, Func<string, SupportFile> open, SupportOrder order, CancellationToken ct)
    {
        try
        {
            var report = await import.ImportAsync(open(path), order, progress: null, ct);
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
            return Unread(path, fault);
        }
        catch (Exception fault) when (fault is DbUpdateConcurrencyException || SaveAttempt.IsWaitOver(fault))
        {
            return Refused(path, "somebody else is bringing in a file at this moment; bring this one in again when that is done: what went in already stays");
        }
    }

    private static Outcome Unread(string path, Exception fault) => Refused(path, $"the file cannot be read: {fault.Message}");

    private static Outcome Refused(string path, string message) => new(path, nameof(RecordOutcome.Refused), null, 0, 0, 0, 0, 0, 0, 0, message);

    private static async Task<bool> HasWorkspaceAsync(Database database, string country, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        return await db.Workspaces.FindAsync([country], ct) is not null;
    }
}
