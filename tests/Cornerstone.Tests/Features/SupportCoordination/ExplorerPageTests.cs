using System.Globalization;
using System.Net;
using System.Text.Json;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportCoordination;

public sealed class ExplorerPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?rows=component&columns=region&view=Spending")]
    [InlineData("?rows=sector&columns=marker-1&stage=Committed&currency=XSC")]
    public async Task Every_figure_of_the_explorer_opens_rows_that_add_up_to_it(string question)
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync($"/xs/support/explorer{question}");

        var figures = page.QuerySelectorAll("[data-test=explorer] a");
        Assert.True(figures.Length > 6);
        foreach (var figure in figures.Where((_, i) => i % 5 == 0).Append(page.QuerySelectorAll("[data-test=explorer-total] a")[^1]))
        {
            var rows = await amina.OpenAsync(figure.GetAttribute("href")!);
            Assert.Equal(figure.TextContent.Trim(), rows.QuerySelector("[data-test=total] .number")!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task Whatever_stands_in_rows_and_columns_the_total_is_that_of_the_ledger()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);
        var ledger = (await amina.OpenAsync("/xs/support/ledger?view=Funding")).QuerySelector("[data-test=ledger-table] tfoot td")!.TextContent.Trim();

        foreach (var (axis, i) in LedgerAxis.All.Select((a, i) => (a, i)))
        {
            using var json = JsonDocument.Parse(await amina.Client.GetStringAsync($"/xs/support/explorer?rows={axis.Word}&columns={LedgerAxis.All[(i + 3) % LedgerAxis.All.Count].Word}&handler=export&format=json", Ct));
            var (lines, total) = (json.RootElement.GetProperty("lines").EnumerateArray().ToList(), json.RootElement.GetProperty("total").GetDecimal());
            Assert.Equal(ledger, total.ToString("N2", CultureInfo.InvariantCulture));
            Assert.Equal(total, json.RootElement.GetProperty("totals").EnumerateArray().Sum(t => t.GetDecimal()));
            Assert.Equal(total, lines.Sum(l => l.GetProperty("total").GetDecimal()));
            Assert.All(lines, l => Assert.Equal(l.GetProperty("total").GetDecimal(), l.GetProperty("amounts").EnumerateArray().Where(x => x.ValueKind == JsonValueKind.Number).Sum(x => x.GetDecimal())));
        }
    }

    [Fact]
    public async Task A_condition_narrows_the_table_and_goes_out_with_its_files()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync("/xs/support/explorer?rows=partner&columns=none&component=POL&year=2025");
        using var json = JsonDocument.Parse(await amina.Client.GetStringAsync("/xs/support/explorer?rows=partner&columns=none&component=POL&year=2025&handler=export&format=json", Ct));

        Assert.Contains("Component: ", page.QuerySelector("[data-test=explorer-made]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector("[data-test=explorer-total] td a")!.TextContent.Trim(), json.RootElement.GetProperty("total").GetDecimal().ToString("N2", CultureInfo.InvariantCulture));
        Assert.Contains("Kingdom of Arvenna", await amina.Client.GetStringAsync("/xs/support/explorer?handler=export&format=csv", Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await amina.StatusOfAsync("/xs/support/explorer?handler=export&format=xlsx"));
    }

    [Fact]
    public async Task What_a_reader_may_not_read_changes_nothing_of_what_he_explores()
    {
        await using var app = await TestApp.SoleniaAsync();
        var elif = await app.AsAsync(Elif);
        var before = await TableAsync(elif);
        var secret = await app.ActivityAsync("SECRET-1", Classification.Restricted, a => a.Sectors = [new("15134")]);
        await using (var db = await app.AminaAsync())
        {
            db.Add(GivenSupport.Paid(secret, 77m));
            await db.SaveAsync(GivenSupport.Adding(), Ct);
        }

        Assert.Equal(before, await TableAsync(elif));
        Assert.NotEqual(before, await TableAsync(await app.AsAsync(Amina)));
    }

    [Fact]
    public async Task What_nobody_knows_is_answered_and_strangers_do_not_reach_it()
    {
        await using var app = await TestApp.StartAsync();
        var elif = await app.AsAsync(Elif);

        Assert.Equal(HttpStatusCode.OK, await elif.StatusOfAsync("/xs/support/explorer?rows=nothing&columns=nothing&sector=nothing&partner=nothing"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync("/xs/support/explorer?view=Nothing"));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync("/xs/support/explorer"));
    }

    private static async Task<string> TableAsync(Visitor visitor) => (await visitor.OpenAsync("/xs/support/explorer?rows=sector")).QuerySelector("[data-test=explorer]")!.TextContent;
}
