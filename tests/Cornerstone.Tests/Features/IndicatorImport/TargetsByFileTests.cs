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

public sealed class TargetsByFileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Targets_of_a_file_are_held_to_the_side_of_their_baseline_in_the_same_area_and_part()
    {
        await using var app = await TestApp.StartAsync();
        await SeriesImportRun.GivenAsync(app, "AIM-1");

        var verdicts = await CheckAsync(app,
        [
            Aim("AIM-1", TargetKind.Baseline, "2022-12-31", "10"), Aim("AIM-1", TargetKind.Target, "2028-12-31", "8"), Aim("AIM-1", TargetKind.Target, "2028-12-31", "8", "sex=F"),
            Aim("AIM-1", TargetKind.Milestone, "2021-12-31", "12"), Aim("AIM-1", TargetKind.Target, "2027-12-31", "12", "sex=Q"),
        ]);

        Assert.Equal([RowOutcome.Add, RowOutcome.Refused, RowOutcome.Add, RowOutcome.Refused, RowOutcome.Refused], verdicts.Select(v => v.Outcome));
        Assert.Equal(["benchmarks.wrong-side", "benchmarks.target-before-baseline", "series.dimensions"], verdicts.Where(v => v.Outcome == RowOutcome.Refused).Select(v => v.Findings[0].Rule));
    }

    [Fact]
    public async Task No_file_gives_a_target_to_what_is_context_only()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = await app.DbAsAsync(Amina))
        {
            var (indicator, card) = Cornerstone.Features.IndicatorCatalogue.CatalogueEntry.All.Single(e => e.Code == "SSR-01")
                .ForCountry("XS", Values.Classification.Public, "Secretariat", null, Then);
            db.Indicators.Add(indicator);
            await db.RecordAsync(new Act("catalogue.add", "XS", Then), Ct);
            db.IndicatorDefinitions.Add(card);
            await db.SaveAsync(new Act("catalogue.add", "XS", Then), Ct);
        }

        var verdict = Assert.Single(await CheckAsync(app, [Aim("SSR-01", TargetKind.Target, "2030-12-31", "222")]));

        Assert.Equal((RowOutcome.Refused, "benchmarks.context-no-target"), (verdict.Outcome, verdict.Findings.Single().Rule));
    }

    [Fact]
    public async Task What_goes_out_comes_in_again_without_a_change()
    {
        await using var app = await TestApp.StartAsync();
        var id = await SeriesImportRun.GivenAsync(app, "AIM-2");
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.IndicatorTargets.AddRange(Target(id, TargetKind.Baseline, "2022-12-31", 10m), Target(id, TargetKind.Milestone, "2025-12-31", 15m), Target(id, TargetKind.Target, "2028-12-31", 20m));
            await db.SaveAsync(new Act("benchmarks.target", "XS", Then), Ct);
        }

        await using var reading = await app.DbAsAsync(Amina);
        using var scope = app.Services.CreateScope();
        var rows = (await new IndicatorsWorkbook().ReadAsync(Run(reading, scope), Ct).ToListAsync(Ct)).FindAll(r => r.Text("code") == "AIM-2" || r.Text("indicator") == "AIM-2");
        var verdicts = await CheckAsync(app, rows);

        Assert.Equal(4, rows.Count);
        Assert.All(verdicts, v => Assert.Equal(RowOutcome.Unchanged, v.Outcome));
    }

    private static WorkbookRow Aim(string indicator, TargetKind kind, string on, string value, string dimensions = "") => WorkbookRow.Of(
        "targets", [("indicator", indicator), ("kind", kind), ("on", Day(on)), ("area", ""), ("dimensions", dimensions), ("value", value)]);

    private static async Task<IReadOnlyList<RowVerdict>> CheckAsync(TestApp app, IReadOnlyList<WorkbookRow> rows)
    {
        await using var db = await app.DbAsAsync(Amina);
        using var scope = app.Services.CreateScope();
        return await new IndicatorsWorkbook().CheckAsync(rows, Run(db, scope), Ct);
    }

    private static WorkbookRun Run(AppDb db, IServiceScope scope) =>
        new(db, "XS", db.Reader, new Act("benchmarks.import-indicators", "XS", Then), scope.ServiceProvider.GetRequiredService<Text>());
}
