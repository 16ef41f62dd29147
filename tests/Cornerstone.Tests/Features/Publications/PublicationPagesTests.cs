using System.Net;
using Cornerstone.Features.Publications;
using Cornerstone.Published;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.Features.Publications.GivenPublications;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>Proposing, looking, publishing and withdrawing, page by page.</summary>
public sealed class PublicationPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edition_goes_from_proposal_to_publication_through_two_people()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m), ("sex=F", 4m), ("sex=M", 100m));
        var (amina, farid) = (await app.AsAsync(Amina), await app.AsAsync(Farid));
        var form = await amina.OpenAsync($"{Desk}/propose");

        var proposed = await amina.SubmitAsync(form, "form[data-test=propose]", new() { ["Chosen"] = "T-1", ["Publisher"] = "National secretariat", ["Licence"] = "CC BY 4.0", ["Note"] = "First figures" });
        var address = proposed.Headers.Location!.ToString();
        Assert.Null((await amina.OpenAsync(address)).QuerySelector("form[data-test=publish]"));
        var page = await farid.OpenAsync(address);
        var rows = await farid.OpenAsync($"{address}/rows/Indicator/T-1");
        var published = await farid.SubmitAsync(page, "form[data-test=publish]", []);

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("Fewer than ten people", rows.QuerySelector("[data-test=rows]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([ToldState.Known, ToldState.Withheld, ToldState.Withheld], (await app.ValuesAsync("T-1")).Select(v => v.State));
        Assert.Equal(["publications.propose", "publications.publish"], (await app.ActsAsync()).Where(a => a.StartsWith("publications.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_looked_at_is_what_stands_in_the_store()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m), ("sex=F", 4m), ("sex=M", 100m));
        var p = await app.PublishedAsync("T-1");

        await using var db = await app.DbAsAsync(Farid);
        var seen = await db.PublicationRows.Where(r => r.PublicationId == p.Id).OrderBy(r => r.Position).ToListAsync(Ct);
        await using var store = PublishedDb.Over(app.Database);

        Assert.Equal(seen.Where(r => r.IntoTable == "indicator_value").Select(r => RowForm.Read<PublishedValue>(r.Row)), await app.ValuesAsync("T-1"));
        Assert.Equal(RowForm.Read<Subject>(seen[0].Row), await store.Set<Subject>().SingleAsync(Ct));
        Assert.Equal(RowForm.Write(RowForm.Read<PublishedIndicator>(seen[1].Row)), RowForm.Write(await store.Set<PublishedIndicator>().SingleAsync(Ct)));
    }

    [Fact]
    public async Task Reasons_are_shown_to_those_who_may_publish_and_to_nobody_else()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m), ("sex=F", 4m));
        var rows = $"{Desk}/{(await app.ProposedAsync("T-1")).Id}/rows/Indicator/T-1";

        Assert.Contains("Fewer than ten people", (await (await app.AsAsync(Farid)).OpenAsync(rows)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Fewer than ten people", (await (await app.AsAsync(Dmitri)).OpenAsync(rows)).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await (await app.AsAsync(Elif)).StatusOfAsync(rows) is HttpStatusCode.Forbidden or HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_proposed_cannot_publish_and_takes_back()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m));
        var address = $"{Desk}/{(await app.ProposedAsync("T-1")).Id}";
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync(address);

        var alone = await amina.PostAsync($"{address}?handler=Publish", page, new() { ["Seen"] = "x" });
        var back = await amina.SubmitAsync(page, "form[data-test=take-back]", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Empty(await app.ValuesAsync("T-1"));
    }

    [Fact]
    public async Task A_refusal_says_why_and_other_rows_are_looked_at_again()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m));
        var address = $"{Desk}/{(await app.ProposedAsync("T-1")).Id}";
        var farid = await app.AsAsync(Farid);
        var page = await farid.OpenAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await farid.PostAsync($"{address}?handler=Publish", page, new() { ["Seen"] = "other" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await farid.SubmitAsync(page, "form[data-test=refuse]", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await farid.SubmitAsync(page, "form[data-test=refuse]", new() { ["Reason"] = "The note is missing" })).StatusCode);
        Assert.Empty(await app.ValuesAsync("T-1"));
    }

    [Fact]
    public async Task A_proposal_without_a_choice_a_publisher_or_a_licence_is_asked_for_them()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m));
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"{Desk}/propose");

        var answer = await amina.PostAsync($"{Desk}/propose", form, new() { ["Chosen"] = "NO-SUCH" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(3, (await Visitor.ParseAsync(answer)).QuerySelectorAll(".error-summary li").Length);
    }

    [Fact]
    public async Task Withdrawing_asks_for_a_ground_and_leaves_it_for_everybody()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m));
        await app.PublishedAsync("T-1");
        var farid = await app.AsAsync(Farid);
        var page = await farid.OpenAsync($"{Desk}/withdraw/Indicator/T-1");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await farid.SubmitAsync(page, "form[data-test=withdraw]", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await farid.SubmitAsync(page, "form[data-test=withdraw]", new() { ["Ground"] = "The source was wrong" })).StatusCode);

        Assert.Contains("The source was wrong", (await farid.OpenAsync(Desk)).QuerySelector("[data-test=things]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await farid.StatusOfAsync($"{Desk}/withdraw/Indicator/T-1"));
        Assert.Contains("publications.withdraw", await app.ActsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/propose")]
    [InlineData("/withdraw/Indicator/T-1")]
    public async Task Those_without_a_hand_in_it_see_nothing(string page)
    {
        await using var app = await TestApp.StartAsync();

        foreach (var person in new[] { Elif, Jamila, Karim })
        {
            Assert.True(await (await app.AsAsync(person)).StatusOfAsync(Desk + page) is HttpStatusCode.Forbidden or HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_proposal_that_is_not_there_is_not_found()
    {
        await using var app = await TestApp.StartAsync();
        var farid = await app.AsAsync(Farid);

        Assert.Equal(HttpStatusCode.NotFound, await farid.StatusOfAsync($"{Desk}/{Guid.CreateVersion7()}"));
        Assert.Equal(HttpStatusCode.NotFound, await farid.StatusOfAsync($"{Desk}/{Guid.CreateVersion7()}/rows/Indicator/T-1"));
    }
}
