using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Cornerstone.Access;
using Cornerstone.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Passkeys;

/// <summary>Goal 1 of the security text: a passkey is both factors, and nothing that looks like one is.</summary>
public sealed class PasskeySignInTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passkey_signs_in_without_a_password_or_a_code()
    {
        await using var app = await Account.StartAppAsync();
        using var device = await RegisteredAsync(app, Bruno);
        var visitor = app.AsNobody();

        using var answer = await device.SignInAsync(visitor);

        Assert.Equal("/xs", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusOfAsync("/xs"));
        Assert.Contains("Passkey", (await visitor.OpenAsync("/account/sessions")).QuerySelector("[data-test=this-session]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(new[] { "access.passkey", "access.passkey-used", "access.sign-in" }.Except(await app.ActsAsync()));
    }

    [Theory]
    [InlineData("nobody was verified")]
    [InlineData("a page of another place")]
    [InlineData("another port of this place")]
    [InlineData("a frame in another place")]
    [InlineData("another relying party")]
    [InlineData("a signature of another key")]
    [InlineData("a signature of other data")]
    public async Task What_a_device_says_falsely_opens_nothing_and_is_journaled(string lie)
    {
        await using var app = await Account.StartAppAsync();
        using var device = await RegisteredAsync(app, Bruno);
        using var another = new SoftwareAuthenticator();
        Tell(lie, device, another);
        var visitor = app.AsNobody();

        using var answer = await device.SignInAsync(visitor);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await visitor.StatusOfAsync("/xs"));
        Assert.Contains("access.passkey-refused", await app.ActsAsync());
    }

    [Fact]
    public async Task An_answer_counts_once_and_in_the_browser_that_was_asked()
    {
        await using var app = await Account.StartAppAsync();
        using var device = await RegisteredAsync(app, Bruno);
        var (own, other) = (app.AsNobody(), app.AsNobody());
        var (page, othersPage) = (await own.OpenAsync("/sign-in/passkey"), await other.OpenAsync("/sign-in/passkey"));
        var answer = device.Answer(await SoftwareAuthenticator.AskAsync(own, page));
        await SoftwareAuthenticator.AskAsync(other, othersPage);

        using var elsewhere = await SoftwareAuthenticator.SendAsync(other, othersPage, answer);
        using var here = await SoftwareAuthenticator.SendAsync(own, page, answer);
        using var again = await SoftwareAuthenticator.SendAsync(own, await own.OpenAsync("/sign-in/passkey"), answer);

        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity],
            [elsewhere.StatusCode, here.StatusCode, again.StatusCode]);
    }

    [Fact]
    public async Task Of_one_answer_sent_ten_times_at_once_one_counts()
    {
        await using var app = await Account.StartAppAsync();
        using var device = await RegisteredAsync(app, Bruno);
        var visitor = app.AsNobody();
        var page = await visitor.OpenAsync("/sign-in/passkey");
        var answer = device.Answer(await SoftwareAuthenticator.AskAsync(visitor, page));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SoftwareAuthenticator.SendAsync(visitor, page, answer)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_question_is_forgotten_after_five_minutes()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        using var device = await RegisteredAsync(app, Bruno);
        var visitor = app.AsNobody();
        var page = await visitor.OpenAsync("/sign-in/passkey");
        var answer = device.Answer(await SoftwareAuthenticator.AskAsync(visitor, page));
        clock.Now += TimeSpan.FromMinutes(5);

        using var late = await SoftwareAuthenticator.SendAsync(visitor, page, answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task A_copy_of_the_device_is_found_out_by_its_count()
    {
        await using var app = await Account.StartAppAsync();
        using var device = await RegisteredAsync(app, Bruno, count: 7);
        using var copy = device.Copy();
        using var first = await device.SignInAsync(app.AsNobody());
        using var second = await device.SignInAsync(app.AsNobody());

        using var copied = await copy.SignInAsync(app.AsNobody());

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], [first.StatusCode, second.StatusCode, copied.StatusCode]);
        Assert.Contains("access.passkey-copied", await app.ActsAsync());
    }

    [Fact]
    public async Task Nobodys_passkey_a_removed_one_and_a_disabled_persons_are_answered_alike()
    {
        await using var app = await Account.StartAppAsync();
        using var device = await RegisteredAsync(app, Bruno);
        using var nobodys = new SoftwareAuthenticator();
        nobodys.Make(new JsonObject { ["challenge"] = "AAAA", ["user"] = new JsonObject { ["id"] = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(Bruno.Id.ToString())) } });
        using var unknown = await nobodys.SignInAsync(app.AsNobody());
        using var garbage = await SendAsync(app, "{\"id\":17}");
        using var nothing = await SendAsync(app, "");
        await app.ExecuteAsync($"update access.person set disabled_at = now() where id = '{Bruno.Id}'");

        using var disabled = await device.SignInAsync(app.AsNobody());

        var bodies = new List<string>();
        foreach (var answer in new[] { unknown, garbage, nothing, disabled })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            bodies.Add((await Visitor.ParseAsync(answer)).QuerySelector("main")!.TextContent);
        }

        Assert.Single(bodies.Distinct());
    }

    [Fact]
    public async Task Questions_are_slowed_when_nobody_answers_them()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        using var device = await RegisteredAsync(app, Bruno);
        var visitor = app.AsNobody();
        var page = await visitor.OpenAsync("/sign-in/passkey");
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 70; i++)
        {
            using var asked = await visitor.PostAsync("/sign-in/passkey?handler=Options", page, []);
            answers.Add(asked.StatusCode);
        }

        Assert.Equal(60, answers.Count(a => a == HttpStatusCode.OK));
        clock.Now += TimeSpan.FromMinutes(2);
        using var later = await device.SignInAsync(visitor);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task After_the_password_a_passkey_is_asked_of_who_has_no_authenticator_and_recovery_codes_stand_in()
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        using var device = await RegisteredAsync(app, Bruno, account);
        var (visitor, lost) = (app.AsNobody(), app.AsNobody());
        using var password = await account.GivePasswordAsync(visitor);
        await account.GivePasswordAsync(lost);

        using var passkey = await device.SignInAsync(visitor);
        using var recovery = await Account.GiveCodeAsync(lost, account.RecoveryCodes[0]);

        Assert.Equal("/sign-in/code", password.Headers.Location!.ToString());
        Assert.Equal("/xs", passkey.Headers.Location!.ToString());
        Assert.Equal("/xs", recovery.Headers.Location!.ToString());
        await using var db = await app.DbAsAsync(Bruno);
        Assert.Equal(1, await db.Sessions.CountAsync(s => s.Proof == Proof.PasswordAndRecoveryCode, Ct));
    }

    private static async Task<HttpResponseMessage> SendAsync(TestApp app, string answer)
    {
        var visitor = app.AsNobody();
        var page = await visitor.OpenAsync("/sign-in/passkey");
        await SoftwareAuthenticator.AskAsync(visitor, page);
        return await SoftwareAuthenticator.SendAsync(visitor, page, answer);
    }

    private static async Task<SoftwareAuthenticator> RegisteredAsync(TestApp app, DemonstrationPerson person, Account? account = null, uint count = 0)
    {
        var device = new SoftwareAuthenticator { Count = count };
        var visitor = await app.AsAsync(person);
        using var answer = await device.RegisterAsync(visitor);
        await (account ?? new(app, "")).WriteDownAsync(visitor, answer);
        return device;
    }

    private static void Tell(string lie, SoftwareAuthenticator device, SoftwareAuthenticator another)
    {
        var sign = device.Sign;
        switch (lie)
        {
            case "nobody was verified": device.UserVerified = false; break;
            case "a page of another place": device.Origin = "https://cornerstone.example"; break;
            case "another port of this place": device.Origin = "http://localhost:81"; break;
            case "a frame in another place": device.CrossOrigin = true; break;
            case "another relying party": device.RelyingParty = "elsewhere.example"; break;
            case "a signature of another key": device.Sign = another.Sign; break;
            default: device.Sign = data => sign([.. data.Reverse()]); break;
        }
    }
}
