using System.Net;
using AngleSharp.Html.Dom;
using Cornerstone.Access;
using Cornerstone.Access.Requests;
using Cornerstone.Access.Sessions;
using Cornerstone.Tests.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Passkeys;

/// <summary>Making and removing passkeys: freshly proved, for oneself, and never the last second step.</summary>
public sealed class PasskeyChangeTests
{
    private const string Address = "/account/passkeys";
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_passkey_ends_other_sessions_and_comes_with_recovery_codes()
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        var copy = await CopiedCookie.OfAsync(app, Bruno);
        var bruno = await app.AsAsync(Bruno);
        using var device = new SoftwareAuthenticator();

        await account.WriteDownAsync(bruno, await device.RegisterAsync(bruno, "  The red telephone  "));

        Assert.Equal(10, account.RecoveryCodes.Distinct().Count());
        await copy.AssertIsWorthNothingAsync();
        Assert.Contains("The red telephone", (await bruno.OpenAsync(Address)).QuerySelector("[data-test=passkey] th")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Further_passkeys_leave_the_recovery_codes_as_they_are()
    {
        await using var app = await Account.StartAppAsync();
        var bruno = await app.AsAsync(Bruno);
        using var first = new SoftwareAuthenticator();
        using var second = new SoftwareAuthenticator();
        using var one = await first.RegisterAsync(bruno);

        using var two = await second.RegisterAsync(bruno);

        Assert.Equal(Address, two.Headers.Location!.ToString());
        Assert.Equal(2, (await bruno.OpenAsync(Address)).QuerySelectorAll("[data-test=passkey]").Length);
    }

    [Theory]
    [InlineData("nobody was verified")]
    [InlineData("a page of another place")]
    [InlineData("another relying party")]
    [InlineData("asked of another browser")]
    [InlineData("answered twice")]
    public async Task What_is_no_answer_to_what_was_asked_here_is_not_kept(string fault)
    {
        await using var app = await Account.StartAppAsync();
        var (bruno, others) = (await app.AsAsync(Bruno), await app.AsAsync(Bruno));
        var (page, othersPage) = (await bruno.OpenAsync(Address), await others.OpenAsync(Address));
        using var device = new SoftwareAuthenticator();
        var (asked, elsewhere) = (await AskAsync(bruno, page), await AskAsync(others, othersPage));
        switch (fault)
        {
            case "nobody was verified": device.UserVerified = false; break;
            case "a page of another place": device.Origin = "https://cornerstone.example"; break;
            case "another relying party": device.RelyingParty = "elsewhere.example"; break;
            case "asked of another browser": asked = elsewhere; break;
            default: await bruno.PostAsync(Address, page, new() { ["Name"] = "x", ["Credential"] = "{}" }); break;
        }

        using var answer = await device.RegisterAsync(bruno, page, asked);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await using var db = await app.DbAsAsync(Bruno);
        Assert.Equal(0, await db.Passkeys.CountAsync(Ct));
    }

    [Fact]
    public async Task One_device_key_belongs_to_one_person()
    {
        await using var app = await Account.StartAppAsync();
        var (bruno, amina) = (await app.AsAsync(Bruno), await app.AsAsync(Amina));
        using var device = new SoftwareAuthenticator();
        using var own = await device.RegisterAsync(bruno);

        using var again = await device.RegisterAsync(bruno);
        using var others = await device.RegisterAsync(amina);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [own.StatusCode, again.StatusCode, others.StatusCode]);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal((0, 0), (await db.Passkeys.CountAsync(Ct), await db.RecoveryCodes.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_last_second_step_stays_for_whom_one_is_demanded_on_the_page_and_in_the_database()
    {
        await using var app = await Account.StartAppAsync();
        var (bruno, jamila) = (await app.AsAsync(Bruno), await app.AsAsync(Jamila));
        using var device = new SoftwareAuthenticator();
        using var second = new SoftwareAuthenticator();
        using var others = new SoftwareAuthenticator();
        using var one = await device.RegisterAsync(bruno);
        using var demanded = await RemoveAsync(app, bruno, Bruno);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => RemoveBySqlAsync(app, Bruno));
        using var two = await second.RegisterAsync(bruno);
        using var free = await RemoveAsync(app, bruno, Bruno);
        using var public_ = await others.RegisterAsync(jamila);

        using var undemanded = await RemoveAsync(app, jamila, Jamila);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.Redirect], [demanded.StatusCode, free.StatusCode, undemanded.StatusCode]);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
        await using var db = await app.DbAsAsync(Jamila);
        Assert.Equal(0, await db.RecoveryCodes.CountAsync(Ct));
    }

    [Fact]
    public async Task Of_the_two_last_removed_in_one_moment_one_stays()
    {
        await using var app = await Account.StartAppAsync();
        var bruno = await app.AsAsync(Bruno);
        using var first = new SoftwareAuthenticator();
        using var second = new SoftwareAuthenticator();
        using var one = await first.RegisterAsync(bruno);
        using var two = await second.RegisterAsync(bruno);
        await using var left = await app.DbAsAsync(Bruno);
        await using var right = await app.DbAsAsync(Bruno);
        var passkeys = await left.Passkeys.OrderBy(p => p.Id).ToListAsync(Ct);
        left.Passkeys.Remove(passkeys[0]);
        right.Passkeys.Remove(passkeys[1]);
        await left.RecordAsync(new("access.remove-passkey", "UN", Morning), Ct);

        var waiting = right.SaveAsync(new("access.remove-passkey", "UN", Morning), Ct);
        await left.CommitAsync(Ct);

        await Assert.ThrowsAsync<DbUpdateException>(() => waiting);
        await using var db = await app.DbAsAsync(Bruno);
        Assert.Equal(1, await db.Passkeys.CountAsync(Ct));
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing_and_nobody_removes_anothers()
    {
        await using var app = await Account.StartAppAsync();
        var (bruno, amina) = (await app.AsAsync(Bruno), await app.AsAsync(Amina));
        using var device = new SoftwareAuthenticator();
        using var spare = new SoftwareAuthenticator();
        using var one = await device.RegisterAsync(bruno);
        using var two = await spare.RegisterAsync(bruno);

        using var others = await RemoveAsync(app, amina, Bruno);
        using var own = await RemoveAsync(app, bruno, Bruno);
        using var removed = await device.SignInAsync(app.AsNobody());
        using var kept = await spare.SignInAsync(app.AsNobody());

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect],
            [others.StatusCode, own.StatusCode, removed.StatusCode, kept.StatusCode]);
    }

    [Fact]
    public async Task A_passkey_proves_anew_who_sits_there_and_anothers_does_not()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        using var device = new SoftwareAuthenticator();
        using var aminas = new SoftwareAuthenticator();
        using var first = await device.RegisterAsync(await app.AsAsync(Bruno));
        using var second = await aminas.RegisterAsync(await app.AsAsync(Amina));
        var bruno = app.AsNobody();
        using var entered = await device.SignInAsync(bruno);
        clock.Now += TimeSpan.FromMinutes(11);
        using var asked = await bruno.Client.GetAsync(Address, Ct);
        var confirm = asked.Headers.Location!.ToString();

        using var others = await ConfirmAsync(bruno, confirm, aminas);
        using var own = await ConfirmAsync(bruno, confirm, device);

        Assert.StartsWith("/account/confirm", confirm, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, others.StatusCode);
        Assert.Equal(Address, own.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await bruno.StatusOfAsync(Address));
    }

    [Fact]
    public async Task Only_a_passkey_is_proof_enough_for_what_is_sealed_and_for_ten_minutes()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        using var device = new SoftwareAuthenticator();
        var byClick = await CopiedCookie.OfAsync(app, Bruno);
        Assert.False(await IsFreshByPasskeyAsync(app, byClick.Value, clock.Now));
        using var registered = await device.RegisterAsync(await app.AsAsync(Bruno));
        using var entered = await device.SignInAsync(app.AsNobody());
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("cornerstone=", StringComparison.Ordinal)).Split(';')[0];

        Assert.True(await IsFreshByPasskeyAsync(app, cookie, clock.Now));
        clock.Now += TimeSpan.FromMinutes(10);
        Assert.False(await IsFreshByPasskeyAsync(app, cookie, clock.Now));
    }

    [Fact]
    public async Task A_second_step_set_back_by_two_administrators_takes_the_passkeys_with_it()
    {
        await using var app = await Account.StartAppAsync();
        using var device = new SoftwareAuthenticator();
        using var registered = await device.RegisterAsync(await app.AsAsync(Bruno));
        await TwoAdministrators.AskAsync(app, Bruno, RequestKind.SecondStep);
        await TwoAdministrators.ApproveAsync(app);

        using var refused = await device.SignInAsync(app.AsNobody());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await using var db = await app.DbAsAsync(Bruno);
        Assert.Equal(0, await db.Passkeys.CountAsync(Ct));
    }

    [Fact]
    public async Task Passkeys_are_their_owners_alone_and_a_count_never_goes_back()
    {
        await using var app = await Account.StartAppAsync();
        using var device = new SoftwareAuthenticator { Count = 4 };
        using var registered = await device.RegisterAsync(await app.AsAsync(Bruno));
        await using var karim = await app.DbAsAsync(Karim);
        await using var bruno = await app.DbAsAsync(Bruno);
        await using var questions = app.Database.App.CreateCommand("select count(*) from access.question");
        var mine = await bruno.Passkeys.SingleAsync(Ct);
        mine.SignCount = 3;

        Assert.Equal(0, await karim.Passkeys.CountAsync(Ct));
        await Assert.ThrowsAsync<PostgresException>(() => questions.ExecuteScalarAsync(Ct));
        await Assert.ThrowsAsync<DbUpdateException>(() => bruno.SaveAsync(new("access.passkey-used", "UN", Morning), Ct));
    }

    private static Task<System.Text.Json.Nodes.JsonNode> AskAsync(Visitor visitor, IHtmlDocument page) => SoftwareAuthenticator.AskAsync(visitor, page, $"{Address}?handler=Options");

    private static async Task<HttpResponseMessage> ConfirmAsync(Visitor visitor, string confirm, SoftwareAuthenticator device)
    {
        var page = await visitor.OpenAsync(confirm);
        var asked = await SoftwareAuthenticator.AskAsync(visitor, page, "/account/confirm?handler=Options");
        return await visitor.SubmitAsync(page, "form[data-passkey]", new() { ["Credential"] = device.Answer(asked) });
    }

    private static async Task<bool> IsFreshByPasskeyAsync(TestApp app, string cookie, DateTimeOffset now) =>
        (await app.Services.GetRequiredService<Doors>().SeeAsync(cookie.Split('=')[1], Ct))!.IsFreshByPasskey(now);

    // The oldest of this person's passkeys.
    private static async Task<HttpResponseMessage> RemoveAsync(TestApp app, Visitor visitor, DemonstrationPerson owner)
    {
        await using var db = await app.DbAsAsync(owner);
        var id = await db.Passkeys.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(Ct);
        return await visitor.PostAsync($"{Address}?handler=Remove", await visitor.OpenAsync(Address), new() { ["passkey"] = id.ToString() });
    }

    private static async Task RemoveBySqlAsync(TestApp app, DemonstrationPerson owner)
    {
        await using var db = await app.DbAsAsync(owner);
        db.Passkeys.RemoveRange(await db.Passkeys.ToListAsync(Ct));
        await db.SaveAsync(new("access.remove-passkey", "UN", Morning), Ct);
    }
}
