using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportOverview;

public sealed class OverviewPageTests
{
    private const string Page = "/xs/support/overview";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_figure_of_the_invented_country_leads_to_rows_that_add_up_to_it()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync(Page);

        Assert.Single(page.QuerySelectorAll("#way-title"));
        var cells = page.QuerySelector(".chart-box table")!.QuerySelectorAll("td.number a").Take(4)
            .Concat(page.QuerySelectorAll("[data-test=flows] td.number a")).Concat(page.QuerySelectorAll("[data-test=places] td.number a")).ToList();
        Assert.True(cells.Count > 6, $"{cells.Count}");
        foreach (var cell in cells)
        {
            var rows = await amina.OpenAsync(cell.GetAttribute("href")!);
            Assert.Equal(NumberOf(cell), NumberOf(rows.QuerySelector("[data-test=total] .number")!));
        }
    }

    [Theory]
    [InlineData("view=Funding&stage=Paid&currency=USD")]
    [InlineData("view=Spending&stage=Paid&currency=USD")]
    [InlineData("view=Funding&stage=Committed&currency=XSC")]
    public async Task The_way_of_the_money_carries_what_the_ledger_counts_and_each_layer_all_of_it(string asked)
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync($"{Page}?{asked}");
        var counted = NumberOf((await amina.OpenAsync($"/xs/support/ledger?{asked}")).QuerySelector("[data-test=sums] .number")!);

        var rows = page.QuerySelector(".chart-box table")!.QuerySelectorAll("tbody tr").Where(r => r.Children[1].TextContent.Trim() != "Total").ToList();
        Assert.Equal(2 * counted, rows.Sum(r => NumberOf(r.Children[2])));
        Assert.Equal(counted, page.QuerySelectorAll("[data-test=flows] td[data-label=Amount]").Sum(NumberOf));
    }

    [Fact]
    public async Task The_gap_of_a_chosen_objective_is_that_of_the_page_of_gaps()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);
        var gaps = (await amina.OpenAsync("/xs/support/gaps")).QuerySelectorAll("[data-test=gaps] tbody tr").ToList();
        var known = gaps.First(r => r.QuerySelector("[data-label=Gap]")!.TextContent.Trim() != "–");
        var code = known.QuerySelector("th bdi")!.TextContent;

        var choices = (await amina.OpenAsync(Page)).QuerySelectorAll("#Objective option").ToList();
        var page = await amina.OpenAsync($"{Page}?objective={choices.Single(o => o.TextContent.StartsWith($"{code} ", StringComparison.Ordinal)).GetAttribute("value")}");

        var steps = page.QuerySelectorAll(".chart-box table").Select(t => t.QuerySelectorAll("tbody tr")).Single(t => t.Any(r => r.Children[0].TextContent.Trim() == "Gap"));
        var gap = steps.Single(r => r.Children[0].TextContent.Trim() == "Gap");
        Assert.Equal(NumberOf(known.QuerySelector("[data-label=Gap]")!), Math.Round(NumberOf(gap.Children[2]), MidpointRounding.AwayFromZero));
    }

    [Fact]
    public async Task Under_each_figure_stands_what_it_rests_on()
    {
        await using var app = await TestApp.SoleniaAsync();

        var page = await (await app.AsAsync(Amina)).OpenAsync($"{Page}?view=Spending&year=2025");

        var bases = page.QuerySelectorAll("[data-test=basis]").Select(b => b.TextContent).ToList();
        Assert.Equal(3, bases.Count);
        Assert.All(bases, b => Assert.Matches("Where money was last seen.*2025.*rate of its value date.*as of.*Left out", b.ReplaceLineEndings(" ")));
        Assert.Contains("pledges reduce no gap", page.QuerySelector("[data-test=gap-basis]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_silence_stands_first_and_all_of_them_in_the_file()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var days = (await amina.OpenAsync(Page)).QuerySelectorAll("[data-test=silence] td[data-label='Days since']").Select(d => d.TextContent.Trim()).Where(d => d != "–").Select(d => int.Parse(d, NumberStyles.Number, CultureInfo.InvariantCulture)).ToList();

        Assert.NotEmpty(days);
        Assert.Equal(days.OrderDescending(), days);
        Assert.Contains("Under way by its last word", await amina.Client.GetStringAsync($"{Page}?handler=silenceExport&format=csv", Ct), StringComparison.Ordinal);
        Assert.Contains("Institution in charge", await amina.Client.GetStringAsync($"{Page}?handler=export&format=csv", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_plan_no_way_is_drawn_and_strangers_do_not_reach_it()
    {
        await using var app = await TestApp.StartAsync();
        var elif = await app.AsAsync(Elif);

        Assert.Null((await elif.OpenAsync(Page)).QuerySelector(".chart-box"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"{Page}?view=Both"));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync(Page));
    }

    private static decimal NumberOf(IElement element) => decimal.Parse(element.TextContent.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture);
}
