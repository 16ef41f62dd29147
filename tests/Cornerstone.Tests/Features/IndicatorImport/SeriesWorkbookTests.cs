using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorImport;
using Cornerstone.Languages;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorImport;

public sealed class SeriesWorkbookTests
{
    private const int Batch = 1_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_values_come_in_as_entered_and_the_same_again_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, "IMP-1");
        WorkbookRow[] rows = [Row("IMP-1", "2023", "10"), Row("IMP-1", "2024", "3–6"), Row("IMP-1", "2025", "unknown"), Row("IMP-1", "2025", "4", "sex=F")];

        await ImportAsync(app, rows);
        var again = await CheckAsync(app, rows);

        Assert.All(again, v => Assert.Equal(RowOutcome.Unchanged, v.Outcome));
        await using var db = await app.DbAsAsync(Amina);
        var points = await db.SeriesPoints.Where(p => p.IndicatorId == id).ToListAsync(Ct);
        Assert.Equal(4, points.Count);
        Assert.All(points, p => Assert.Equal((PointState.Entered, true), (p.State, p.ImportId is not null)));
        Assert.Contains(points, p => p.Value == Figure.Between(3m, 6m));
    }

    [Fact]
    public async Task A_published_value_that_differs_gets_a_correction_beside_it()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, "IMP-2");
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.SeriesPoints.Add(Point(id, "2024", 15m).Published());
            await db.SaveAsync(new Act("values.publish", "XS", Then), Ct);
        }

        await ImportAsync(app, [Row("IMP-2", "2024", "16")]);

        await using var after = await app.DbAsAsync(Amina);
        var points = await after.SeriesPoints.Where(p => p.IndicatorId == id).OrderBy(p => p.State).ToListAsync(Ct);
        Assert.Equal([PointState.Entered, PointState.Published], points.Select(p => p.State).Order());
        Assert.Equal(points.Single(p => p.State == PointState.Published).Id, points.Single(p => p.State == PointState.Entered).Corrects);
    }

    [Theory]
    [InlineData("2024", "120", "", "I2")]
    [InlineData("2099", "12", "", "I7")]
    [InlineData("2024", "many", "", "I9")]
    [InlineData("2024", "12", "women", "series.dimensions")]
    public async Task A_row_that_breaks_a_rule_is_refused_and_says_which(string period, string value, string dimensions, string rule)
    {
        await using var app = await TestApp.StartAsync();
        await GivenAsync(app, "IMP-3");

        var verdict = Assert.Single(await CheckAsync(app, [Row("IMP-3", period, value, dimensions)]));

        Assert.Equal(RowOutcome.Refused, verdict.Outcome);
        Assert.Equal(rule, Assert.Single(verdict.Findings).Rule);
    }

    [Fact]
    public async Task Twenty_thousand_values_come_in_at_once()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, "IMP-4");
        var first = new DateOnly(1960, 1, 1);
        var rows = Enumerable.Range(0, 20_000).Select(i => Row("IMP-4", first.AddDays(i).ToString("yyyy-MM-dd", null), $"{(i % 100) + 1}")).ToList();

        await ImportAsync(app, rows);

        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(20_000, await db.SeriesPoints.CountAsync(p => p.IndicatorId == id, Ct));
        Assert.All(await CheckAsync(app, [rows[0], rows[^1]]), v => Assert.Equal(RowOutcome.Unchanged, v.Outcome));
    }

    private static async Task<Guid> GivenAsync(TestApp app, string code)
    {
        await using var db = await app.DbAsAsync(Amina);
        var indicator = Indicator(code);
        db.Indicators.Add(indicator);
        await db.RecordAsync(new Act("benchmarks.propose", "XS", Then), Ct);
        db.IndicatorDefinitions.Add(Card(indicator.Id));
        await db.SaveAsync(new Act("benchmarks.define", "XS", Then), Ct);
        return indicator.Id;
    }

    private static WorkbookRow Row(string indicator, string period, string value, string dimensions = "") =>
        WorkbookRow.Of("series", [("indicator", indicator), ("period", period), ("area", ""), ("dimensions", dimensions), ("value", value)]);

    private static async Task<IReadOnlyList<RowVerdict>> CheckAsync(TestApp app, IReadOnlyList<WorkbookRow> rows)
    {
        await using var db = await app.DbAsAsync(Amina);
        using var scope = app.Services.CreateScope();
        return await new SeriesWorkbook().CheckAsync(rows, Run(db, scope), Ct);
    }

    // As the mechanism does it: batch after batch, judged and applied, one commit at the end.
    private static async Task ImportAsync(TestApp app, IReadOnlyList<WorkbookRow> rows)
    {
        await using var db = await app.DbAsAsync(Amina);
        using var scope = app.Services.CreateScope();
        var (run, workbook) = (Run(db, scope), new SeriesWorkbook());
        foreach (var batch in rows.Chunk(Batch))
        {
            var verdicts = await workbook.CheckAsync(batch, run, Ct);
            await db.RecordAsync(run.Act, Ct);
            await workbook.ApplyAsync([.. verdicts.Where(v => v.Outcome is RowOutcome.Add or RowOutcome.Change)], run, Ct);
            await db.RecordAsync(run.Act, Ct);
            db.ChangeTracker.Clear();
        }

        await db.CommitAsync(Ct);
    }

    private static WorkbookRun Run(AppDb db, IServiceScope scope) =>
        new(db, "XS", db.Reader, new Act("benchmarks.import", "XS", new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)), scope.ServiceProvider.GetRequiredService<Text>());
}
