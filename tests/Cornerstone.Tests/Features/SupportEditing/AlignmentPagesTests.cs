using System.Net;
using Cornerstone.Features.Support;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportEditing;

/// <summary>What an activity serves is proposed by one person and judged by another (domain handbook §5.8).</summary>
public sealed class AlignmentPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_partner_proposes_the_secretariat_judges_and_nobody_judges_their_own()
    {
        await using var app = await TestApp.SoleniaAsync();
        var (elif, amina) = (await app.AsAsync(Elif), await app.AsAsync(Amina));
        var id = await UnalignedAsync(app);

        await ProposeAsync(elif, id, "40");
        var hers = await elif.OpenAsync($"/xs/support/{id}/alignment");
        Assert.Null(hers.QuerySelector("form[data-test=judge]"));
        var seen = await amina.OpenAsync($"/xs/support/{id}/alignment");
        using var judged = await amina.SubmitAsync(seen, "form[data-test=judge]", new() { ["agreed"] = "true" });

        Assert.Equal(HttpStatusCode.Redirect, judged.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        var alignment = await db.Alignments.SingleAsync(a => a.ActivityId == id, Ct);
        Assert.Equal((AlignmentState.Agreed, 40m, Elif.Id, (Guid?)Amina.Id), (alignment.State, alignment.Share, alignment.ProposedBy, alignment.JudgedBy));

        await ProposeAsync(amina, id, "60", place: 1);
        var own = await amina.OpenAsync($"/xs/support/{id}/alignment");
        Assert.Single(own.QuerySelectorAll("form[data-test=judge]"));
    }

    [Fact]
    public async Task The_same_objective_twice_and_more_than_the_whole_are_refused()
    {
        await using var app = await TestApp.SoleniaAsync();
        var elif = await app.AsAsync(Elif);
        var id = await UnalignedAsync(app);
        await ProposeAsync(elif, id, "70");

        Assert.Contains("It was said already", await RefusedAsync(elif, id, 0, "10"), StringComparison.Ordinal);
        Assert.Contains("110 per cent", await RefusedAsync(elif, id, 1, "40"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Jamila)).StatusOfAsync($"/xs/support/{Guid.CreateVersion7()}/alignment")));
    }

    [Fact]
    public async Task Of_several_who_propose_the_same_in_one_moment_one_is_heard_and_the_others_are_told()
    {
        await using var app = await TestApp.SoleniaAsync();
        var visitors = new List<Visitor>();
        for (var i = 0; i < 6; i++) visitors.Add(await app.AsAsync(Elif));
        var id = await UnalignedAsync(app);

        var answers = await Task.WhenAll(visitors.ConvertAll(v => SendAsync(v, id, 0, "10")));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, $"{a.StatusCode}"));
        await using var db = await app.DbAsAsync(Elif);
        Assert.Equal(1, await db.Alignments.CountAsync(a => a.ActivityId == id, Ct));
    }

    [Fact]
    public async Task Many_proposals_are_judged_at_once()
    {
        await using var app = await TestApp.SoleniaAsync();
        var (elif, amina) = (await app.AsAsync(Elif), await app.AsAsync(Amina));
        var id = await UnalignedAsync(app);
        await ProposeAsync(elif, id, "30");
        await ProposeAsync(elif, id, "20", place: 1);

        var page = await amina.OpenAsync("/xs/support/alignments");
        var waiting = page.QuerySelectorAll("input[name=Chosen]").Length;
        await using var before = await app.DbAsAsync(Amina);
        var ids = await before.Alignments.Where(a => a.ActivityId == id).Select(a => a.Id).ToListAsync(Ct);
        var token = page.QuerySelector("form[data-test=judge] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. ids.Select(i => KeyValuePair.Create("Chosen", i.ToString()))]);
        using var answer = await amina.Client.PostAsync("/xs/support/alignments?handler=Agree", form, Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(waiting - 2, (await amina.OpenAsync("/xs/support/alignments")).QuerySelectorAll("input[name=Chosen]").Length);
        await using var db = await app.DbAsAsync(Amina);
        Assert.All(await db.Alignments.AsNoTracking().Where(a => a.ActivityId == id).ToListAsync(Ct), a => Assert.Equal(AlignmentState.Agreed, a.State));
        Assert.Equal(HttpStatusCode.NotFound, (await elif.PostAsync("/xs/support/alignments?handler=Agree", await elif.OpenAsync("/xs/support/alignments"), [])).StatusCode);
    }

    private static async Task<Guid> UnalignedAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Elif);
        var said = db.Alignments;
        return await db.Activities.Where(a => a.Country == "XS" && !said.Any(l => l.ActivityId == a.Id)).OrderBy(a => a.Identifier).Select(a => a.Id).FirstAsync(Ct);
    }

    private static async Task ProposeAsync(Visitor visitor, Guid id, string share, int place = 0)
    {
        using var answer = await SendAsync(visitor, id, place, share);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<string> RefusedAsync(Visitor visitor, Guid id, int place, string share)
    {
        using var answer = await SendAsync(visitor, id, place, share);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await Visitor.ParseAsync(answer)).QuerySelector("form[data-test=propose]")!.TextContent;
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, Guid id, int place, string share)
    {
        var page = await visitor.OpenAsync($"/xs/support/{id}/alignment");
        var objective = page.QuerySelectorAll("select[name=Lineage] option[value]").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0).ElementAt(place);
        return await visitor.SubmitAsync(page, "form[data-test=propose]", new() { ["Lineage"] = objective, ["Share"] = share, ["Note"] = "" });
    }
}
