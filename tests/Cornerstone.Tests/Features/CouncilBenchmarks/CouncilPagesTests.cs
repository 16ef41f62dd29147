using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.CouncilBenchmarks;
using Cornerstone.Tests.Features.Commitments;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.CouncilBenchmarks;

public sealed class CouncilPagesTests
{
    private const string List = "/xs/council-benchmarks";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_benchmark_is_proposed_agreed_judged_for_both_and_printed_as_a_table()
    {
        await using var app = await TestApp.StartAsync();
        var grace = await app.AsAsync(Grace);
        var address = await AddAsync(app, grace);

        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(grace, address, "agree", new() { ["AgreedOn"] = "2026-01-05", ["AgreedIn"] = "Letter of 5 January 2026" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(grace, address, "obstacle", new() { ["Obstacle.Words"] = "No quorum in parliament", ["Obstacle.On"] = "2026-02-01" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(grace, address, "judge", Judgement())).StatusCode);

        var row = (await (await app.AsAsync(Jamila)).OpenAsync($"{List}/table")).QuerySelector("[data-test=report]");
        Assert.Null(row);
        var table = (await (await app.AsAsync(Dmitri)).OpenAsync($"{List}/table")).QuerySelector("[data-test=report]")!.TextContent;
        Assert.Contains("Two by-laws were issued", table, StringComparison.Ordinal);
        Assert.Contains("Partly met", table, StringComparison.Ordinal);
        Assert.Contains("Not met", table, StringComparison.Ordinal);
        Assert.Contains("No quorum in parliament", table, StringComparison.Ordinal);
        Assert.Equal(["council.add", "council.agree", "council.obstacle", "council.judge"], (await app.ActsAsync()).Where(a => a.StartsWith("council.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_judgement_stands_without_its_justification_or_without_the_other_party()
    {
        await using var app = await TestApp.StartAsync();
        var grace = await app.AsAsync(Grace);
        var address = await AddAsync(app, grace);
        await ActAsync(grace, address, "agree", new() { ["AgreedOn"] = "2026-01-05", ["AgreedIn"] = "Letter" });

        var silent = Judgement();
        silent["Judged.HostWhy"] = "";
        var half = Judgement();
        half["Judged.Assistance"] = "";

        Assert.Equal((HttpStatusCode)422, (await ActAsync(grace, address, "judge", silent)).StatusCode);
        Assert.Equal((HttpStatusCode)422, (await ActAsync(grace, address, "judge", half)).StatusCode);
    }

    [Fact]
    public async Task A_judgement_is_corrected_with_a_reason_and_the_first_one_stays()
    {
        await using var app = await TestApp.StartAsync();
        var grace = await app.AsAsync(Grace);
        var address = await AddAsync(app, grace);
        await ActAsync(grace, address, "agree", new() { ["AgreedOn"] = "2026-01-05", ["AgreedIn"] = "Letter" });
        await ActAsync(grace, address, "judge", Judgement());

        var again = Judgement();
        again["Judged.Host"] = "PartlyMet";
        Assert.Equal((HttpStatusCode)422, (await ActAsync(grace, address, "judge", again)).StatusCode);
        again["Judged.CorrectedBecause"] = "A gazette had been overlooked";
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(grace, address, "judge", again)).StatusCode);

        await using var db = await app.DbAsAsync(Amina);
        var all = await db.CouncilJudgements.AsNoTracking().ToListAsync(Ct);
        Assert.Equal((4, 2), (all.Count, all.Count(j => j.Stands)));
    }

    [Fact]
    public async Task The_database_changes_no_judgement()
    {
        await using var app = await TestApp.StartAsync();
        var grace = await app.AsAsync(Grace);
        var address = await AddAsync(app, grace);
        await ActAsync(grace, address, "agree", new() { ["AgreedOn"] = "2026-01-05", ["AgreedIn"] = "Letter" });
        await ActAsync(grace, address, "judge", Judgement());
        await using var db = await app.DbAsAsync(Amina);
        db.CouncilJudgements.Remove(await db.CouncilJudgements.FirstAsync(Ct));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(new Act("council.judge", "XS", TimeProvider.System.GetUtcNow()), Ct));
    }

    [Fact]
    public async Task A_benchmark_serves_the_paragraph_that_sets_it_and_two_editors_meet()
    {
        await using var app = await TestApp.StartAsync();
        var grace = await app.AsAsync(Grace);
        var address = await AddAsync(app, grace);
        var stale = await grace.OpenAsync($"{address}/edit");
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync($"{address}/edit"), "form[data-test=benchmark]", new() { ["Form.Assessor"] = "Panel" });

        var met = await grace.SubmitAsync(stale, "form[data-test=benchmark]", new() { ["Form.Assessor"] = "Mission" });

        Assert.Equal(HttpStatusCode.Conflict, met.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        var link = await db.ProvisionsServed.AsNoTracking().SingleAsync(l => l.RecordType == nameof(CouncilBenchmark), Ct);
        Assert.Equal("/un/sc/res/9901/2025/op/12", link.Provision);
    }

    [Fact]
    public async Task The_paragraph_that_sets_it_is_chosen_from_the_document_and_must_exist()
    {
        await using var app = await TestApp.StartAsync();
        await app.MandateAsync();
        var grace = await app.AsAsync(Grace);
        var page = await grace.OpenAsync($"{List}/new");
        var fields = new Dictionary<string, string> { ["Form.Code"] = "B1", ["Form.Words"] = "A law is in force", ["Form.Assessor"] = "Team", ["Form.Symbol"] = "S/RES/9901 (2025)" };

        var choosing = await Visitor.ParseAsync(await grace.PostAsync($"{List}/new?handler=paragraphs", page, fields));
        fields["Form.Paragraph"] = "op/999";
        var wrong = await Visitor.ParseAsync(await grace.SubmitAsync(choosing, "form[data-test=benchmark]", fields));
        (fields["Form.Symbol"], fields["Form.Paragraph"]) = ("S/RES/8888 (2019)", "1");
        var unknown = await Visitor.ParseAsync(await grace.SubmitAsync(choosing, "form[data-test=benchmark]", fields));

        Assert.Equal("A law is in force", choosing.QuerySelector("#Form_Words")!.TextContent.Trim());
        Assert.Contains("op/12", choosing.QuerySelectorAll("#Form_Paragraph option").Select(o => o.GetAttribute("value")));
        Assert.Contains("has no paragraph “op/999”", wrong.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The library does not hold S/RES/8888 (2019)", unknown.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_and_does_not_write()
    {
        await using var app = await TestApp.StartAsync();
        var dmitri = await app.AsAsync(Dmitri);

        Assert.Equal(HttpStatusCode.OK, await dmitri.StatusOfAsync(List));
        Assert.NotEqual(HttpStatusCode.OK, await dmitri.StatusOfAsync($"{List}/new"));
        Assert.Equal(HttpStatusCode.NotFound, await dmitri.StatusOfAsync($"{List}/{Guid.CreateVersion7()}"));
    }

    private static async Task<string> AddAsync(TestApp app, Visitor visitor)
    {
        await app.MandateAsync();
        var page = await visitor.OpenAsync($"{List}/new");
        var answer = await visitor.SubmitAsync(page, "form[data-test=benchmark]", new()
        {
            ["Form.Code"] = "B1",
            ["Form.Words"] = "A law on oversight is in force",
            ["Form.Symbol"] = "S/RES/9901 (2025)",
            ["Form.Paragraph"] = "12",
            ["Form.Assessor"] = "Joint team",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static Dictionary<string, string> Judgement() => new()
    {
        ["Judged.Period"] = "2026-Q1",
        ["Judged.Progress"] = "Two by-laws were issued",
        ["Judged.Assistance"] = "PartlyMet",
        ["Judged.AssistanceWhy"] = "Advice came late",
        ["Judged.Host"] = "NotMet",
        ["Judged.HostWhy"] = "The bill was not tabled",
    };

    private static async Task<HttpResponseMessage> ActAsync(Visitor visitor, string address, string form, Dictionary<string, string> values) =>
        await visitor.SubmitAsync(await visitor.OpenAsync(address), $"form[data-test={form}]", values);
}
