using System.Net;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access;

public sealed class SignInTests
{
    [Fact]
    public async Task One_click_brings_a_demonstration_person_to_their_country()
    {
        await using var app = await TestApp.StartAsync();

        var amina = await app.AsAsync(Amina);

        Assert.Equal(HttpStatusCode.OK, await amina.StatusOfAsync("/xs"));
        Assert.Contains("access.sign-in", await app.ActsAsync());
    }

    [Fact]
    public async Task One_click_does_not_exist_outside_the_demonstration()
    {
        await using var app = await TestApp.StartAsync(isDemonstration: false);
        var visitor = app.AsNobody();
        var page = await visitor.OpenAsync("/sign-in");

        var answer = await visitor.PostAsync("/sign-in?handler=Demonstration", page, new() { ["person"] = Amina.Id.ToString() });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Amina", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amina@solenia.example")]
    [InlineData("nobody@solenia.example")]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer(string email)
    {
        await using var app = await TestApp.StartAsync();
        var visitor = app.AsNobody();
        var page = await visitor.OpenAsync("/sign-in");

        var answer = await visitor.PostAsync("/sign-in", page, new() { ["Email"] = email, ["Password"] = "not the right one" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("password is not right", (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ended_role_is_gone_with_the_next_request()
    {
        await using var app = await TestApp.StartAsync();
        var bruno = await app.AsAsync(Bruno);
        Assert.Equal(HttpStatusCode.OK, await bruno.StatusOfAsync("/xs"));
        await using var db = await app.Database.AsAsync(Cornerstone.Access.Reader.Operator, TestContext.Current.CancellationToken);
        foreach (var membership in db.Memberships.Where(m => m.PersonId == Bruno.Id))
        {
            membership.EndedAt = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        }

        await db.SaveAsync(new("access.end", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, await bruno.StatusOfAsync("/xs"));
    }

    [Fact]
    public async Task A_country_of_others_looks_like_one_that_is_not_there()
    {
        await using var app = await TestApp.StartAsync();
        var elif = await app.AsAsync(Elif);

        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync("/xt"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync("/xs/people"));
    }
}
