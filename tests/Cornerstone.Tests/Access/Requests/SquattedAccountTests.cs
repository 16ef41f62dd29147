using System.Net;
using Cornerstone.Access;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Requests;

/// <summary>An account made in one country for an address is worth nothing in another until its owner has chosen everything anew.</summary>
public sealed class SquattedAccountTests
{
    private const string Page = "/xs/people/requests";
    private const string Email = "nadir@solenia.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_in_another_country_ends_password_and_second_step_and_comes_with_a_link()
    {
        await using var app = await Account.StartAppAsync();
        var squatter = await SquatAsync(app);
        await EndEverywhereAsync(app);

        var asked = await TwoAdministrators.InviteAsync(app, "Whoever", Email);

        using var refused = await squatter.GivePasswordAsync(app.AsNobody());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var owner = app.AsNobody();
        await owner.PostAsync(asked, await owner.OpenAsync(asked), new() { ["Password"] = "nine green harbours" });
        Assert.Equal(HttpStatusCode.OK, await (await squatter.SetUpAsync("nine green harbours")).StatusOfAsync("/xs"));
    }

    [Fact]
    public async Task Who_works_elsewhere_is_let_in_by_an_administrator_of_the_whole_installation_alone()
    {
        await using var app = await Account.StartAppAsync();
        await SquatAsync(app);
        var karim = await app.AsAsync(Karim);
        using var asked = await AskAsync(karim);
        Assert.Contains("had an account already", (await karim.OpenAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        var leila = await app.AsAsync(Leila);
        var page = await leila.OpenAsync(Page);

        using var byCountry = await leila.PostAsync($"{Page}?handler=Decide", page, new() { ["id"] = page.QuerySelector("input[name=id]")!.GetAttribute("value")!, ["approve"] = "true" });

        Assert.Null(page.QuerySelector("button[value=true]"));
        Assert.Equal(Email, page.QuerySelector("[data-test=email]")!.TextContent);
        Assert.NotNull(page.QuerySelector("[data-test=known]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, byCountry.StatusCode);
        await AddAsync(app, Leila.Id, "UN", Role.Administrator);
        Assert.NotNull(await TwoAdministrators.ApproveAsync(app));
    }

    [Fact]
    public async Task A_role_more_or_one_given_back_where_somebody_always_worked_leaves_their_password_alone()
    {
        await using var app = await Account.StartAppAsync();
        var bruno = await Account.OfAsync(app, Bruno);
        await bruno.SetUpAsync();
        var karim = await app.AsAsync(Karim);
        using (await AskAsync(karim, "bruno@solenia.example"))
        {
            Assert.Null(await TwoAdministrators.ApproveAsync(app));
        }

        await app.ExecuteAsync($"update access.membership set ended_at = now() where person_id = '{Bruno.Id}'");
        using (await AskAsync(karim, "bruno@solenia.example"))
        {
            Assert.Null(await TwoAdministrators.ApproveAsync(app));
        }

        using var known = await bruno.GivePasswordAsync(app.AsNobody());
        Assert.StartsWith("/sign-in/code", known.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o'brien@example.org", HttpStatusCode.Redirect)]
    [InlineData("émile+ssr@exemple.fr", HttpStatusCode.Redirect)]
    [InlineData("nobody", HttpStatusCode.UnprocessableEntity)]
    public async Task Any_address_of_mail_is_a_name_to_sign_in_with(string email, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await AskAsync(await app.AsAsync(Karim), email);

        Assert.Equal(expected, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(Visitor visitor, string email = Email) => await visitor.PostAsync("/xs/people", await visitor.OpenAsync("/xs/people"), new()
    {
        ["Name"] = "Whoever",
        ["Email"] = email,
        ["Role"] = nameof(Role.CivilSociety),
        ["Clearance"] = nameof(Classification.Government),
    });

    /// <summary>Somebody in another country made an account for this address, with a password and a second step of their own.</summary>
    private static async Task<Account> SquatAsync(TestApp app)
    {
        var id = Guid.CreateVersion7();
        await app.ExecuteAsync($$"""
            insert into access.workspace (code, names) values ('XT', '{"en": "Elsewhere"}');
            insert into access.person (id, name, email, normalized_email, user_name, normalized_user_name)
            values ('{{id}}', 'Nadir Selo', '{{Email}}', '{{Email.ToUpperInvariant()}}', '{{Email}}', '{{Email.ToUpperInvariant()}}')
            """);
        await AddAsync(app, id, "XT", Role.FocalPoint);
        await Account.OfAsync(app, new DemonstrationPerson(id, "Nadir Selo", "", Role.FocalPoint, Classification.Government));
        var squatter = new Account(app, Email);
        await squatter.SetUpAsync();
        return squatter;
    }

    private static async Task AddAsync(TestApp app, Guid person, string country, Role role)
    {
        await using var server = await app.Database.AsAsync(Reader.Operator, Ct);
        server.Memberships.Add(new() { PersonId = person, Country = country, Role = role, Clearance = role == Role.Administrator ? Classification.Public : Classification.Government, GrantedAt = DateTimeOffset.UnixEpoch });
        await server.SaveAsync(new("access.grant", country, DateTimeOffset.UnixEpoch), Ct);
    }

    private static async Task EndEverywhereAsync(TestApp app)
    {
        await using var server = await app.Database.AsAsync(Reader.Operator, Ct);
        foreach (var membership in await server.Memberships.Where(m => m.Country == "XT").ToListAsync(Ct))
        {
            membership.EndedAt = membership.GrantedAt;
        }

        await server.SaveAsync(new("access.end", "XT", DateTimeOffset.UnixEpoch), Ct);
    }
}
