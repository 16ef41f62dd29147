using System.Net;
using Cornerstone.Access;
using Cornerstone.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Sessions;

/// <summary>Going round the program with the application's own role in the database.</summary>
public sealed class SessionWallTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_reads_and_ends_their_own_sessions_and_nobody_elses()
    {
        await using var app = await TestApp.StartAsync();
        await app.AsAsync(Amina);
        await app.AsAsync(Bruno);
        await using var db = await app.DbAsAsync(Amina);

        var read = await db.Sessions.ToListAsync(Ct);

        Assert.Equal(Amina.Id, Assert.Single(read).PersonId);
        Assert.Equal(0, await WriteAsync(app, Amina, $"update access.session set ended_at = now(), ended_because = 'x' where person_id = '{Bruno.Id}'"));
    }

    [Theory]
    [InlineData("access.session")]
    [InlineData("access.person_token")]
    [InlineData("access.person_login")]
    [InlineData("access.person_claim")]
    [InlineData("access.one_time_link")]
    public async Task Before_anybody_is_known_a_credential_is_not_there(string table)
    {
        await using var app = await TestApp.StartAsync();
        await app.AsAsync(Amina);
        await using (var db = await app.Database.AsAsync(Reader.Operator, Ct))
        {
            db.OneTimeLinks.Add(OneTimeLink.Make(Bruno.Id, DateTimeOffset.MaxValue).Link);
            await db.SaveAsync(new("access.new-link", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        await using var count = app.Database.App.CreateCommand($"select count(*) from {table}");

        Assert.Equal(0L, await count.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task Nobody_starts_a_session_in_another_persons_name()
    {
        await using var app = await TestApp.StartAsync();
        var (forged, _) = Session.Start(Amina.Id, Proof.Password, "", DateTimeOffset.UnixEpoch);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => WriteAsync(app, Bruno, $"""
            insert into access.session (id, token_hash, person_id, proof, device, started_at, seen_at, proved_at)
            values ('{forged.Id}', '\x{Convert.ToHexStringLower(forged.TokenHash)}', '{Amina.Id}', 'Password', '', now(), now(), now())
            """));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_makes_a_one_time_link()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.DbAsAsync(Bruno);
        db.OneTimeLinks.Add(OneTimeLink.Make(Amina.Id, DateTimeOffset.MaxValue).Link);

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(new("access.new-link", "XS", DateTimeOffset.UnixEpoch), Ct));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    [Fact]
    public async Task Another_persons_session_looks_like_one_that_is_not_there()
    {
        await using var app = await TestApp.StartAsync();
        await app.AsAsync(Bruno);
        await using var db = await app.DbAsAsync(Bruno);
        var theirs = (await db.Sessions.SingleAsync(Ct)).Id;
        var amina = await app.AsAsync(Amina);

        using var answer = await amina.PostAsync("/account/sessions?handler=End", await amina.OpenAsync("/account/sessions"), new() { ["session"] = theirs.ToString() });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_short_and_says_nothing_and_over_TLS_it_is_bound_to_this_host()
    {
        await using var app = await TestApp.StartAsync();
        var visitor = app.AsNobody();
        visitor.Client.BaseAddress = new Uri("https://localhost");
        var page = await visitor.OpenAsync("/sign-in");

        using var answer = await visitor.PostAsync("/sign-in?handler=Demonstration", page, new() { ["person"] = Amina.Id.ToString() });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-cornerstone=", StringComparison.Ordinal)).Split("; ");

        Assert.Matches("^__Host-cornerstone=[A-Za-z0-9_-]{43}$", cookie[0]);
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], cookie[1..].Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusOfAsync("/xs"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.Redirect)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Redirect)]
    public async Task Another_site_changes_nothing_with_my_browser_not_even_with_a_right_token(string header, string value, HttpStatusCode expected)
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync("/account/sessions");
        amina.Client.DefaultRequestHeaders.Add(header, value);

        using var answer = await amina.PostAsync("/account/sessions?handler=EndOthers", page, []);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example/")]
    public async Task Signing_in_leads_nowhere_else(string next)
    {
        await using var app = await TestApp.StartAsync();
        var visitor = app.AsNobody();

        using var answer = await visitor.PostAsync("/sign-in?handler=Demonstration", await visitor.OpenAsync("/sign-in"), new() { ["person"] = Amina.Id.ToString(), ["next"] = next });

        Assert.Equal("/xs", answer.Headers.Location!.ToString());
    }

    private static async Task<int> WriteAsync(TestApp app, DemonstrationPerson person, string sql)
    {
        await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var name = new NpgsqlCommand($"select set_config('app.person', '{person.Id}', true)", connection))
        {
            await name.ExecuteNonQueryAsync(Ct);
        }

        await using var write = new NpgsqlCommand(sql, connection);
        return await write.ExecuteNonQueryAsync(Ct);
    }
}
