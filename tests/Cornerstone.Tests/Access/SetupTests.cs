using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cornerstone.Access;
using Cornerstone.Access.Passwords;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access;

public sealed class SetupTests
{
    [Fact]
    public async Task The_first_administrator_comes_in_by_a_link_that_works_once()
    {
        await using var app = await TestApp.StartAsync(isDemonstration: false);
        await using (var db = await app.Database.AsAsync(Reader.Operator, TestContext.Current.CancellationToken))
        {
            foreach (var administrator in db.Memberships.Where(m => m.Role == Role.Administrator))
            {
                administrator.EndedAt = administrator.GrantedAt;
            }

            await db.SaveAsync(new("access.end", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        }

        var token = await FirstAdministrator.LinkAsync(app.Database, TimeProvider.System, TestContext.Current.CancellationToken);
        var visitor = app.AsNobody();
        var page = await visitor.OpenAsync($"/setup/{token}");
        var answer = await visitor.PostAsync($"/setup/{token}", page, new() { ["Name"] = "Lina Abar", ["Email"] = "lina@solenia.example", ["Password"] = Account.Password });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, await visitor.StatusOfAsync($"/setup/{token}"));
        Assert.Null(await FirstAdministrator.LinkAsync(app.Database, TimeProvider.System, TestContext.Current.CancellationToken));
        var lina = await new Account(app, "lina@solenia.example").SetUpAsync();
        Assert.Equal(HttpStatusCode.OK, await lina.StatusOfAsync("/un/people"));
    }

    [Fact]
    public async Task A_short_password_is_refused_with_its_reason()
    {
        await using var app = await TestApp.StartAsync();
        var (visitor, link) = await InviteAsync(app);
        var page = await visitor.OpenAsync(link);

        var answer = await visitor.PostAsync(link, page, new() { ["Password"] = "short" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("12", (await Visitor.ParseAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_chooses_a_password_of_a_published_breach()
    {
        var list = Path.GetTempFileName();
        await File.WriteAllTextAsync(list, $"{HashOf(Account.Password)}:12\r\n", TestContext.Current.CancellationToken);
        await using var app = await TestApp.StartAsync(adjust: builder => builder.Services.AddSingleton(new BreachedPasswords(list)));
        var (visitor, link) = await InviteAsync(app);

        using var refused = await visitor.PostAsync(link, await visitor.OpenAsync(link), new() { ["Password"] = Account.Password });
        using var taken = await visitor.PostAsync(link, await visitor.OpenAsync(link), new() { ["Password"] = Account.Password + " of mine" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("published breach", (await Visitor.ParseAsync(refused)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        File.Delete(list);
    }

    [Fact]
    public async Task An_invited_person_chooses_a_password_and_signs_in()
    {
        await using var app = await TestApp.StartAsync();
        var (visitor, link) = await InviteAsync(app);

        await visitor.PostAsync(link, await visitor.OpenAsync(link), new() { ["Password"] = Account.Password });

        var nadir = await new Account(app, "nadir@solenia.example").SetUpAsync();
        Assert.Equal(HttpStatusCode.OK, await nadir.StatusOfAsync("/xs"));
    }

    [Fact]
    public async Task Nobody_ends_their_own_role()
    {
        await using var app = await TestApp.StartAsync();
        var karim = await app.AsAsync(Karim);
        var page = await karim.OpenAsync("/xs/people");
        var own = page.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(Karim.Name, StringComparison.Ordinal)).QuerySelector("button[name=membership]")!;

        var answer = await karim.PostAsync("/xs/people?handler=End", page, new() { ["membership"] = own.GetAttribute("value")! });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_countrys_administrator_takes_over_nobody_who_also_works_elsewhere()
    {
        await using var app = await TestApp.StartAsync();
        var karim = await app.AsAsync(Karim);
        var page = await karim.OpenAsync("/xs/people");

        var elsewhere = await karim.PostAsync("/xs/people?handler=Reset", page, new() { ["person"] = Amina.Id.ToString(), ["kind"] = "Password" });
        var here = await karim.PostAsync("/xs/people?handler=Reset", page, new() { ["person"] = Bruno.Id.ToString(), ["kind"] = "Password" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.StatusCode);
        Assert.Single((await Visitor.ParseAsync(elsewhere)).QuerySelectorAll("main .error-summary li"));
        Assert.Equal(HttpStatusCode.Redirect, here.StatusCode);
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_role()
    {
        await using var app = await TestApp.StartAsync();
        var karim = await app.AsAsync(Karim);

        var answer = await karim.PostAsync("/xs/people", await karim.OpenAsync("/xs/people"), new()
        {
            ["Name"] = Karim.Name,
            ["Email"] = "karim@solenia.example",
            ["Role"] = nameof(Role.Secretariat),
            ["Clearance"] = "Restricted",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [SuppressMessage("Security", "CA5350", Justification = "As published lists of passwords do.")]
    private static string HashOf(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));

    private static async Task<(Visitor Invited, string Link)> InviteAsync(TestApp app) =>
        (app.AsNobody(), await TwoAdministrators.InviteAsync(app, "Nadir Selo", "nadir@solenia.example"));
}
