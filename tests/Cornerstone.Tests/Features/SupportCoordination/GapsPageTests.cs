using System.Net;
using AngleSharp.Html.Dom;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportCoordination;

public sealed class GapsPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gaps_overlaps_and_kept_announcements_of_the_invented_country_lead_to_rows_that_add_up()
    {
        await using var app = await TestApp.SoleniaAsync();
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

    [Theory]
    [InlineData("export", "Next twelve months")]
    [InlineData("overlapsExport", "Kingdom of Arvenna")]
    [InlineData("keptExport", "Republic of Tavros")]
    public async Task Each_table_of_gaps_goes_out_as_a_file(string handler, string words)
    {
        await using var app = await TestApp.SoleniaAsync();

        Assert.Contains(words, await (await app.AsAsync(Amina)).Client.GetStringAsync($"/xs/support/gaps?handler={handler}&format=csv", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_gap_of_a_year_leads_to_the_commitments_that_are_for_it()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var years = (await amina.OpenAsync("/xs/support/gaps")).QuerySelector("[data-test=gap-years]")!;

        Assert.True(years.QuerySelectorAll("thead th").Length > 2);
        var rows = await amina.OpenAsync(years.QuerySelectorAll("tbody a").OfType<IHtmlAnchorElement>().First(a => a.TextContent.Trim() is not ("0" or "–")).GetAttribute("href")!);
        Assert.Contains("spread by days", rows.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_revised_announcement_replaces_the_original_and_what_has_no_rate_leaves_no_share()
    {
        var year = TimeProvider.System.GetUtcNow().Year - 1;
        string Planned(int type, int amount) => $"""<planned-disbursement type="{type}"><period-start iso-date="{year}-01-01"/><period-end iso-date="{year}-12-31"/><value value-date="{year}-01-01">{amount}</value></planned-disbursement>""";
        string Paid(string currency) => $"""<transaction><transaction-type code="3"/><transaction-date iso-date="{year}-03-01"/><value currency="{currency}" value-date="{year}-03-01">40</value></transaction>""";
        string Of(string partner, string paid) => $"""
            <iati-activity default-currency="USD"><iati-identifier>{partner}-1</iati-identifier><reporting-org ref="{partner}" type="10"><narrative>Partner {partner}</narrative></reporting-org>
              <recipient-country code="XS"/><sector vocabulary="1" code="15210"/>{Planned(1, 100)}{Planned(2, 50)}{paid}
            </iati-activity>
            """;
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Of("One", Paid("USD")), Of("Two", Paid("USD") + Paid("XQD"))));

        var page = await (await app.AsAsync(Elif)).OpenAsync("/xs/support/gaps");

        var rows = page.QuerySelectorAll("[data-test=kept] tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim());
        Assert.Equal(["50", "40", "80%"], rows["Partner One"].QuerySelectorAll("td").Select(c => c.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim()));
        Assert.Contains("1 row could not be converted", rows["Partner Two"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("%", rows["Partner Two"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_plan_there_is_nothing_to_hold_support_against_and_strangers_do_not_reach_it()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Null((await (await app.AsAsync(Elif)).OpenAsync("/xs/support/gaps")).QuerySelector("[data-test=gaps]"));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync("/xs/support/gaps"));
    }
}
