using System.Net;
using AngleSharp.Html.Dom;
using Cornerstone.Demonstration;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportCoordination;

public sealed class GapsPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gaps_overlaps_and_kept_announcements_of_the_invented_country_lead_to_rows_that_add_up()
    {
        await using var app = await TestApp.StartAsync();
        await Solenia.PrepareAsync(app.Database, TimeProvider.System, Ct);
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync("/xs/support/gaps");

        Assert.True(page.QuerySelectorAll("[data-test=gaps] tbody tr").Length > 5);
        Assert.Contains("Republic of Tavros", page.QuerySelector("[data-test=kept]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kingdom of Arvenna", page.QuerySelector("[data-test=overlaps]")!.TextContent, StringComparison.Ordinal);
        var figure = page.QuerySelectorAll("[data-test=gaps] tbody [data-label=Committed] a").OfType<IHtmlAnchorElement>().First(a => a.TextContent.Trim() != "0");
        var rows = await amina.OpenAsync(figure.GetAttribute("href")!);
        var total = decimal.Parse(rows.QuerySelector("[data-test=total] .number")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(figure.TextContent.Trim(), total.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("G1.O1", await amina.Client.GetStringAsync("/xs/support/gaps?handler=export&format=csv", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_plan_there_is_nothing_to_hold_support_against_and_strangers_do_not_reach_it()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Null((await (await app.AsAsync(Elif)).OpenAsync("/xs/support/gaps")).QuerySelector("[data-test=gaps]"));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync("/xs/support/gaps"));
    }
}
