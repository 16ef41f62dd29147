using System.Net;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportActivities;

public sealed class SupportPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_keeps_stages_and_currencies_apart()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var page = await (await app.AsAsync(Elif)).OpenAsync("/xs/support");

        var row = Assert.Single(page.QuerySelectorAll("[data-test=activities] tbody tr"));
        Assert.Contains("Border posts", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("1,000,000 EUR", row.QuerySelector("[data-label=Committed] > bdi")!.TextContent.Trim().Replace('\u00A0', ' '));
        Assert.Equal(["250,000.55 EUR", "-50,000 USD"], row.QuerySelectorAll("[data-label='Paid out'] > bdi").Select(b => b.TextContent.Replace('\u00A0', ' ')));
        Assert.Equal("–", row.QuerySelector("[data-label=Spent]")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_amount_nobody_said_is_unknown_and_not_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.ActivityAsync("N-1");
        await using (var db = await app.AminaAsync())
        {
            var gift = GivenSupport.Paid(activity, null, null);
            (gift.Form, gift.Quantity, gift.Unit) = (SupportForm.Equipment, 40, "vehicles");
            db.Add(gift);
            await db.SaveAsync(GivenSupport.Adding(), Ct);
        }

        var amina = await app.AsAsync(Amina);
        Assert.Contains("1 of unknown value", (await amina.OpenAsync("/xs/support")).QuerySelector("[data-label='Paid out']")!.TextContent, StringComparison.Ordinal);
        var line = (await amina.OpenAsync($"/xs/support/{activity.Id}")).QuerySelector("[data-test=transactions] tbody tr")!;
        Assert.Equal("unknown", line.QuerySelector("[data-label=Amount] bdi")!.TextContent);
        Assert.Contains("40 vehicles", line.TextContent, StringComparison.Ordinal);
        Assert.Single((await amina.OpenAsync("/xs/support?inkind=true")).QuerySelectorAll("[data-test=activities] tbody tr"));
    }

    [Theory]
    [InlineData("search=BORDER", 1)]
    [InlineData("search=frontiere", 1)]
    [InlineData("search=XM-EX-1-radio", 1)]
    [InlineData("search=nothing+of+it", 0)]
    [InlineData("sector=15210", 1)]
    [InlineData("sector=151", 1)]
    [InlineData("status=Implementation", 1)]
    [InlineData("status=Closed", 0)]
    [InlineData("inkind=true", 0)]
    public async Task The_list_is_narrowed_by_the_address(string query, int expected)
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border, GivenFiles.Radio));

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/support?{query}");

        Assert.Equal(expected, page.QuerySelectorAll("[data-test=activities] tbody tr").Length);
    }

    [Fact]
    public async Task A_partner_finds_what_entries_merged_into_it_are_named_in()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var other = await app.PartnerAsync("Stability Agency of the Region");
        await using (var db = await app.AminaAsync())
        {
            var agency = await db.Set<Cornerstone.Features.Partners.Partner>().ToListAsync(Ct);
            Assert.Null(agency.Single(p => p.Names.In("en") == "Stability Agency").MergeInto(agency.Single(p => p.Id == other.Id)));
            await db.SaveAsync(new Cornerstone.Data.Act("partners.merge", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/support?partner={other.Id}");

        Assert.Single(page.QuerySelectorAll("[data-test=activities] tbody tr"));
    }

    [Fact]
    public async Task What_is_kept_close_is_in_no_list_no_count_no_file_and_at_no_address()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Radio));
        var secret = await app.ActivityAsync("SECRET-1", Classification.Restricted);
        var elif = await app.AsAsync(Elif);

        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/support/{secret.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/support/{secret.Id}?handler=export&format=csv"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/support/{Guid.CreateVersion7()}"));
        var page = await elif.OpenAsync("/xs/support");
        Assert.Contains("1 activity", page.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET-1", await elif.Client.GetStringAsync("/xs/support?handler=export&format=csv", Ct), StringComparison.Ordinal);
        Assert.Contains("SECRET-1", await (await app.AsAsync(Amina)).Client.GetStringAsync("/xs/support?handler=export&format=csv", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_shows_its_money_its_chain_and_where_it_was_read()
    {
        await using var app = await TestApp.StartAsync();
        var programme = GivenFiles.Radio.Replace("XM-EX-1-RADIO", "XM-EX-1-PROG", StringComparison.Ordinal);
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border, programme));
        await using var db = await app.AminaAsync();
        var border = await db.Activities.SingleAsync(a => a.Identifier == "XM-EX-1-BORDER", Ct);
        var parent = await db.Activities.SingleAsync(a => a.Identifier == "XM-EX-1-PROG", Ct);
        var visitor = await app.AsAsync(Dmitri);

        var page = await visitor.OpenAsync($"/xs/support/{border.Id}");

        Assert.Equal(3, page.QuerySelectorAll("[data-test=transactions] tbody tr").Length);
        Assert.Single(page.QuerySelectorAll("[data-test=planned] tbody tr"));
        Assert.Contains("arvenna.xml", page.QuerySelector("[data-test=source]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/xs/support/{parent.Id}']"));
        Assert.Contains("15210 Security system management and reform 60", page.QuerySelector("[data-test=facts]")!.TextContent.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("-50000", await visitor.Client.GetStringAsync($"/xs/support/{border.Id}?handler=export&format=csv", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_and_an_administrator_do_not_reach_the_list()
    {
        await using var app = await TestApp.StartAsync();

        Assert.NotEqual(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync("/xs/support"));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync("/xs/support"));
    }
}
