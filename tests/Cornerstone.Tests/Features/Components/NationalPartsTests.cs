using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.Features.Indicators;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Components;

/// <summary>On every page by component the country's own stand beneath the one they fall under, and count there once.</summary>
public sealed class NationalPartsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_plan_by_component_shows_the_sum_and_beneath_it_what_it_is_made_of()
    {
        await using var app = await TestApp.StartAsync();
        await VillageGuardsAsync(app);
        var plan = await GivenPlan.InAsync(app);
        await using (var db = await app.DbAsAsync(Amina))
        {
            (await db.PlanNodes.SingleAsync(n => n.Id == plan.First.Id, Ct)).Components = ["POL"];
            (await db.PlanNodes.SingleAsync(n => n.Id == plan.Second.Id, Ct)).Components = ["VIL"];
            db.Add(GivenPlan.Cost(plan.Second, 30m));
            await db.SaveAsync(new Act("plan.edit", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        var dmitri = await app.AsAsync(Dmitri);
        var table = (await dmitri.OpenAsync("/xs/plan/components")).QuerySelector("[data-test=allocation-USD]")!;

        Assert.Equal(
            ["Police and gendarmerie POL|150.00", "of which outside the country's own components|120.00", "of which Village guards VIL|30.00"],
            table.QuerySelectorAll("tbody tr").Where(r => !r.TextContent.Contains("No component", StringComparison.Ordinal)).Select(r => $"{Words(r.QuerySelector("th")!)}|{Words(r.QuerySelectorAll("td")[1])}"));
        Assert.Equal("150.00", Words(table.QuerySelectorAll("tfoot td")[1]));
        Assert.Contains("Train inspectors", (await dmitri.OpenAsync("/xs/plan?component=POL")).QuerySelector("[data-test=tree]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Open complaints", (await dmitri.OpenAsync("/xs/plan?component=VIL")).QuerySelector("[data-test=tree]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_counts_an_indicator_of_a_national_component_in_the_one_above()
    {
        await using var app = await TestApp.StartAsync();
        await VillageGuardsAsync(app);
        await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m, code: "A-1");
        await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m, code: "A-2", component: "VIL");
        var dmitri = await app.AsAsync(Dmitri);

        var rows = (await dmitri.OpenAsync("/xs/indicators/framework")).QuerySelectorAll("section[aria-labelledby=components] > .table-region tbody tr").ToList();

        Assert.Equal(["Police and gendarmerie", "of which outside the country's own components", "of which Village guards"], rows.Select(r => Words(r.QuerySelector("th")!)));
        Assert.Equal([2, 1, 1], rows.Select(r => r.QuerySelectorAll("td").Take(5).Sum(c => int.Parse(Words(c), System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(2, Listed(await dmitri.OpenAsync("/xs/indicators?component=POL")));
        Assert.Equal(1, Listed(await dmitri.OpenAsync("/xs/indicators?component=VIL")));
    }

    private static int Listed(IHtmlDocument page) => page.QuerySelectorAll("main tbody tr").Length;

    private static string Words(IElement cell) => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task VillageGuardsAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        db.Add(new NationalComponent { Country = "XS", Code = "VIL", Names = Wording.Of("en", "Village guards"), Parent = Component.POL });
        await db.SaveAsync(new Act("institutions.component", "XS", DateTimeOffset.UnixEpoch), Ct);
    }
}
