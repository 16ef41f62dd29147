using System.Net;
using Cornerstone.Access;
using Cornerstone.Access.Requests;
using Cornerstone.Tests.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Requests;

public sealed class RequestsPageTests
{
    private const string Page = "/xs/people/requests";
    private const string RenewForm = "form[action*=Link]";
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_asks_another_approves_and_only_then_it_is_there()
    {
        await using var app = await TestApp.StartAsync();
        var karim = await AskForNadirAsync(app);
        Assert.DoesNotContain("Nadir", (await karim.OpenAsync("/xs/people")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await karim.OpenAsync(Page)).QuerySelector("button[value=true]"));

        var link = await TwoAdministrators.ApproveAsync(app);

        Assert.StartsWith("/setup/", link, StringComparison.Ordinal);
        Assert.Contains("Nadir", (await karim.OpenAsync("/xs/people")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(new[] { "access.ask", "access.grant" }.Except(await app.ActsAsync()));
    }

    [Fact]
    public async Task Who_asked_is_refused_when_approving_by_hand_and_may_withdraw()
    {
        await using var app = await TestApp.StartAsync();
        var karim = await AskForNadirAsync(app);
        var page = await karim.OpenAsync(Page);

        using var alone = await karim.SubmitAsync(page, "form[action*=Decide]", new() { ["approve"] = "true" });
        using var back = await karim.SubmitAsync(page, "form[action*=Decide]", new() { ["approve"] = "false" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal(RequestState.Withdrawn, (await OneAsync(app)).State);
    }

    [Fact]
    public async Task The_person_it_is_for_does_not_approve_and_nobody_asks_for_themselves()
    {
        await using var app = await TestApp.StartAsync();
        await TwoAdministrators.AskAsync(app, Leila, RequestKind.SecondStep);
        var leila = await app.AsAsync(Leila);

        using var own = await leila.SubmitAsync(await leila.OpenAsync(Page), "form[action*=Decide]", new() { ["approve"] = "true" });
        using var asked = await leila.PostAsync("/xs/people?handler=Reset", await leila.OpenAsync("/xs/people"), new() { ["person"] = Leila.Id.ToString(), ["kind"] = "SecondStep" });

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], [own.StatusCode, asked.StatusCode]);
    }

    [Fact]
    public async Task A_lost_second_step_is_set_back_by_two_and_the_next_sign_in_sets_up_another()
    {
        await using var app = await Account.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        var open = await CopiedCookie.OfAsync(app, Bruno);
        await TwoAdministrators.AskAsync(app, Bruno, RequestKind.SecondStep);
        await open.AssertOpensAsync();

        Assert.Null(await TwoAdministrators.ApproveAsync(app));

        await open.AssertIsWorthNothingAsync();
        Assert.Equal(HttpStatusCode.OK, await (await account.SetUpAsync()).StatusOfAsync("/xs"));
        Assert.Contains("access.reset-second-step", await app.ActsAsync());
    }

    [Fact]
    public async Task Thirty_clicks_at_once_give_one_role_and_one_act()
    {
        await using var app = await TestApp.StartAsync();
        await AskForNadirAsync(app);
        var leila = await app.AsAsync(Leila);
        var page = await leila.OpenAsync(Page);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => leila.SubmitAsync(page, "form[action*=Decide]", new() { ["approve"] = "true" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(await app.ActsAsync(), a => a == "access.grant");
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task An_old_request_is_not_approved()
    {
        var clock = new SetClock(Morning);
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(clock));
        await AskForNadirAsync(app);
        clock.Now += TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
        var leila = await app.AsAsync(Leila);
        var page = await leila.OpenAsync(Page);
        Assert.NotNull(page.QuerySelector("button[value=true]"));
        clock.Now += TimeSpan.FromMinutes(2);

        using var late = await leila.SubmitAsync(page, "form[action*=Decide]", new() { ["approve"] = "true" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal(RequestState.Asked, (await OneAsync(app)).State);
    }

    [Fact]
    public async Task A_request_that_is_not_there_and_a_reader_who_is_no_administrator_get_the_same_answer()
    {
        await using var app = await TestApp.StartAsync();
        var leila = await app.AsAsync(Leila);
        var page = await leila.OpenAsync(Page);

        using var missing = await leila.PostAsync($"{Page}?handler=Decide", page, new() { ["id"] = Guid.CreateVersion7().ToString(), ["approve"] = "true" });

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Amina)).StatusOfAsync(Page));
    }

    [Fact]
    public async Task The_only_administrator_gives_alone_it_is_marked_and_the_second_one_looks()
    {
        await using var app = await TestApp.StartAsync();
        await WithoutLeilaAsync(app);

        var karim = await AskForNadirAsync(app);
        var page = await karim.OpenAsync(Page);
        Assert.NotNull(page.QuerySelector("[data-test=link]"));
        Assert.Null(page.QuerySelector("form[action*=Look]"));
        Assert.True((await OneAsync(app)).IsAlone);
        await using (var db = await app.Database.AsAsync(Reader.Operator, Ct))
        {
            db.Memberships.Add(new() { PersonId = Leila.Id, Country = "XS", Role = Role.Administrator, Clearance = 0, GrantedAt = Morning });
            await db.SaveAsync(new("access.grant", "XS", Morning), Ct);
        }

        var leila = await app.AsAsync(Leila);
        Assert.NotNull((await leila.OpenAsync("/xs/people")).QuerySelector("[data-test=alone]"));
        Assert.Contains("nobody else has looked", (await leila.OpenAsync("/xs")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var looked = await leila.SubmitAsync(await leila.OpenAsync(Page), "form[action*=Look]", new() { ["id"] = (await OneAsync(app)).Id.ToString() });

        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        Assert.Equal(Leila.Id, (await OneAsync(app)).SeenBy);
        Assert.Null((await leila.OpenAsync("/xs/people")).QuerySelector("[data-test=alone]"));
    }

    [Fact]
    public async Task The_operator_is_the_second_person_where_there_is_no_other()
    {
        await using var app = await TestApp.StartAsync();
        await AskForNadirAsync(app);
        var id = (await OneAsync(app)).Id;
        await using var listed = new StringWriter();
        await AccessCommand.WriteAsync(app.Database, asJson: false, listed, Ct);

        var said = await AccessCommand.ApproveAsync(app.Database, id, TimeProvider.System, Ct);

        Assert.Contains(id.ToString(), listed.ToString(), StringComparison.Ordinal);
        Assert.Contains("/setup/", said, StringComparison.Ordinal);
        Assert.Equal(Reader.OperatorId, (await OneAsync(app)).DecidedBy);
        var again = await AccessCommand.ApproveAsync(app.Database, id, TimeProvider.System, Ct);
        Assert.Contains("/setup/", again, StringComparison.Ordinal);
        Assert.NotEqual(said, again);
        // Nothing is granted a second time.
        Assert.Equal((1, 1), ((await app.ActsAsync()).Count(a => a == "access.grant"), (await app.ActsAsync()).Count(a => a == "access.new-link")));
        await app.ExecuteAsync("update access.one_time_link set used_at = now() where used_at is null");
        await Assert.ThrowsAsync<RefusedException>(() => AccessCommand.ApproveAsync(app.Database, id, TimeProvider.System, Ct));
    }

    [Theory]
    [InlineData("Karim+second@solenia.example")]
    [InlineData("karim+@solenia.example")]
    [InlineData(" KARIM+a+b@Solenia.Example ")]
    public async Task One_mailbox_gets_no_second_account(string address)
    {
        await using var app = await TestApp.StartAsync();
        var leila = await app.AsAsync(Leila);
        var people = await CountAsync(app);

        using var asked = await AskAsync(leila, "Somebody Else", address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal(people, await CountAsync(app));
        using var another = await AskAsync(leila, "Somebody Else", "karima@solenia.example");
        Assert.Equal(HttpStatusCode.Redirect, another.StatusCode);
    }

    [Fact]
    public async Task Many_forms_of_one_address_in_one_moment_make_one_account()
    {
        await using var app = await TestApp.StartAsync();
        var administrators = new[] { await app.AsAsync(Karim), await app.AsAsync(Leila) };
        var people = await CountAsync(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => AskAsync(administrators[i % 2], "Nadir Selo", $"nadir+{i}@solenia.example")));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity));
        Assert.Equal(people + 1, await CountAsync(app));
    }

    [Fact]
    public async Task The_link_of_a_new_password_lasts_minutes_and_whoever_approved_makes_another()
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(clock));
        var first = await TwoAdministrators.NewPasswordAsync(app, Bruno);
        clock.Now += TimeSpan.FromMinutes(14);
        var bruno = app.AsNobody();
        Assert.Equal(HttpStatusCode.OK, await bruno.StatusOfAsync(first));
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(HttpStatusCode.Gone, await bruno.StatusOfAsync(first));
        Assert.Null((await (await app.AsAsync(Karim)).OpenAsync(Page)).QuerySelector(RenewForm));

        var second = await RenewAsync(app);
        var third = await RenewAsync(app);

        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.OK], [await bruno.StatusOfAsync(first), await bruno.StatusOfAsync(second!), await bruno.StatusOfAsync(third!)]);
        using var chosen = await bruno.PostAsync(third!, await bruno.OpenAsync(third!), new() { ["Password"] = Account.Password });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Gone), (chosen.StatusCode, await bruno.StatusOfAsync(third!)));
        Assert.Null(await RenewAsync(app));
        Assert.Equal(3, (await app.ActsAsync()).Count(a => a == "access.new-link"));
    }

    [Fact]
    public async Task After_three_days_a_link_is_asked_for_anew()
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(clock));
        await TwoAdministrators.NewPasswordAsync(app, Bruno);
        clock.Now += AccessRequest.LinkAgain;
        var leila = await app.AsAsync(Leila);
        var page = await leila.OpenAsync(Page);

        using var late = await leila.PostAsync($"{Page}?handler=Link", page, new() { ["id"] = (await OneAsync(app)).Id.ToString() });

        Assert.Null(page.QuerySelector(RenewForm));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task Whoever_approves_hears_that_somebody_here_has_the_same_name()
    {
        await using var app = await TestApp.StartAsync();
        var karim = await app.AsAsync(Karim);
        var member = People.Amina.Name;
        using var again = await AskAsync(karim, string.Join(", ", member.ToUpperInvariant().Split(' ').Reverse()), "a.second@solenia.example");
        using var newcomer = await AskAsync(karim, "Nadir Selo", "nadir@solenia.example");

        var rows = (await (await app.AsAsync(Leila)).OpenAsync(Page)).QuerySelectorAll("tbody tr").Where(r => r.QuerySelector("button[value=true]") is not null).ToList();

        Assert.Equal(2, rows.Count);
        Assert.NotNull(rows.Single(r => r.TextContent.Contains("a.second@", StringComparison.Ordinal)).QuerySelector("[data-test=namesake]"));
        Assert.Null(rows.Single(r => r.TextContent.Contains("nadir@", StringComparison.Ordinal)).QuerySelector("[data-test=namesake]"));
    }

    /// <summary>Leila makes the link once more; its path, or null where she is refused.</summary>
    private static async Task<string?> RenewAsync(TestApp app)
    {
        var leila = await app.AsAsync(Leila);
        using var renewed = await leila.SubmitAsync(await leila.OpenAsync(Page), RenewForm, new() { ["id"] = (await OneAsync(app)).Id.ToString() });
        if (renewed.StatusCode == HttpStatusCode.UnprocessableEntity) return null;

        Assert.Equal(HttpStatusCode.Redirect, renewed.StatusCode);

        var link = (await leila.OpenAsync(Page)).QuerySelector("[data-test=link]")!;
        Assert.Contains("fifteen minutes", link.Closest(".notice")!.TextContent, StringComparison.Ordinal);
        return new Uri(link.TextContent).PathAndQuery;
    }

    private static async Task WithoutLeilaAsync(TestApp app)
    {
        await using var owner = app.Database.Owner.CreateCommand($"delete from access.membership where person_id = '{Leila.Id}'");
        await owner.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<Visitor> AskForNadirAsync(TestApp app)
    {
        var karim = await app.AsAsync(Karim);
        using var asked = await AskAsync(karim, "Nadir Selo", "nadir@solenia.example");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return karim;
    }

    private static async Task<HttpResponseMessage> AskAsync(Visitor administrator, string name, string email) =>
        await administrator.PostAsync("/xs/people", await administrator.OpenAsync("/xs/people"), new()
        {
            ["Name"] = name,
            ["Email"] = email,
            ["Role"] = nameof(Role.FocalPoint),
            ["Clearance"] = "Government",
            ["Reason"] = "Letter of the ministry",
        });

    private static async Task<int> CountAsync(TestApp app)
    {
        await using var owner = await app.Database.AsAsync(Reader.Operator, Ct);
        return await owner.Users.CountAsync(Ct);
    }

    private static async Task<AccessRequest> OneAsync(TestApp app)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        return await db.Set<AccessRequest>().AsNoTracking().SingleAsync(Ct);
    }
}
