using System.Globalization;
using System.Net;
using Cornerstone.Features.SupportReported;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Features.SupportReported.ReportedFigure;
using static Cornerstone.Tests.Features.SupportReported.GivenCrs;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportReported;

public sealed class ReportedPagesTests
{
    private const string Page = "/xs/support/reported";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_difference_has_its_reason_and_the_reasons_add_up_to_it()
    {
        await using var app = await TestApp.StartAsync();
        await GivenAsync(app);
        var lines = await (await app.AsAsync(Elif)).LinesAsync();

        var arvenna = lines.Single(l => l is { Name: "Arvenna", Year: "2023" });
        Assert.Equal((6_850_000m, 5_210_000m), (arvenna.Told, arvenna.Counted));
        Assert.Equal(
            new Dictionary<ReportedFigure, decimal>
            {
                [NotAid] = 300_000m,
                [OthersAlone] = 400_000m,
                [OneStage] = -250_000m,
                [Rounding] = 10_000m,
                [OtherGiver] = -600_000m,
                [OtherYear] = -2_000_000m,
                [OtherAmount] = 500_000m,
                [NotExplained] = 0m,
            }.OrderBy(r => r.Key),
            arvenna.Reasons.OrderBy(r => r.Key));
        Assert.Equal((1_500_000m, 3_500_000m, 2_000_000m), Of("Arvenna", "2022", OtherYear));
        Assert.Equal((null, 100_000m, 100_000m), Of("Arvenna", "2021", YearMissing));
        Assert.Equal((null, 700_000m, 700_000m), Of("Arvenna", "2024", YearNotYet));
        Assert.Equal((null, 200_000m, 200_000m), Of("Lorne", "2023", GiverSilent));
        Assert.Equal((null, 600_000m, 600_000m), Of("Arvenna Agency", "2023", OtherGiver));
        Assert.Equal(1_500_000m, lines.Single(l => l is { Name: "Arvenna", Year: "2022" }).Reasons[TheirsAlone]);
        Assert.All(lines, l => l.AddsUp());

        (decimal?, decimal?, decimal) Of(string name, string year, ReportedFigure reason)
        {
            var line = lines.Single(l => l.Name == name && l.Year == year);
            return (line.Told, line.Counted, line.Reasons[reason]);
        }
    }

    [Fact]
    public async Task Told_unknown_and_zero_are_three_answers()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportCrsAsync(Row(2023, "1", "Arvenna", "a", "0"), Row(2023, "2", "Lorne", "b", null, "1.5"));
        var elif = await app.AsAsync(Elif);

        var page = await elif.OpenAsync($"{Page}?year=2023");

        Assert.Equal("0.00", page.QuerySelector("[data-test=reported] tbody tr [data-figure=Told]")!.TextContent.Trim());
        Assert.DoesNotContain(await elif.LinesAsync(), l => l.Name == "Lorne");
        Assert.Equal(1_500_000m, (await elif.LinesAsync("&stage=Committed")).Single(l => l.Name == "Lorne").Told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&stage=Committed")]
    [InlineData("&purpose=15132")]
    [InlineData("&purpose=reform")]
    public async Task Of_the_invented_country_the_told_side_is_that_of_its_table_and_every_line_adds_up(string question)
    {
        await using var app = await TestApp.SoleniaAsync();
        var lines = await (await app.AsAsync(Amina)).LinesAsync(question);
        var column = question.Contains("Committed", StringComparison.Ordinal) ? "usd_commitment" : "usd_disbursement";
        string[] reform = ["15132", "15134", "15136", "15152", "15220"];
        var rows = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "src/Cornerstone/Demonstration/Country/support-crs.csv"), Ct)).Select(l => l.Split('|')).ToList();
        var told = rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))
            .Where(r => r["Recipientname"] == "Republic of Solenia" && r[column].Length > 0)
            .Where(r => !question.Contains("15132", StringComparison.Ordinal) || r["Purposecode"] == "15132").Where(r => !question.Contains("reform", StringComparison.Ordinal) || reform.Contains(r["Purposecode"]))
            .GroupBy(r => (r["Donorname"], r["Year"])).ToDictionary(g => g.Key, g => g.Sum(r => Millions(r[column])));

        Assert.NotEmpty(told);
        Assert.Equal(told.OrderBy(t => t.Key), lines.Where(l => l.Told is not null).ToDictionary(l => (l.Name, l.Year), l => l.Told!.Value).OrderBy(t => t.Key));
        Assert.Contains(lines, l => l.Told is null && l.Counted is not null);
        Assert.All(lines, l => l.AddsUp());
    }

    [Fact]
    public async Task The_counted_side_is_the_ledger_and_every_figure_opens_rows_that_add_up_to_it()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync(Page);
        var ledger = (await amina.OpenAsync("/xs/support/ledger?view=Funding")).QuerySelector("[data-test=ledger-table] tfoot td")!.TextContent.Trim();
        var figures = page.QuerySelectorAll("[data-test=reported] td a");

        Assert.All(page.QuerySelectorAll("[data-test=reported] tfoot [data-figure=Counted]"), t => Assert.Equal(ledger, t.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("[data-test=reported] [data-figure=NotExplained]"), t => Assert.Equal("0.00", t.TextContent.Trim()));
        Assert.True(figures.Length > 20);
        foreach (var figure in figures.Where((_, i) => i % 7 == 0).Concat(page.QuerySelectorAll("[data-test=reported] tfoot td a")).Append(page.QuerySelector("[data-test=alone]")!))
        {
            var rows = await amina.OpenAsync(figure.GetAttribute("href")!);
            var amounts = rows.QuerySelectorAll("[data-test=rows] tbody td.number").Select(r => r.TextContent.Trim()).Where(r => r != "unknown").Sum(r => decimal.Parse(r, NumberStyles.Number, CultureInfo.InvariantCulture));
            Assert.StartsWith(rows.QuerySelector("[data-test=total] .number")!.TextContent.Trim(), figure.TextContent.Trim(), StringComparison.Ordinal);
            Assert.Equal(amounts, decimal.Parse(rows.QuerySelector("[data-test=total] .number")!.TextContent.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task In_another_currency_the_sides_differ_by_rounding_at_most_and_what_was_told_is_shown_as_told()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync($"{Page}?currency=XSC");

        Assert.Contains("USD", page.QuerySelector("[data-test=latest]")!.TextContent, StringComparison.Ordinal);
        Assert.All(await amina.LinesAsync("&currency=XSC"), l => Assert.True(Math.Abs(l.Reasons[NotExplained]) < 1m));
    }

    [Fact]
    public async Task Nobody_sees_of_a_restricted_table_what_he_may_not_read()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportCrsAsync(Row(2023, "1", "Arvenna", "a", "1"));
        await app.ImportCrsAsync("Solenia", Classification.Restricted, Row(2024, "1", "Arvenna", "b", "2"));

        Assert.Equal(["2023", "2024"], (await (await app.AsAsync(Amina)).LinesAsync()).Select(l => l.Year));
        Assert.Equal(["2023"], (await (await app.AsAsync(Elif)).LinesAsync()).Select(l => l.Year));
    }

    [Fact]
    public async Task Where_no_table_was_brought_in_the_page_says_so_and_what_no_axis_has_is_not_found()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var elif = await app.AsAsync(Elif);

        Assert.Contains("No table of the OECD was brought in", (await elif.OpenAsync(Page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"{Page}?year=last"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"{Page}/rows?figure=Guess"));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync(Page));
    }

    // One activity for each reason; what is joined was joined by a person.
    private static async Task GivenAsync(TestApp app)
    {
        await app.ImportAsync(GivenFiles.File(
            Told("A", "Arvenna", 1, "10", (2023, 1_010_000)), Told("A", "Arvenna", 2, "10", (2022, 2_000_000)), Told("A", "Arvenna", 3, "10", (2023, 3_500_000), (2024, 700_000)), Told("A", "Arvenna", 4, "10", (2023, 400_000)),
            Told("A", "Arvenna", 5, "21", (2023, 300_000)), Told("A", "Arvenna", 7, "10", (2021, 100_000)), Told("A", "Arvenna", 9, "10")));
        await app.ImportAsync(GivenFiles.Named("lorne.xml", Told("L", "Lorne", 6, "10", (2023, 200_000))));
        await app.ImportAsync(GivenFiles.Named("agency.xml", Told("G", "Arvenna Agency", 10, "10", (2023, 600_000))));
        await app.ImportCrsAsync(
            Row(2023, "301", "Arvenna", "1", "1"), Row(2023, "301", "Arvenna", "2", "2"), Row(2023, "301", "Arvenna", "3", "3"), Row(2022, "301", "Arvenna", "8", "1.5"),
            Row(2023, "301", "Arvenna", "9", "0.25"), Row(2023, "301", "Arvenna", "10", "0.6"));
        foreach (var (theirs, ours) in new[] { ("301-1", "A-1"), ("301-2", "A-2"), ("301-3", "A-3"), ("301-9", "A-9"), ("301-10", "G-10") })
        {
            await app.JoinAsync(theirs, ours);
        }
    }

    private static string Told(string reporter, string name, int number, string flow, params (int Year, int Amount)[] paid) => $"""
        <iati-activity default-currency="USD"><iati-identifier>{reporter}-{number}</iati-identifier><reporting-org ref="{reporter}" type="10"><narrative>{name}</narrative></reporting-org>
          <title><narrative>Work {number}</narrative></title><recipient-country code="XS"/><sector vocabulary="1" code="15132"/><default-flow-type code="{flow}"/>
          {string.Concat(paid.Select(p => $"""<transaction><transaction-type code="3"/><transaction-date iso-date="{p.Year}-06-01"/><value value-date="{p.Year}-06-01">{p.Amount}</value></transaction>"""))}
        </iati-activity>
        """;
}
