using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Workbooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Features.IndicatorImport;

/// <summary><c>benchmarks import</c>: published series and filled workbooks into indicators and their values; safe to repeat.</summary>
internal static partial class ImportCommand
{
    // Uganda's and most of East Africa's; other countries say theirs.
    private const int UsualFiscalMonth = 7;

    // A real file of thousands of rows breaks the same rule thousands of times: the first few of each tell the story, --json has them all.
    private const int ShownOfARule = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Command Create() => new("benchmarks", "Indicators and their values") { Import() };

    private static Command Import()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Series as published (indicator_16-1-1.csv, personnel of missions as JSON or CSV), or a filled workbook of indicators or values",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var figures = new Option<bool>("--figures") { Description = "Also the dated reference figures of the Council's documents, as series" };
        var country = new Option<string>("--country") { Description = "Workspace (ISO code)", Required = true };
        var name = new Option<string?>("--add-workspace") { Description = "English name of the country: adds its workspace when it is not there" };
        var month = new Option<int>("--fiscal-month") { Description = "First month of the fiscal year, for labels such as 2005/06", DefaultValueFactory = _ => UsualFiscalMonth };
        var data = new Option<string>("--data") { Description = "Folder that holds everything (default: CORNERSTONE_DATA, else data/ beside the start script)", DefaultValueFactory = _ => HostSettings.DefaultDataFolder };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output" };
        var command = new Command("import", "Values of indicators from files; good rows go in, others are explained; safe to repeat") { files, figures, country, name, month, data, json };
        command.SetAction((parsed, ct) => RunAsync(
            new(parsed.GetValue(files)!, parsed.GetValue(figures), parsed.GetValue(country)!.ToUpperInvariant(), parsed.GetValue(name), parsed.GetValue(month)),
            Path.GetFullPath(parsed.GetValue(data)!), parsed.GetValue(json), parsed.InvocationConfiguration, ct));
        return command;
    }

    private static async Task<int> RunAsync(Order order, string folder, bool asJson, InvocationConfiguration console, CancellationToken ct)
    {
        if (order.WhatIsWrong() is { } wrong)
        {
            await console.Error.WriteLineAsync(wrong);
            return ExitCodes.Refused;
        }

        await using var opened = await OpenDatabase.OpenAsync(folder, NullLogger.Instance, ct);
        await using var db = await opened.Database.AsAsync(Reader.Operator, ct);
        if (!await HasWorkspaceAsync(db, order, ct))
        {
            await console.Error.WriteLineAsync($"There is no workspace {order.Country}. An administrator adds it under Workspaces, or --add-workspace \"Name\" does here.");
            return ExitCodes.Refused;
        }

        var import = new ImportFiles(db, order.Country, order.FiscalMonth);
        var outcomes = new List<FileImport>();
        foreach (var file in order.Files)
        {
            outcomes.Add(await import.FileAsync(file, ct));
        }

        if (order.WithFigures)
        {
            outcomes.Add(await import.FiguresAsync(ct));
        }

        await ReportAsync(outcomes, asJson, console);
        return outcomes.Exists(o => o.Refused > 0 || o.Message is not null) ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static async Task<bool> HasWorkspaceAsync(AppDb db, Order order, CancellationToken ct)
    {
        if (await db.Workspaces.FindAsync([order.Country], ct) is not null)
        {
            return true;
        }

        if (order.NewName is not { } name)
        {
            return false;
        }

        db.Workspaces.Add(new Workspace { Code = order.Country, Names = new() { ["en"] = name.Trim() } });
        await db.SaveAsync(new Act("access.workspace", Workspace.Shared, TimeProvider.System.GetUtcNow(), "Added at the command line"), ct);
        return true;
    }

    private static async Task ReportAsync(List<FileImport> files, bool asJson, InvocationConfiguration console)
    {
        if (asJson)
        {
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(files, Json));
        }

        foreach (var file in files.Where(_ => !asJson))
        {
            foreach (var rule in file.Findings.Where(f => f.Grade != FindingGrade.Note).GroupBy(f => (f.Grade, f.Rule)))
            {
                foreach (var finding in rule.Take(ShownOfARule))
                {
                    await console.Error.WriteLineAsync($"{file.File}: {Place(finding, file.File)}“{finding.Value}”; expected {finding.Expected} ({finding.Rule}, {finding.Grade.ToString().ToLowerInvariant()})");
                }

                if (rule.Count() - ShownOfARule is > 0 and var more)
                {
                    await console.Error.WriteLineAsync($"{file.File}: … and {more} more by rule {rule.Key.Rule}; --json tells all of them");
                }
            }

            await console.Output.WriteLineAsync($"{file.File}: {file.Indicators} indicators new; values: {file.Added} added, {file.Changed} changed, {file.Unchanged} already so, {file.Refused} refused");
        }

        // On standard error in either form: standard output is the document alone.
        foreach (var file in files.Where(f => f.Message is not null))
        {
            await console.Error.WriteLineAsync($"{file.File}: {file.Message}");
        }
    }

    private static string Place(WorkbookFinding finding, string file)
    {
        var place = string.Join(", ", new[] { finding.Sheet == file ? "" : finding.Sheet, finding.Line > 0 ? $"row {finding.Line}" : "", finding.Cell }.Where(p => p.Length > 0));
        return place.Length > 0 ? $"{place}: " : "";
    }

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex Iso();

    private sealed record Order(string[] Files, bool WithFigures, string Country, string? NewName, int FiscalMonth)
    {
        public string? WhatIsWrong() => this switch
        {
            { Files: [], WithFigures: false } => "Name a file, or ask for --figures.",
            _ when Files.FirstOrDefault(f => !File.Exists(f)) is { } missing => $"There is no file {missing}.",
            _ when !Iso().IsMatch(Country) => $"“{Country}” is no ISO code of a country: two letters.",
            { NewName: "" } => "A workspace has a name.",
            { FiscalMonth: < 1 or > 12 } => "A fiscal year begins in a month from 1 to 12.",
            _ => null,
        };
    }
}
