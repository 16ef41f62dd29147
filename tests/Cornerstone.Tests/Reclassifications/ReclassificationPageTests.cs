using System.Net;
using Cornerstone.Features.Legislation;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Reclassifications;

public sealed class ReclassificationPageTests
{
    private const string Page = "/xs/reclassification";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lowering_a_level_on_a_form_asks_why_on_the_same_page()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync(Classification.Government);
        var amina = await app.AsAsync(Amina);

        var answer = await amina.LowerAsync(law.Id, Classification.Partner, because: null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector("textarea[name=LoweringReason]"));
        Assert.Contains("second person", page.QuerySelector("#Form_Classification-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Classification.Government, await LevelAsync(app, law.Id));
    }

    [Fact]
    public async Task What_else_the_form_says_is_saved_and_the_level_waits_for_another_person()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync(Classification.Government);
        var amina = await app.AsAsync(Amina);

        var form = await amina.OpenAsync($"/xs/laws/edit/{law.Id}");
        var answer = await amina.SubmitAsync(form, "form[data-test=law]", new() { ["Form.Classification"] = "Public", ["Form.Subject"] = "Police", ["LoweringReason"] = "Published in the gazette" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Classification.Government, await LevelAsync(app, law.Id));
        var detail = await amina.OpenAsync($"/xs/laws/{law.Id}");
        Assert.Contains("until a second person agrees", detail.Body!.TextContent, StringComparison.Ordinal);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal("Police", (await db.Laws.SingleAsync(l => l.Id == law.Id, Ct)).Subject);
        var waiting = await amina.OpenAsync(Page);
        Assert.Contains("Published in the gazette", waiting.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Civil society: 1 person", waiting.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(waiting.QuerySelector("button[name=approve][value=true]"));
    }

    [Fact]
    public async Task Another_person_opens_it_with_all_that_belongs_to_it_and_no_reason_travels_with_it()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync(Classification.Government);
        await (await app.AsAsync(Amina)).LowerAsync(law.Id, Classification.Public, "The SECRETWORD is known");
        var farid = await app.AsAsync(GivenPlan.Farid);

        var answer = await farid.SubmitAsync(await farid.OpenAsync(Page), "main form[method=post]", new() { ["approve"] = "true" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("reclassification.approve", (await app.ActsAsync())[^1]);
        var jamila = await app.AsAsync(Jamila);
        Assert.Contains("Police ACT-1", (await jamila.OpenAsync($"/xs/laws/{law.Id}")).Body!.TextContent, StringComparison.Ordinal);
        await using var db = await app.DbAsAsync(Jamila);
        Assert.Single(await db.LawSteps.Where(s => s.LawId == law.Id).ToListAsync(Ct));
        Assert.Empty(await db.Set<Cornerstone.Reclassifications.Reclassification>().ToListAsync(Ct));
        Assert.DoesNotContain(await db.Acts.ToListAsync(Ct), a => a.Reason?.Contains("SECRETWORD", StringComparison.Ordinal) ?? false);
        var change = Assert.Single(await db.Changes.Where(c => c.RecordId == law.Id).ToListAsync(Ct));
        Assert.Equal(nameof(Law.Classification), Assert.Single(change.Fields).Field);
    }

    [Fact]
    public async Task Who_asked_withdraws_but_does_not_approve()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync(Classification.Government);
        var amina = await app.AsAsync(Amina);
        await amina.LowerAsync(law.Id, Classification.Public);

        var approved = await amina.SubmitAsync(await amina.OpenAsync(Page), "main form[method=post]", new() { ["approve"] = "true" });
        var withdrawn = await amina.SubmitAsync(await amina.OpenAsync(Page), "main form[method=post]", new() { ["approve"] = "false" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, approved.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal(Classification.Government, await LevelAsync(app, law.Id));
        Assert.Equal("reclassification.withdraw", (await app.ActsAsync())[^1]);
    }

    [Fact]
    public async Task A_record_changed_after_one_looked_is_looked_at_again()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync(Classification.Government);
        var amina = await app.AsAsync(Amina);
        await amina.LowerAsync(law.Id, Classification.Public);
        var farid = await app.AsAsync(GivenPlan.Farid);
        var seen = await farid.OpenAsync(Page);
        await amina.SubmitAsync(await amina.OpenAsync($"/xs/laws/edit/{law.Id}"), "form[data-test=law]", new() { ["Form.Subject"] = "Names of witnesses" });

        var answer = await farid.SubmitAsync(seen, "main form[method=post]", new() { ["approve"] = "true" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("look at it again", (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Classification.Government, await LevelAsync(app, law.Id));
    }

    [Fact]
    public async Task A_request_ends_by_itself_after_seven_days()
    {
        var clock = new SetClock(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
        await using var app = await Account.StartAppAsync(clock);
        var law = await app.LawAsync(Classification.Government);
        await (await app.AsAsync(Amina)).LowerAsync(law.Id, Classification.Public);
        var seen = await (await app.AsAsync(GivenPlan.Farid)).OpenAsync(Page);
        clock.Now += TimeSpan.FromDays(7);
        var farid = await app.AsAsync(GivenPlan.Farid);

        var answer = await farid.PostAsync(Page, await farid.OpenAsync("/xs"), Fields(seen));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(Classification.Government, await LevelAsync(app, law.Id));
        Assert.Contains("Expired", (await farid.OpenAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_clicks_at_once_open_it_once()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync(Classification.Government);
        await (await app.AsAsync(Amina)).LowerAsync(law.Id, Classification.Public);
        var farid = await app.AsAsync(GivenPlan.Farid);
        var page = await farid.OpenAsync(Page);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => farid.SubmitAsync(page, "main form[method=post]", new() { ["approve"] = "true" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await app.ActsAsync(), a => a == "reclassification.approve");
    }

    [Fact]
    public async Task Who_may_not_read_the_record_learns_of_no_request()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync(Classification.Restricted);
        await (await app.AsAsync(Amina)).LowerAsync(law.Id, Classification.Government);
        var farid = await app.AsAsync(GivenPlan.Farid);
        await using var db = await app.DbAsAsync(Amina);
        var request = (await db.Set<Cornerstone.Reclassifications.Reclassification>().SingleAsync(Ct)).Id;

        var page = await farid.OpenAsync(Page);
        var answer = await farid.PostAsync(Page, await farid.OpenAsync("/xs"), new() { ["id"] = request.ToString(), ["approve"] = "true" });

        Assert.Contains("Nothing waits", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Jamila)).StatusOfAsync(Page));
    }

    [Fact]
    public async Task Raising_takes_one_person_and_no_waiting()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync(Classification.Government);

        var answer = await (await app.AsAsync(Amina)).LowerAsync(law.Id, Classification.Restricted, because: null);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Classification.Restricted, await LevelAsync(app, law.Id));
    }

    private static Dictionary<string, string> Fields(AngleSharp.Html.Dom.IHtmlDocument page) => new()
    {
        ["id"] = page.QuerySelector("main input[name=id]")!.GetAttribute("value")!,
        ["version"] = page.QuerySelector("main input[name=version]")!.GetAttribute("value")!,
        ["approve"] = "true",
    };

    private static async Task<Classification> LevelAsync(TestApp app, Guid law)
    {
        await using var db = await app.DbAsAsync(Amina);
        return await db.Laws.Where(l => l.Id == law).Select(l => l.Classification).SingleAsync(Ct);
    }
}
