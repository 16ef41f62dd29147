using System.Net;
using System.Net.Http.Headers;
using Cornerstone.Access;
using Cornerstone.Access.Tokens;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Tokens;

/// <summary>A token reads one country in its maker's name, and nothing else, until it ends.</summary>
public sealed class ApiTokenTests
{
    private const string Page = "/account/tokens";
    private const string File = "/xs/institutions";
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_shown_once_and_kept_as_a_hash()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var token = await MakeAsync(amina);

        Assert.StartsWith(ApiToken.Mark, token, StringComparison.Ordinal);
        Assert.Null((await amina.OpenAsync(Page)).QuerySelector("[data-test=token]"));
        await using var db = await app.DbAsAsync(Amina);
        var kept = await db.Set<ApiToken>().SingleAsync(Ct);
        Assert.Equal(OneTimeLink.HashOf(token), kept.Hash);
        Assert.Contains("access.new-token", await app.ActsAsync());
    }

    [Fact]
    public async Task It_reads_what_its_maker_reads_in_its_country_and_is_nobody_elsewhere()
    {
        await using var app = await TestApp.StartAsync();
        var token = await MakeAsync(await app.AsAsync(Amina));

        Assert.Equal(HttpStatusCode.OK, await SendAsync(app, token, File));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(app, token, "/xs/search?q=police"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(app, token, "/xs/people"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(app, token, "/un/library"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(app, token, "/portfolio"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(app, token, Page));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(app, token + "x", File));
    }

    [Fact]
    public async Task It_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var token = await MakeAsync(amina);
        var acts = await app.ActsAsync();

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            Assert.NotEqual(HttpStatusCode.OK, await SendAsync(app, token, File, method));
        }

        Assert.Equal(acts, await app.ActsAsync());
    }

    [Fact]
    public async Task Revoked_it_opens_nothing_with_the_very_next_request()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var token = await MakeAsync(amina);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(app, token, File));

        var page = await amina.OpenAsync(Page);
        using var revoked = await amina.SubmitAsync(page, "form[action*=Revoke]", new() { ["token"] = page.QuerySelector("button[name=token]")!.GetAttribute("value")! });

        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(app, token, File));
        Assert.Null((await amina.OpenAsync(Page)).QuerySelector("button[name=token]"));
    }

    [Fact]
    public async Task An_administrator_of_the_country_sees_who_made_it_and_revokes_it()
    {
        await using var app = await TestApp.StartAsync();
        var token = await MakeAsync(await app.AsAsync(Amina));
        var karim = await app.AsAsync(Karim);
        var page = await karim.OpenAsync("/xs/people/tokens");
        Assert.Contains(Amina.Name, page.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);

        using var missing = await karim.SubmitAsync(page, "form[action*=Revoke]", new() { ["id"] = Guid.CreateVersion7().ToString() });
        using var revoked = await karim.SubmitAsync(page, "form[action*=Revoke]", new() { ["id"] = page.QuerySelector("button[name=id]")!.GetAttribute("value")! });

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Redirect], [missing.StatusCode, revoked.StatusCode]);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(app, token, File));
        Assert.Contains("access.revoke-token", await app.ActsAsync());
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Amina)).StatusOfAsync("/xs/people/tokens"));
    }

    [Fact]
    public async Task With_the_last_role_in_its_country_it_ends_for_good()
    {
        await using var app = await TestApp.StartAsync();
        var token = await MakeAsync(await app.AsAsync(Amina));

        await app.ExecuteAsync($"update access.membership set ended_at = now() where person_id = '{Amina.Id}' and country = 'XS'");
        await app.ExecuteAsync($"update access.membership set ended_at = null where person_id = '{Amina.Id}'");

        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(app, token, File));
    }

    [Fact]
    public async Task It_ends_on_its_day_and_its_last_use_is_seen()
    {
        var clock = new SetClock(Morning);
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(clock));
        var token = await MakeAsync(await app.AsAsync(Amina));
        clock.Now += TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(app, token, File));
        await using (var db = await app.DbAsAsync(Amina))
        {
            Assert.Equal(clock.Now, (await db.Set<ApiToken>().SingleAsync(Ct)).LastUsedAt);
        }

        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(app, token, File));
    }

    [Theory]
    [InlineData("update access.person set disabled_at = now() where id = '{0}'")]
    [InlineData("update access.membership set ended_at = now() where person_id = '{0}'")]
    [InlineData("insert into access.password (person_id, hash, changed_at) values ('{0}', 'x', now()); update access.password set changed_at = now() + interval '1 second' where person_id = '{0}'")]
    [InlineData("insert into access.authenticator (person_id, secret, last_step, made_at) values ('{0}', 'x', 0, now())")]
    public async Task It_ends_with_what_changes_who_its_maker_is(string change)
    {
        await using var app = await TestApp.StartAsync();
        var token = await MakeAsync(await app.AsAsync(Amina));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(app, token, File));

        await using (var owner = app.Database.Owner.CreateCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, change, Amina.Id)))
        {
            await owner.ExecuteNonQueryAsync(Ct);
        }

        Assert.NotEqual(HttpStatusCode.OK, await SendAsync(app, token, File));
    }

    [Fact]
    public async Task The_database_lets_nobody_alter_a_token_or_see_another_persons()
    {
        await using var app = await TestApp.StartAsync();
        await MakeAsync(await app.AsAsync(Amina));

        await using (var bruno = await app.DbAsAsync(Bruno))
        {
            Assert.Empty(await bruno.Set<ApiToken>().ToListAsync(Ct));
        }

        foreach (var person in new[] { Amina, Karim })
        {
            await using var db = await app.DbAsAsync(person);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync("update access.api_token set expires_at = expires_at + interval '1 day'", Ct));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Theory]
    [InlineData("XS", "3650")]
    [InlineData("ZZ", "30")]
    public async Task Another_country_or_a_longer_time_than_offered_is_refused(string country, string days)
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        using var answer = await amina.SubmitAsync(await amina.OpenAsync(Page), "form:has([name=Days])", new() { ["Name"] = "Nightly copy", ["Country"] = country, ["Days"] = days });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("access.new-token", await app.ActsAsync());
    }

    internal static async Task<string> MakeAsync(Visitor visitor)
    {
        using var made = await visitor.SubmitAsync(await visitor.OpenAsync(Page), "form:has([name=Days])", new() { ["Name"] = "Nightly copy", ["Country"] = "XS", ["Days"] = "30" });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return (await visitor.OpenAsync(Page)).QuerySelector("[data-test=token]")!.TextContent;
    }

    private static async Task<HttpStatusCode> SendAsync(TestApp app, string token, string address, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await app.AsNobody().Client.SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
