using System.Net;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportCoordination;

/// <summary>The chain of domain handbook §5.7 from published files to the page: donor, fund with a fee of one per cent, two agencies.</summary>
public sealed class WorkedChainTests
{
    [Fact]
    public async Task Ten_to_a_fund_are_ten_given_eight_spent_one_ninety_on_its_way_and_a_tenth_of_fee()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(
            Activity("D-1", "D", Paid(3, "10.00", "F-1")),
            Activity("F-1", "F", Paid(3, "5.94", "A-1") + Paid(3, "3.96", "B-1")),
            Activity("A-1", "A", Paid(4, "4.80")),
            Activity("B-1", "B", Paid(4, "3.20"))));
        var amina = await app.AsAsync(Amina);

        var saved = await FeeAsync(app, amina, "1");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var (funding, spending) = (await amina.OpenAsync("/xs/support/ledger?view=Funding"), await amina.OpenAsync("/xs/support/ledger?view=Spending"));
        Assert.Equal(["10.00", "8.00"], new[] { funding, spending }.Select(p => p.QuerySelector("[data-test=ledger-table] tfoot td")!.TextContent.Trim()));
        Assert.Equal(["27.90 USD", "1.90 USD", "0.10 USD"], new[] { "blind", "pipeline", "fees" }.Select(f => funding.QuerySelector($"[data-test={f}]")!.TextContent.Trim()));
        Assert.Contains("support.know", await app.ActsAsync());
    }

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("one")]
    public async Task A_fee_that_is_no_part_of_a_deposit_comes_back(string fee)
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Activity("F-1", "F", Paid(4, "5.94"))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await FeeAsync(app, await app.AsAsync(Amina), fee)).StatusCode);
    }

    [Fact]
    public async Task Only_whoever_edits_support_says_what_the_country_knows()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Activity("F-1", "F", Paid(4, "5.94"))));
        var path = await PathAsync(app, "F-1");

        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Elif)).StatusOfAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Amina)).StatusOfAsync($"/xs/support/{Guid.CreateVersion7()}/known"));
    }

    private static async Task<HttpResponseMessage> FeeAsync(TestApp app, Visitor visitor, string fee) =>
        await visitor.SubmitAsync(await visitor.OpenAsync(await PathAsync(app, "F-1")), "[data-test=known]", new() { ["FeePercent"] = fee });

    private static async Task<string> PathAsync(TestApp app, string identifier)
    {
        await using var db = await app.DbAsAsync(Amina);
        return $"/xs/support/{await db.Activities.Where(a => a.Identifier == identifier).Select(a => a.Id).SingleAsync(TestContext.Current.CancellationToken)}/known";
    }

    private static string Activity(string identifier, string partner, string transactions) => $"""
        <iati-activity default-currency="USD"><iati-identifier>{identifier}</iati-identifier><reporting-org ref="{partner}" type="40"><narrative>Partner {partner}</narrative></reporting-org>
          <title><narrative>{identifier}</narrative></title><recipient-country code="XS"/><sector vocabulary="1" code="15210"/>{transactions}
        </iati-activity>
        """;

    private static string Paid(int type, string amount, string? to = null) => $"""
        <transaction><transaction-type code="{type}"/><transaction-date iso-date="2025-03-01"/><value value-date="2025-03-01">{amount}</value>{(to is null ? "" : $"<receiver-org receiver-activity-id=\"{to}\"/>")}</transaction>
        """;
}
