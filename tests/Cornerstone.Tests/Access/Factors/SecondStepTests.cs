using System.Net;
using AngleSharp.Html.Dom;
using Cornerstone.Access;
using Cornerstone.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Factors;

/// <summary>Goal 1 of the security text: a password alone opens nothing that is not public.</summary>
public sealed class SecondStepTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_who_set_up_the_first_second_step_in_one_moment_one_does()
    {
        await using var app = await Account.StartAppAsync();
        await Account.OfAsync(app, Bruno);
        var all = Enumerable.Range(0, 8).Select(_ => (Telephone: new Account(app, "bruno@solenia.example"), Browser: app.AsNobody())).ToList();
        var pages = new List<IHtmlDocument>();
        foreach (var (telephone, browser) in all)
        {
            using var started = await telephone.GivePasswordAsync(browser);
            pages.Add(await telephone.PhotographAsync(browser, "/sign-in/authenticator"));
        }

        var answers = await Task.WhenAll(all.Zip(pages, (a, page) => a.Telephone.ConfirmAsync(a.Browser, page)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        var first = Assert.Single(Enumerable.Range(0, all.Count), i => answers[i].Headers.Location!.ToString().StartsWith("/account/recovery-codes", StringComparison.Ordinal));
        Assert.All(answers.Where((_, i) => i != first), a => Assert.Equal("/sign-in", a.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, await all[first].Browser.StatusOfAsync("/xs"));
    }

    [Fact]
    public async Task The_first_sign_in_sets_up_an_authenticator_and_the_next_asks_for_its_code()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var account = await Account.OfAsync(app, Bruno);
        var first = await account.SetUpAsync();
        Assert.Equal(HttpStatusCode.OK, await first.StatusOfAsync("/xs"));
        clock.Now += TimeSpan.FromMinutes(1);
        var next = app.AsNobody();

        using var password = await account.GivePasswordAsync(next);
        using var code = await Account.GiveCodeAsync(next, account.CodeAt(clock.Now));

        Assert.Equal("/sign-in/code", password.Headers.Location!.ToString());
        Assert.Equal("/xs", code.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await next.StatusOfAsync("/xs"));
        Assert.Equal(10, account.RecoveryCodes.Distinct().Count());
        Assert.Empty(new[] { "access.authenticator", "access.second-step", "access.sign-in" }.Except(await app.ActsAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_the_password_alone_no_page_opens(bool hasAuthenticator)
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        if (hasAuthenticator)
        {
            await account.SetUpAsync();
        }

        var visitor = app.AsNobody();
        using var answer = await account.GivePasswordAsync(visitor);

        foreach (var path in new[] { "/xs", "/xs/library", "/account/sessions", "/account/second-step", "/account/authenticator", "/account/recovery-codes", "/account/password" })
        {
            Assert.Equal(HttpStatusCode.Redirect, await visitor.StatusOfAsync(path));
        }

        Assert.DoesNotContain(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("cornerstone=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_an_authenticator_is_not_offered_another_before_the_code()
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        var thief = app.AsNobody();
        await account.GivePasswordAsync(thief);

        Assert.Equal(HttpStatusCode.Redirect, await thief.StatusOfAsync("/sign-in/authenticator"));
    }

    [Theory]
    [InlineData("/sign-in/code")]
    [InlineData("/sign-in/authenticator")]
    public async Task The_second_step_opens_to_nobody_without_the_first(string address)
    {
        await using var app = await Account.StartAppAsync();
        var visitor = app.AsNobody();

        using var answer = await visitor.Client.GetAsync(address, Ct);

        Assert.Equal("/sign-in", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_code_sent_twice_works_once_and_so_does_one_sent_twenty_times_at_once()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(app, account, account.CodeAt(clock.Now)));
        clock.Now += TimeSpan.FromMinutes(2);
        var waiting = new List<(Visitor Visitor, AngleSharp.Html.Dom.IHtmlDocument Page)>();
        for (var i = 0; i < 20; i++)
        {
            var visitor = app.AsNobody();
            await account.GivePasswordAsync(visitor);
            waiting.Add((visitor, await visitor.OpenAsync("/sign-in/code")));
        }

        var answers = await Task.WhenAll(waiting.Select(w => Account.GiveCodeAsync(w.Visitor, w.Page, account.CodeAt(clock.Now))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        await using var db = await app.DbAsAsync(Bruno);
        Assert.Equal(2, await db.Sessions.CountAsync(s => s.Proof == Proof.PasswordAndCode, Ct));
    }

    [Fact]
    public async Task A_code_of_a_minute_ago_is_refused()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        clock.Now += TimeSpan.FromMinutes(5);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(app, account, account.CodeAt(clock.Now.AddMinutes(-1))));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, account, account.CodeAt(clock.Now.AddSeconds(-30))));
    }

    [Fact]
    public async Task Each_recovery_code_stands_in_once_however_it_is_typed()
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        var typed = account.RecoveryCodes[3].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();

        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, account, typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignInAsync(app, account, account.RecoveryCodes[3]));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, account, account.RecoveryCodes[4]));
        Assert.Contains("access.recovery-code", await app.ActsAsync());
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_and_ends_with_the_wait()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        clock.Now += TimeSpan.FromMinutes(2);
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 12; i++)
        {
            answers.Add(await SignInAsync(app, account, "000 000"));
        }

        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SignInAsync(app, account, account.CodeAt(clock.Now)));
        clock.Now += TimeSpan.FromMinutes(15);
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app, account, account.CodeAt(clock.Now)));
    }

    [Fact]
    public async Task A_started_sign_in_ends_after_ten_minutes_and_with_a_new_password()
    {
        var clock = new SetClock(Morning);
        await using var app = await Account.StartAppAsync(clock);
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        var (slow, other) = (app.AsNobody(), app.AsNobody());
        await account.GivePasswordAsync(slow);
        clock.Now += TimeSpan.FromMinutes(10);
        await account.GivePasswordAsync(other);

        Assert.Equal(HttpStatusCode.Redirect, await slow.StatusOfAsync("/sign-in/code"));
        Assert.Equal(HttpStatusCode.OK, await other.StatusOfAsync("/sign-in/code"));
        await using var db = await app.DbAsAsync(Bruno);
        (await db.Passwords.SingleAsync(Ct)).ChangedAt = clock.Now;
        await db.SaveAsync(new("access.new-password", "UN", clock.Now), Ct);
        Assert.Equal(HttpStatusCode.Redirect, await other.StatusOfAsync("/sign-in/code"));
    }

    [Fact]
    public async Task Who_reads_only_what_is_public_comes_in_with_a_password_until_the_rule_says_otherwise()
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Jamila);
        var jamila = app.AsNobody();
        using var alone = await account.GivePasswordAsync(jamila);
        Assert.Equal("/xs", alone.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, await jamila.StatusOfAsync("/xs"));
        var karim = await app.AsAsync(Karim);

        using var saved = await karim.SubmitAsync(await karim.OpenAsync("/xs/sign-in-rules"), "main form", new() { ["Rule"] = nameof(SecondStepRule.Everybody) });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await jamila.StatusOfAsync("/xs"));
        Assert.Equal(HttpStatusCode.OK, await (await account.SetUpAsync()).StatusOfAsync("/xs"));
        Assert.Contains("access.sign-in-rule", await app.ActsAsync());
    }

    [Fact]
    public async Task A_demonstration_session_is_worth_nothing_outside_the_demonstration()
    {
        await using var app = await TestApp.StartAsync(isDemonstration: false);
        await using var db = await app.DbAsAsync(Amina);
        var (session, token) = Session.Start(Amina.Id, Proof.Demonstration, "", app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        db.Sessions.Add(session);
        await db.SaveAsync(new("access.sign-in", "UN", DateTimeOffset.UnixEpoch), Ct);

        Assert.Equal(HttpStatusCode.Redirect, await new Sessions.CopiedCookie(app, $"cornerstone={token}").StatusOfAsync("/xs"));
    }

    private static async Task<HttpStatusCode> SignInAsync(TestApp app, Account account, string code)
    {
        var visitor = app.AsNobody();
        await account.GivePasswordAsync(visitor);
        using var answer = await Account.GiveCodeAsync(visitor, code);
        return answer.StatusCode;
    }
}
