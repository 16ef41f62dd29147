using System.Net;
using Cornerstone.Access;
using Cornerstone.Tests.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Factors;

/// <summary>Changing how one signs in: only freshly proved, and every other session ends.</summary>
public sealed class FactorChangeTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/account/authenticator")]
    [InlineData("/account/recovery-codes")]
    [InlineData("/account/password")]
    public async Task Ten_minutes_after_signing_in_one_proves_it_again_with_everything(string address)
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var account = await Account.OfAsync(app, Bruno);
        var bruno = await account.SetUpAsync();
        Assert.Equal(HttpStatusCode.OK, await bruno.StatusOfAsync(address));
        clock.Now += TimeSpan.FromMinutes(11);
        using var asked = await bruno.Client.GetAsync(address, Ct);
        var confirm = asked.Headers.Location!.ToString();
        var page = await bruno.OpenAsync(confirm);

        using var withoutCode = await bruno.SubmitAsync(page, "main form", new() { ["Password"] = Account.Password });
        using var withoutPassword = await bruno.SubmitAsync(page, "main form", new() { ["Password"] = "not the right one", ["Code"] = account.CodeAt(clock.Now) });
        using var both = await bruno.SubmitAsync(page, "main form", new() { ["Password"] = Account.Password, ["Code"] = account.CodeAt(clock.Now) });

        Assert.StartsWith("/account/confirm?next=", confirm, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [withoutCode.StatusCode, withoutPassword.StatusCode]);
        Assert.Equal(address, both.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await bruno.StatusOfAsync(address));
    }

    [Theory]
    [InlineData("/xs/people", "/xs/people")]
    [InlineData("/xs/people?handler=End", "/xs/people")]
    [InlineData("/xs/people?handler=Reset", "/xs/people")]
    [InlineData("/xs/people/requests?handler=Decide", "/xs/people/requests")]
    [InlineData("/xs/people/requests?handler=Look", "/xs/people/requests")]
    [InlineData("/xs/sign-in-rules", "/xs/sign-in-rules")]
    public async Task A_browser_left_open_reads_who_comes_in_and_lets_nobody_in(string sent, string page)
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var karim = await (await Account.OfAsync(app, Karim)).SetUpAsync();
        clock.Now += TimeSpan.FromMinutes(11);

        using var answer = await karim.PostAsync(sent, await karim.OpenAsync(page), []);

        Assert.Equal($"/account/confirm?next={Uri.EscapeDataString(page)}", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_form_sent_from_a_browser_left_open_changes_nothing()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var account = await Account.OfAsync(app, Bruno);
        var bruno = await account.SetUpAsync();
        var page = await bruno.OpenAsync("/account/recovery-codes");
        clock.Now += TimeSpan.FromMinutes(11);

        using var sent = await bruno.SubmitAsync(page, "main form", []);

        Assert.StartsWith("/account/confirm", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("access.new-recovery-codes", await app.ActsAsync());
    }

    [Fact]
    public async Task A_new_password_makes_the_session_neither_fresher_nor_longer()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var bruno = await (await Account.OfAsync(app, Bruno)).SetUpAsync();
        clock.Now += TimeSpan.FromMinutes(9);

        using var changed = await bruno.SubmitAsync(await bruno.OpenAsync("/account/password"), "main form", new() { ["Current"] = Account.Password, ["New"] = "nine green harbours" });

        Assert.Equal("/account/sessions", changed.Headers.Location!.ToString());
        await using (var db = await app.DbAsAsync(Bruno))
        {
            var open = await db.Sessions.SingleAsync(s => s.EndedAt == null, Ct);
            Assert.Equal((Morning, Morning), (open.StartedAt, open.ProvedAt));
        }

        clock.Now += TimeSpan.FromMinutes(2);
        using var asked = await bruno.Client.GetAsync("/account/authenticator", Ct);
        Assert.StartsWith("/account/confirm", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replacing_the_authenticator_ends_other_sessions_and_the_old_one_shows_nothing_right()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var account = await Account.OfAsync(app, Bruno);
        var bruno = await account.SetUpAsync();
        var old = account.CodeAt(clock.Now.AddMinutes(2));
        var elsewhere = await CopiedCookie.OfAsync(app, Bruno);
        await elsewhere.AssertOpensAsync();
        clock.Now += TimeSpan.FromMinutes(1);

        using var done = await account.PhotographAndConfirmAsync(bruno, "/account/authenticator");

        Assert.Equal("/account/second-step", done.Headers.Location!.ToString());
        await elsewhere.AssertIsWorthNothingAsync();
        Assert.Equal(HttpStatusCode.OK, await bruno.StatusOfAsync("/xs"));
        clock.Now += TimeSpan.FromMinutes(1);
        var next = app.AsNobody();
        await account.GivePasswordAsync(next);
        using var refused = await Account.GiveCodeAsync(next, old);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task New_recovery_codes_end_other_sessions_and_the_old_ones_with_them()
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        var bruno = await account.SetUpAsync();
        var old = account.RecoveryCodes[0];
        var elsewhere = await CopiedCookie.OfAsync(app, Bruno);

        using var made = await bruno.SubmitAsync(await bruno.OpenAsync("/account/recovery-codes"), "main form", []);
        await account.WriteDownAsync(bruno, made);

        await elsewhere.AssertIsWorthNothingAsync();
        Assert.Equal(10, account.RecoveryCodes.Count);
        Assert.DoesNotContain(old, account.RecoveryCodes);
        Assert.Empty((await bruno.OpenAsync("/account/recovery-codes")).QuerySelectorAll("[data-test=recovery-codes]"));
        var next = app.AsNobody();
        await account.GivePasswordAsync(next);
        using var refused = await Account.GiveCodeAsync(next, old);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Who_must_have_one_cannot_remove_it_and_who_need_not_can()
    {
        await using var app = await Account.StartAppAsync();
        var bruno = await (await Account.OfAsync(app, Bruno)).SetUpAsync();
        var account = await Account.OfAsync(app, Jamila);
        var jamila = app.AsNobody();
        await account.GivePasswordAsync(jamila);
        await account.WriteDownAsync(jamila, await account.PhotographAndConfirmAsync(jamila, "/account/authenticator"));

        using var demanded = await bruno.PostAsync("/account/authenticator?handler=Remove", await bruno.OpenAsync("/account/authenticator"), []);
        using var free = await jamila.SubmitAsync(await jamila.OpenAsync("/account/authenticator"), "form[action*=Remove]", []);

        Assert.Equal(HttpStatusCode.NotFound, demanded.StatusCode);
        Assert.Equal("/account/second-step", free.Headers.Location!.ToString());
        await using var db = await app.DbAsAsync(Jamila);
        Assert.Equal((0, 0), (await db.Authenticators.CountAsync(Ct), await db.RecoveryCodes.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_new_password_leaves_the_second_step_as_it_is()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        var link = await TwoAdministrators.NewPasswordAsync(app, Bruno);
        var visitor = app.AsNobody();
        await visitor.PostAsync(link, await visitor.OpenAsync(link), new() { ["Password"] = "nine green harbours" });

        using var answer = await account.GivePasswordAsync(visitor, "nine green harbours");

        Assert.Equal("/sign-in/code", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Secrets_are_locked_codes_are_hashed_and_both_are_their_owners_alone()
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        await using var bruno = await app.DbAsAsync(Bruno);
        await using var karim = await app.DbAsAsync(Karim);
        await using var nobody = app.Database.App.CreateCommand("select (select count(*) from access.authenticator) + (select count(*) from access.recovery_code)");
        await using var started = app.Database.App.CreateCommand("select count(*) from access.started_sign_in");

        Assert.True((await bruno.Authenticators.SingleAsync(Ct)).Secret.Length > 60);
        Assert.Equal(10, await bruno.RecoveryCodes.CountAsync(Ct));
        Assert.Equal((0, 0), (await karim.Authenticators.CountAsync(Ct), await karim.RecoveryCodes.CountAsync(Ct)));
        Assert.Equal(0L, await nobody.ExecuteScalarAsync(Ct));
        await Assert.ThrowsAsync<PostgresException>(() => started.ExecuteScalarAsync(Ct));
    }

    [Theory]
    [InlineData("update access.authenticator set last_step = last_step - 1")]
    [InlineData("update access.authenticator set last_step = last_step")]
    [InlineData("update access.recovery_code set used_at = null")]
    public async Task The_database_lets_no_code_work_again(string sql)
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => WriteAsync(app, Bruno, sql));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_changes_the_rule_even_through_sql()
    {
        await using var app = await Account.StartAppAsync();
        const string loosen = "update access.workspace set second_step = 'Everybody' where code = 'XS'";

        var refused = await Assert.ThrowsAsync<PostgresException>(() => WriteAsync(app, Amina, loosen));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Equal(1, await WriteAsync(app, Karim, loosen));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Amina)).StatusOfAsync("/xs/sign-in-rules"));
    }

    [Fact]
    public async Task A_rule_that_is_none_is_refused()
    {
        await using var app = await Account.StartAppAsync();
        var karim = await app.AsAsync(Karim);

        using var answer = await karim.SubmitAsync(await karim.OpenAsync("/xs/sign-in-rules"), "main form", new() { ["Rule"] = "Nobody" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
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
