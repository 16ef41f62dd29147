using System.Runtime.CompilerServices;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>Benchmarks as a spreadsheet. Judgements are not brought in: each is made by a person who signs for it.</summary>
internal sealed class CouncilBenchmarksWorkbook : IWorkbook
{
    private const string Sheet = "benchmarks";

    public string Name => "council-benchmarks";

    public string Title => Text.Later("Council benchmarks");

    public string Purpose => Text.Later("Benchmarks with their paragraph, assessor and indicators; they arrive as proposals.");

    public string Reads => CouncilBenchmarksRoom.Read;

    public string Needs => CouncilBenchmarksRoom.Judge;

    public Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct) => Task.FromResult<IReadOnlyList<WorkbookSheet>>(
    [
        new(Sheet, Text.Later("Council benchmarks"),
        [
            new("code", Text.Later("Code")) { IsKey = true, Register = new("council_benchmark"), Longest = 20 },
            .. WorkbookColumn.Wording("wording", Text.Later("Wording"), isRequired: true),
            new("kind", Text.Later("Kind"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<BenchmarkKind>().Select(k => new WorkbookChoice(k.ToString(), run.T.Of(k)))] },
            new("symbol", Text.Later("Document that sets it")),
            new("paragraph", Text.Later("Its paragraph")) { Note = Text.Later("Such as 2 or 20 (k).") },
            new("indicators", Text.Later("Indicators"), ColumnKind.Reference) { IsList = true },
            new("assessor", Text.Later("Assessor")) { IsRequired = true, Longest = 200 },
            new("due", Text.Later("Judged next by"), ColumnKind.Date),
            new("classification", Text.Later("Classification"), ColumnKind.Choice) { Choices = [.. Enum.GetValues<Classification>().Select(c => new WorkbookChoice(c.ToString(), Ui.Labels.Of(run.T, c)))] },
        ]) { IsRequired = true },
    ]);

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var codes = await CodesAsync(run, ct);
        foreach (var benchmark in await OpenAsync(run, ct))
        {
            yield return Row(benchmark, codes);
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var codes = await CodesAsync(run, ct);
        var current = await run.OnceAsync("council.rows", async () =>
            (await OpenAsync(run, ct)).ToDictionary(b => b.Code, b => Row(b, codes)));
        await PickAsync(rows, current, run, ct);
        return [.. rows.Select(row => Check(row, current, codes, run))];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var codes = await CodesAsync(run, ct);
        var known = await run.Db.CouncilBenchmarks.Where(b => b.Country == run.Country && b.Compartment == null).ToDictionaryAsync(b => b.Code, ct);
        foreach (var row in verdicts.Where(v => v.Outcome is RowOutcome.Add or RowOutcome.Change).Select(v => v.Row))
        {
            var benchmark = known.GetValueOrDefault(row.Text("code")!);
            var before = benchmark?.Provision;
            if (benchmark is null)
            {
                benchmark = New(row, run.Country);
                run.Db.CouncilBenchmarks.Add(benchmark);
            }

            Copy(row, benchmark, codes, Picked(run));
            await run.Db.LinkProvisionAsync(benchmark, before, ct);
        }
    }

    private static RowVerdict Check(WorkbookRow row, Dictionary<string, WorkbookRow> current, Dictionary<string, Guid> codes, WorkbookRun run)
    {
        var findings = new List<WorkbookFinding>();
        if (Picked(run).GetValueOrDefault(Cited(row)) is { Why: { } why } picked)
        {
            findings.Add(row.Finding(picked.Document is null ? "paragraph" : "symbol", "council.provision", run.T[why]));
        }

        if (row.Codes("indicators").FirstOrDefault(c => !codes.ContainsKey(c)) is { } unknown)
        {
            findings.Add(row.Finding("indicators", "council.indicator", run.T["codes of indicators of this country; {0} is none", unknown]));
        }

        if (row.Text("classification") is { } level && Enum.Parse<Classification>(level) > (run.Reader.ClearanceIn(run.Country) ?? Classification.Restricted))
        {
            findings.Add(row.Finding("classification", "council.clearance", run.T["no level above your own"]));
        }

        return findings.Count > 0 ? row.Refuse(findings) : row.Against(current.GetValueOrDefault(row.Text("code")!));
    }

    // Each paragraph once, checked against the document where the library holds it; what stands on record already is not asked again.
    private static async Task PickAsync(IEnumerable<WorkbookRow> rows, Dictionary<string, WorkbookRow> current, WorkbookRun run, CancellationToken ct)
    {
        var (picker, picked) = (new ProvisionPicker(run.Db, run.T), Picked(run));
        foreach (var row in rows.Where(r => r.Text("symbol") is not null && !picked.ContainsKey(Cited(r))))
        {
            if (current.GetValueOrDefault(row.Text("code")!) is not { } known || Cited(known) != Cited(row))
            {
                picked[Cited(row)] = await picker.PickAsync(run.Country, row.Text("symbol"), row.Text("paragraph"), ct, mayBeMissing: true);
            }
        }
    }

    private static Dictionary<(string?, string?), PickedProvision> Picked(WorkbookRun run) => run.Once("council.picked", () => new Dictionary<(string?, string?), PickedProvision>());

    private static (string? Symbol, string? Paragraph) Cited(WorkbookRow row) => (row.Text("symbol"), row.Text("paragraph"));

    // What a sealed group keeps does not travel in spreadsheets.
    private static async Task<IEnumerable<CouncilBenchmark>> OpenAsync(WorkbookRun run, CancellationToken ct) =>
        (await run.Db.JudgedBenchmarksAsync(run.Country, ct)).Select(j => j.Benchmark).Where(b => b.Compartment is null);

    private static CouncilBenchmark New(WorkbookRow row, string country) => new()
    {
        Country = country,
        Classification = Classification.Partner,
        Code = row.Text("code")!,
        Words = Wording.Empty,
        Assessor = "",
    };

    // A column the file does not have leaves what is there.
    private static void Copy(WorkbookRow row, CouncilBenchmark benchmark, Dictionary<string, Guid> codes, Dictionary<(string?, string?), PickedProvision> picked)
    {
        if (row.Texts("wording").Count > 0) benchmark.Words = new(row.Original("wording"), row.Texts("wording"));
        if (row.Has("kind")) benchmark.Kind = Enum.Parse<BenchmarkKind>(row.Text("kind")!);
        if (row.Has("symbol")) benchmark.Provision = picked.TryGetValue(Cited(row), out var found) ? found.Provision : CitedProvision.IdOf(row.Text("symbol"), row.Text("paragraph"));
        if (row.Has("indicators")) benchmark.IndicatorIds = [.. row.Codes("indicators").Select(c => codes[c])];
        if (row.Has("assessor")) benchmark.Assessor = row.Text("assessor")!;
        if (row.Has("due")) benchmark.Due = row.Date("due");
        if (row.Text("classification") is { } level) benchmark.Classification = Enum.Parse<Classification>(level);

        benchmark.Version++;
    }

    private static WorkbookRow Row(CouncilBenchmark benchmark, Dictionary<string, Guid> codes)
    {
        var (symbol, path) = benchmark.Provision is { } id ? CitedProvision.Parts(id) : (null, null);
        var byId = codes.ToDictionary(c => c.Value, c => c.Key);
        return WorkbookRow.Of(Sheet,
        [
            ("code", benchmark.Code),
            .. WorkbookRow.Wording("wording", benchmark.Words.Original, benchmark.Words.Texts),
            ("kind", benchmark.Kind),
            ("symbol", symbol),
            ("paragraph", path),
            ("indicators", string.Join("; ", benchmark.IndicatorIds.Select(i => byId.GetValueOrDefault(i)).OfType<string>())),
            ("assessor", benchmark.Assessor),
            ("due", benchmark.Due),
            ("classification", benchmark.Classification),
        ]);
    }

    private static Task<Dictionary<string, Guid>> CodesAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("council.indicators", () =>
        run.Db.Set<Indicator>().AsNoTracking().Where(i => i.Country == run.Country).ToDictionaryAsync(i => i.Code, i => i.Id, ct));
}
