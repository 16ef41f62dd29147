using Cornerstone.Features.Benchmarks;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.Features.IndicatorImport.SeriesImportRun;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorImport;

public sealed class SeriesWorkbookTests
{
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
}
