using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Indicators;

public sealed class PartChartsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_stand_in_small_charts_one_for_each_way_of_splitting_with_their_figures_behind()
    {
        await using var app = await TestApp.StartAsync();
        var id = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m);
        await using (var db = await app.DbAsAsync(Amina))
        {
            foreach (var (period, women, officers) in new[] { ("2023", 14m, 4m), ("2024", 16m, 5m) })
            {
                db.SeriesPoints.AddRange(
                    Point(id, period, women, dimensions: "sex=F").Published(), Point(id, period, 100m - women, dimensions: "sex=M").Published(),
                    Point(id, period, officers, dimensions: "rank=L1").Published(), Point(id, period, Figure.Unknown, dimensions: "rank=L2").Published(),
                    Point(id, period, 3m, dimensions: "rank=L1;sex=F").Published());
            }

            await db.SaveAsync(new Act("values.publish", "XS", Then), Ct);
        }

        var page = await (await app.AsAsync(Jamila)).OpenAsync($"/xs/indicators/{id}");

        Assert.Equal(["By Rank level", "By Sex"], page.QuerySelectorAll("h3").Select(h => h.TextContent).Where(h => h.StartsWith("By", StringComparison.Ordinal)));
        var sex = page.QuerySelector("#parts-sex-title")!.Closest(".chart-box")!;
        Assert.Equal(["Women", "Men"], sex.QuerySelectorAll("table tbody th").Select(h => h.TextContent));
        Assert.Contains("14", sex.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("unknown", page.QuerySelector("#parts-rank-title")!.Closest(".chart-box")!.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Women", page.QuerySelector("[data-test=parts]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_is_judged_against_its_own_target()
    {
        await using var app = await TestApp.StartAsync();
        var id = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m);
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.IndicatorTargets.AddRange(Own(id, TargetKind.Baseline, "2022-12-31", 2m), Own(id, TargetKind.Target, "2028-12-31", 10m));
            db.SeriesPoints.AddRange(Point(id, "2025", 10m, dimensions: "rank=L1").Published(), Point(id, "2025", 20m, dimensions: "rank=L2").Published());
            await db.SaveAsync(new Act("values.publish", "XS", Then), Ct);
        }

        var rows = (await (await app.AsAsync(Jamila)).OpenAsync($"/xs/indicators/{id}")).QuerySelectorAll("[data-test=parts] tbody tr").Select(r => r.TextContent).ToList();

        Assert.Contains(rows, r => r.Contains("generals", StringComparison.Ordinal) && r.Contains("Target reached early", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("Senior officers", StringComparison.Ordinal) && !r.Contains("Target reached", StringComparison.Ordinal));
    }

    private static IndicatorTarget Own(Guid indicator, TargetKind kind, string day, Figure value) => new()
    {
        IndicatorId = indicator,
        Country = "XS",
        Classification = Classification.Public,
        Kind = kind,
        Dimensions = "rank=L1",
        OnDay = Day(day),
        Value = value,
    };
}
