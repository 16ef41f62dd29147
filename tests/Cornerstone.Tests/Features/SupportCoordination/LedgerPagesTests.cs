using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Regions;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportCoordination;

public sealed class LedgerPagesTests
{
    // Ten million to a fund; the fund tells of the receipt and of what its agency spent.
    private const string Donor = """
        <iati-activity default-currency="USD"><iati-identifier>D-1</iati-identifier><reporting-org ref="D" type="10"><narrative>Donor</narrative></reporting-org>
          <title><narrative>Deposit</narrative></title><sector vocabulary="1" code="15132" percentage="25"/><sector vocabulary="1" code="15210" percentage="75"/>
          <transaction><transaction-type code="3"/><transaction-date iso-date="2025-03-01"/><value value-date="2025-03-01">10000000</value><receiver-org ref="F" receiver-activity-id="F-1"><narrative>Fund</narrative></receiver-org></transaction>
        </iati-activity>
        """;

    private const string Fund = """
        <iati-activity default-currency="USD"><iati-identifier>F-1</iati-identifier><reporting-org ref="F" type="40"><narrative>Fund</narrative></reporting-org>
          <title><narrative>Fund</narrative></title><sector vocabulary="1" code="15210"/>
          <transaction><transaction-type code="1"/><transaction-date iso-date="2025-03-02"/><value value-date="2025-03-02">10000000</value><provider-org ref="D" provider-activity-id="D-1"/></transaction>
          <transaction><transaction-type code="4"/><transaction-date iso-date="2025-09-01"/><value value-date="2025-09-01">8000000</value></transaction>
          <transaction><transaction-type code="4"/><transaction-date iso-date="2025-10-01"/><value currency="XQD" value-date="2025-10-01">5</value></transaction>
        </iati-activity>
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ledger")]
    [InlineData("ledger/rows")]
    [InlineData("explorer")]
    [InlineData("gaps")]
    [InlineData("overview")]
    public async Task While_the_ledger_is_being_counted_a_page_says_so(string page)
    {
        var never = new TaskCompletionSource<AppDb>();
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton(new LedgerMemory(long.MaxValue, _ => never.Task, TimeSpan.Zero)));
        var amina = await app.AsAsync(Amina);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await amina.StatusOfAsync($"/xs/support/{page}"));
    }

    [Theory]
    [InlineData("Funding", "10,000,000.00", "Donor")]
    [InlineData("Spending", "8,000,000.00", "Fund")]
    public async Task A_chain_is_counted_once_in_each_view(string view, string total, string partner)
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Donor, Fund));

        var page = await (await app.AsAsync(Elif)).OpenAsync($"/xs/support/ledger?view={view}");

        var first = page.QuerySelector("[data-test=ledger-table]")!;
        Assert.Contains(partner, Assert.Single(first.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Equal(total, first.QuerySelector("tfoot td")!.TextContent.Trim());
        Assert.StartsWith(total, page.QuerySelector("[data-test=sums] bdi")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_table_adds_up_to_the_same_and_each_figure_leads_to_its_rows()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Donor, Fund));
        var elif = await app.AsAsync(Elif);

        var page = await elif.OpenAsync("/xs/support/ledger?view=Funding");

        var tables = page.QuerySelectorAll("[data-test=ledger-table]");
        Assert.Equal(["10,000,000.00", "10,000,000.00", "10,000,000.00", "18,000,000.00"], tables.Select(t => t.QuerySelector("tfoot td")!.TextContent.Trim()));
        foreach (var link in tables.SelectMany(t => t.QuerySelectorAll("tbody a")))
        {
            var rows = await elif.OpenAsync(link.GetAttribute("href")!);
            var shown = link.TextContent.Trim();
            Assert.Equal(shown == "unknown" ? "0.00" : shown, rows.QuerySelector("[data-test=total] .number")!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task What_is_left_out_is_listed_with_its_reason_and_where_it_is_counted()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Donor, Fund));
        var elif = await app.AsAsync(Elif);

        var rows = await elif.OpenAsync("/xs/support/ledger/rows?view=Funding&reason=ReportedByProvider");
        Assert.Contains("D-1", Assert.Single(rows.QuerySelectorAll("[data-test=rows] tbody tr")).TextContent, StringComparison.Ordinal);
        var unknown = await elif.OpenAsync("/xs/support/ledger/rows?view=Funding&reason=NoRate");
        Assert.Contains("unknown", Assert.Single(unknown.QuerySelectorAll("[data-test=rows] tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("F-1", await elif.Client.GetStringAsync("/xs/support/ledger/rows?view=Funding&reason=PassedOn&handler=export&format=csv", Ct), StringComparison.Ordinal);
        Assert.Contains("Donor", await elif.Client.GetStringAsync("/xs/support/ledger?handler=export&format=csv", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_this_countrys_part_is_counted_and_the_rest_is_listed_as_left_out()
    {
        const string Shared = """
            <iati-activity default-currency="USD"><iati-identifier>S-1</iati-identifier><reporting-org ref="D" type="10"><narrative>Donor</narrative></reporting-org>
              <recipient-country code="XS" percentage="70"/><recipient-country code="XY" percentage="30"/><sector vocabulary="1" code="15132" percentage="60"/><sector vocabulary="1" code="15210" percentage="40"/>
              <transaction><transaction-type code="3"/><transaction-date iso-date="2025-03-01"/><value value-date="2025-03-01">10000000</value></transaction>
            </iati-activity>
            """;
        const string Apart = """
            <iati-activity default-currency="USD"><iati-identifier>S-2</iati-identifier><reporting-org ref="D" type="10"><narrative>Donor</narrative></reporting-org>
              <sector vocabulary="1" code="15210"/>
              <transaction><transaction-type code="3"/><transaction-date iso-date="2025-03-01"/><value value-date="2025-03-01">50</value><recipient-country code="XS"/></transaction>
              <transaction><transaction-type code="3"/><transaction-date iso-date="2025-06-01"/><value value-date="2025-06-01">900</value><recipient-country code="XY"/></transaction>
            </iati-activity>
            """;
        const string Undivided = """
            <iati-activity default-currency="USD"><iati-identifier>S-3</iati-identifier><reporting-org ref="D" type="10"><narrative>Donor</narrative></reporting-org>
              <recipient-country code="XS"/><recipient-country code="XY"/><sector vocabulary="1" code="15210"/>
              <transaction><transaction-type code="3"/><transaction-date iso-date="2025-03-01"/><value value-date="2025-03-01">33</value></transaction>
            </iati-activity>
            """;
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Shared, Apart, Undivided));
        var elif = await app.AsAsync(Elif);

        Assert.Equal("4,200,000.00", await TotalAsync(elif, "component=POL"));
        Assert.Equal("7,000,050.00", await TotalAsync(elif, "view=Funding"));
        Assert.Equal("3,000,900.00", await TotalAsync(elif, "reason=OtherCountry"));
        Assert.Equal("33.00", await TotalAsync(elif, "reason=CountryNotSaid"));
    }

    [Fact]
    public async Task What_a_transaction_says_of_its_sector_goes_before_its_activity()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File("""
            <iati-activity default-currency="USD"><iati-identifier>T-1</iati-identifier><reporting-org ref="D" type="10"><narrative>Donor</narrative></reporting-org>
              <sector vocabulary="1" code="15210"/>
              <transaction><transaction-type code="3"/><transaction-date iso-date="2025-03-01"/><value value-date="2025-03-01">60</value><sector vocabulary="1" code="15132"/></transaction>
              <transaction><transaction-type code="3"/><transaction-date iso-date="2025-06-01"/><value value-date="2025-06-01">40</value></transaction>
            </iati-activity>
            """));

        var elif = await app.AsAsync(Elif);

        Assert.Equal("60.00", await TotalAsync(elif, "component=POL"));
        Assert.Equal("40.00", await TotalAsync(elif, "component=none"));
    }

    [Fact]
    public async Task Regions_whose_names_differ_by_case_alone_stop_no_page()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = await app.AminaAsync())
        {
            db.AddRange(new Region { Country = "XS", Code = "XS-81", Names = Wording.Of("en", "Nord"), Level = 1 }, new Region { Country = "XS", Code = "XS-82", Names = Wording.Of("en", "NORD"), Level = 1 });
            await db.SaveAsync(GivenSupport.Adding(), Ct);
        }

        Assert.Equal(HttpStatusCode.OK, await (await app.AsAsync(Elif)).StatusOfAsync("/xs/support/ledger"));
    }

    [Fact]
    public async Task What_is_kept_close_is_in_no_sum_of_those_who_may_not_read_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Donor));
        var secret = await app.ActivityAsync("SECRET-1", Classification.Restricted);
        await using (var db = await app.AminaAsync())
        {
            db.Add(GivenSupport.Paid(secret, 77m, "USD"));
            await db.SaveAsync(GivenSupport.Adding(), Ct);
        }

        Assert.StartsWith("10,000,000.00", await SumAsync(app, Elif), StringComparison.Ordinal);
        Assert.StartsWith("10,000,077.00", await SumAsync(app, Amina), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync("/xs/support/ledger"));
        Assert.NotEqual(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync("/xs/support/ledger/rows"));
    }

    private static async Task<string> TotalAsync(Visitor visitor, string question) =>
        (await visitor.OpenAsync($"/xs/support/ledger/rows?{question}")).QuerySelector("[data-test=total] .number")!.TextContent.Trim();

    private static async Task<string> SumAsync(TestApp app, Cornerstone.Access.DemonstrationPerson person) =>
        (await (await app.AsAsync(person)).OpenAsync("/xs/support/ledger")).QuerySelector("[data-test=sums] bdi")!.TextContent.Trim();
}
