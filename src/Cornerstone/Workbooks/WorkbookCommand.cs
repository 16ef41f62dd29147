using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks.Published;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Workbooks;

/// <summary><c>benchmarks import</c>: published series and filled workbooks into indicators and their values; safe to repeat.</summary>
internal static class WorkbookCommand
{
    // Uganda's and most of East Africa's; other countries say theirs.
    private const int UsualFiscalMonth = 7;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Command Create() => new("benchmarks", "Indicators and their values") { Import() };

    private static Command Import()
    {
        var files = new Argument<string[]>("FILE") { Description = "Series as published (indicator_16-1-1.csv, personnel by sex as JSON), or a filled workbook of values", Arity = ArgumentArity.OneOrMore };
        var country = new Option<string>("--country") { Description = "Workspace (ISO code)", Required = true };
        var month = new Option<int>("--fiscal-month") { Description = "First month of the fiscal year, for labels such as 2005/06", DefaultValueFactory = _ => UsualFiscalMonth };
        var data = new Option<string>("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output" };
        var command = new Command("import", "Values of indicators from files; good rows go in, others are explained; safe to repeat") { files, country, month, data, json };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(files)!, parsed.GetValue(country)!.ToUpperInvariant(), Math.Clamp(parsed.GetValue(month), 1, 12), Path.GetFullPath(parsed.GetValue(data)!),
            parsed.GetValue(json), parsed.InvocationConfiguration, ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string country, int month, string folder, bool asJson, InvocationConfiguration console, CancellationToken ct)
    {
        if (files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
        {
            await console.Error.WriteLineAsync($"There is no file {missing}.");
            return ExitCodes.Refused;
        }

        await using var opened = await OpenDatabase.OpenAsync(folder, NullLogger.Instance, ct);
        await using var db = await opened.Database.AsAsync(Reader.Operator, ct);
        if (await db.Workspaces.FindAsync([country], ct) is null)
        {
            await console.Error.WriteLineAsync($"There is no workspace {country}. An administrator adds it under Workspaces.");
            return ExitCodes.Refused;
        }

        var outcomes = new List<FileImport>();
        foreach (var file in files)
        {
            outcomes.Add(await OneAsync(db, file, country, month, ct));
        }

        await ReportAsync(outcomes, asJson, console);
        return outcomes.Exists(o => o.Refused > 0 || o.Message is not null) ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static async Task<FileImport> OneAsync(AppDb db, string path, string country, int month, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        try
        {
            await using var stream = File.OpenRead(path);
            if (Published(stream, name, month) is not { } published)
            {
                return FileImport.Of(name, await BringInAsync(db, "series", stream, country, ct), []);
            }

            using var cards = PublishedTables.Cards(await UnknownAsync(db, published.Series, country, ct));
            using var points = PublishedTables.Points(published.Series);
            var ofCards = await BringInAsync(db, "indicators", cards, country, ct);
            return FileImport.Of(name, await BringInAsync(db, "series", points, country, ct), [.. published.Findings, .. ofCards.Findings]);
        }
        catch (UnreadableSheetException fault)
        {
            return new(name, 0, 0, 0, 0, [], fault.Place.Length > 0 ? $"{fault.Place}: {fault.Message}" : fault.Message);
        }
    }

    private static PublishedFile? Published(Stream stream, string name, int month) => SdgLayout.Fits(name)
        ? SdgLayout.Read(stream, name, month)
        : name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? PersonnelLayout.Read(stream, name) : null;

    // A card somebody keeps is never overwritten by what a file knows less of.
    private static async Task<List<PublishedSeries>> UnknownAsync(AppDb db, IReadOnlyList<PublishedSeries> series, string country, CancellationToken ct)
    {
        var known = new HashSet<string>();
        await foreach (var row in Workbook("indicators").ReadAsync(Run(db, country), ct))
        {
            known.Add(row.Text("code") ?? "");
        }

        return [.. series.Where(s => !known.Contains(s.Code))];
    }

    private static async Task<ImportOutcome> BringInAsync(AppDb db, string workbook, Stream stream, string country, CancellationToken ct)
    {
        using var file = SheetFile.Open(stream);
        return await WorkbookImport.RunAsync(Workbook(workbook), file, Run(db, country), ImportChoice.GoodRows, ct);
    }

    private static IWorkbook Workbook(string name) => WorkbooksRoom.All.FirstOrDefault(w => w.Name == name)
        ?? throw new RefusedException($"The rooms that are switched on have no workbook “{name}”.");

    private static WorkbookRun Run(AppDb db, string country) => new(
        db, country, Reader.Operator, new Act(WorkbookImport.ActName, country, TimeProvider.System.GetUtcNow(), "Imported at the command line"),
        new Text(new Catalogue([], NullLogger<Catalogue>.Instance), HtmlEncoder.Default));

    private static async Task ReportAsync(List<FileImport> files, bool asJson, InvocationConfiguration console)
    {
        if (asJson)
        {
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(files, Json));
            return;
        }

        foreach (var file in files)
        {
            foreach (var finding in file.Findings.Where(f => f.Grade != FindingGrade.Note))
            {
                await console.Error.WriteLineAsync($"{file.File}: {finding.Sheet} {finding.Cell}: “{finding.Value}”; expected {finding.Expected} ({finding.Rule})");
            }

            await console.Output.WriteLineAsync(file.Message ?? $"{file.File}: {file.Added} added, {file.Changed} changed, {file.Unchanged} already so, {file.Refused} refused");
        }
    }

    /// <summary>What became of one file.</summary>
    private sealed record FileImport(string File, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<WorkbookFinding> Findings, string? Message)
    {
        public static FileImport Of(string file, ImportOutcome values, IReadOnlyList<WorkbookFinding> before) =>
            new(file, values.Added, values.Changed, values.Unchanged, values.Refused + before.Count(f => f.Grade == FindingGrade.Error), [.. before, .. values.Findings], null);
    }
}
