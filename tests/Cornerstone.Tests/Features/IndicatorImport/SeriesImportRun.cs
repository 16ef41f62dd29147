using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorImport;
using Cornerstone.Languages;
using Cornerstone.Tests.TestKit;
using Cornerstone.Workbooks;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorImport;

/// <summary>Brings rows in as the mechanism does: batch after batch, judged and applied, one commit at the end.</summary>
internal static class SeriesImportRun
{
    private const int Batch = 1_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static WorkbookRow Row(string indicator, string period, string value, string dimensions = "", string? note = null) => WorkbookRow.Of(
        "series", [("indicator", indicator), ("period", period), ("area", ""), ("dimensions", dimensions), ("value", value), .. note is null ? [] : new (string, object?)[] { ("note", note) }]);

    public static async Task<Guid> GivenAsync(TestApp app, string code, Action<IndicatorDefinition>? adjust = null)
    {
        await using var db = await app.DbAsAsync(Amina);
        var indicator = Indicator(code);
        db.Indicators.Add(indicator);
        await db.RecordAsync(new Act("benchmarks.propose", "XS", Then), Ct);
        var defined = Card(indicator.Id);
        adjust?.Invoke(defined);
        db.IndicatorDefinitions.Add(defined);
        await db.SaveAsync(new Act("benchmarks.define", "XS", Then), Ct);
        return indicator.Id;
    }

    /// <summary>Counts, added up over their parts.</summary>
    public static async Task<Guid> GivenCountAsync(TestApp app, string code)
    {
        await using var db = await app.DbAsAsync(Amina);
        var indicator = Indicator(code);
        db.Indicators.Add(indicator);
        await db.RecordAsync(new Act("benchmarks.propose", "XS", Then), Ct);
        var card = Card(indicator.Id, IndicatorUnit.Count, overAreas: RollUpRule.Sum, overDimensions: RollUpRule.Sum);
        card.Disaggregations.Add("sex");
        db.IndicatorDefinitions.Add(card);
        await db.SaveAsync(new Act("benchmarks.define", "XS", Then), Ct);
        return indicator.Id;
    }

    public static Task<IReadOnlyList<RowVerdict>> CheckAsync(TestApp app, IReadOnlyList<WorkbookRow> rows, DemonstrationPerson? person = null, int batch = Batch) =>
        RunAsync(app, rows, person ?? Amina, batch, isApplied: false);

    public static Task<IReadOnlyList<RowVerdict>> ImportAsync(TestApp app, IReadOnlyList<WorkbookRow> rows, DemonstrationPerson? person = null, int batch = Batch) =>
        RunAsync(app, rows, person ?? Amina, batch, isApplied: true);

    /// <summary>What a download of everything would hold for this person.</summary>
    public static async Task<List<WorkbookRow>> ExportAsync(TestApp app, DemonstrationPerson person)
    {
        await using var db = await app.DbAsAsync(person);
        using var scope = app.Services.CreateScope();
        return await new SeriesWorkbook().ReadAsync(Run(db, scope), Ct).ToListAsync(Ct);
    }

    private static async Task<IReadOnlyList<RowVerdict>> RunAsync(TestApp app, IReadOnlyList<WorkbookRow> rows, DemonstrationPerson person, int size, bool isApplied)
    {
        await using var db = await app.DbAsAsync(person);
        using var scope = app.Services.CreateScope();
        var (run, workbook, all) = (Run(db, scope), new SeriesWorkbook(), new List<RowVerdict>());
        foreach (var batch in rows.Chunk(size))
        {
            await workbook.LearnAsync(batch, run, Ct);
            var verdicts = workbook.Check(batch, run);
            all.AddRange(verdicts);
            if (isApplied)
            {
                await db.RecordAsync(run.Act, Ct);
                await workbook.ApplyAsync([.. verdicts.Where(v => v.Outcome is RowOutcome.Add or RowOutcome.Change)], run, Ct);
                await db.RecordAsync(run.Act, Ct);
                db.ChangeTracker.Clear();
            }
        }

        if (isApplied)
        {
            await db.CommitAsync(Ct);
        }

        return all;
    }

    private static WorkbookRun Run(AppDb db, IServiceScope scope) =>
        new(db, "XS", db.Reader, new Act("benchmarks.import", "XS", new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)), scope.ServiceProvider.GetRequiredService<Text>());
}
