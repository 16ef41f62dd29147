using System.Net;
using Cornerstone.Features.ReportingCalendar;
using Cornerstone.Tests.Features.IndicatorValues;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.ReportingCalendar;

public sealed class FeedTests
{
    private const string Reminders = "/xs/calendar/reminders";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_holds_the_address_reads_the_duties_of_its_owner_and_nothing_about_people()
    {
        await using var app = await TestApp.StartAsync();
        await app.IndicatorAsync();
        await app.IndicatorAsync("SL-T2", isBrunos: false);
        var address = await MakeAsync(await app.AsAsync(Bruno));

        var text = await app.AsNobody().Client.GetStringAsync(address, Ct);

        Assert.StartsWith("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        Assert.Contains("SL-T1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SL-T2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bruno", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_or_invented_address_opens_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var bruno = await app.AsAsync(Bruno);
        var address = await MakeAsync(bruno);

        var page = await bruno.OpenAsync(Reminders);
        await bruno.SubmitAsync(page, "form[data-test=revoke]", []);

        Assert.Equal(HttpStatusCode.NotFound, await app.AsNobody().StatusOfAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await app.AsNobody().StatusOfAsync("/calendar/0000.ics"));
        Assert.Contains("calendar.revoke", await app.ActsAsync());
    }

    [Fact]
    public async Task A_new_address_ends_the_old_one()
    {
        await using var app = await TestApp.StartAsync();
        var bruno = await app.AsAsync(Bruno);
        var first = await MakeAsync(bruno);

        var second = await MakeAsync(bruno);

        Assert.Equal(HttpStatusCode.NotFound, await app.AsNobody().StatusOfAsync(first));
        Assert.Equal(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync(second));
    }

    [Fact]
    public async Task An_address_ends_after_a_year_and_is_good_for_another_when_its_owner_renews_it()
    {
        var clock = new SetClock(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(clock));
        var address = await MakeAsync(await app.AsAsync(Bruno));
        clock.Now += TimeSpan.FromDays(364);
        Assert.Equal(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync(address));
        clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(HttpStatusCode.NotFound, await app.AsNobody().StatusOfAsync(address));
        var bruno = await app.AsAsync(Bruno);

        using var renewed = await bruno.SubmitAsync(await bruno.OpenAsync(Reminders), "form[data-test=renew]", []);

        Assert.Equal(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync(address));
        Assert.Contains("calendar.renew", await app.ActsAsync());
    }

    [Theory]
    [InlineData("update access.person set disabled_at = now() where id = '{0}'")]
    [InlineData("update access.membership set ended_at = now() where person_id = '{0}'")]
    [InlineData("select access.end_sessions_of('{0}', 'Password')")]
    [InlineData("select access.end_sessions_of('{0}', 'SecondStep')")]
    public async Task What_ends_tokens_ends_addresses_for_good(string sql)
    {
        await using var app = await TestApp.StartAsync();
        var address = await MakeAsync(await app.AsAsync(Bruno));

        await app.ExecuteAsync(sql.Replace("{0}", Bruno.Id.ToString(), StringComparison.Ordinal));
        await app.ExecuteAsync($"update access.person set disabled_at = null where id = '{Bruno.Id}'; update access.membership set ended_at = null where person_id = '{Bruno.Id}'");

        Assert.Equal(HttpStatusCode.NotFound, await app.AsNobody().StatusOfAsync(address));
    }

    [Fact]
    public async Task Its_owner_finds_it_beside_the_tokens_and_ends_it_there_and_nobody_elses()
    {
        await using var app = await TestApp.StartAsync();
        var bruno = await app.AsAsync(Bruno);
        var address = await MakeAsync(bruno);
        var others = await MakeAsync(await app.AsAsync(Amina));
        var page = await bruno.OpenAsync("/account/tokens");

        using var ended = await bruno.SubmitAsync(page, "form[action*=EndAddress]", new() { ["address"] = Assert.Single(page.QuerySelectorAll("button[name=address]")).GetAttribute("value")! });

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await app.AsNobody().StatusOfAsync(address));
        Assert.Equal(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync(others));
    }

    [Theory]
    [InlineData("select token_hash from access.calendar_feed", null)]
    [InlineData("update access.calendar_feed set expires_at = expires_at + interval '1 day'", null)]
    [InlineData("insert into access.calendar_feed (id, person_id, country, token_hash, language, made_at, proof, renewed_at, expires_at) values (gen_random_uuid(), '{bruno}', 'XS', sha256('x'), 'en', now(), 'PasswordAndCode', now(), now() + interval '1 day')", PostgresErrorCodes.InsufficientPrivilege)]
    public async Task Nobody_sees_alters_or_makes_anothers(string sql, string? refused)
    {
        await using var app = await TestApp.StartAsync();
        await MakeAsync(await app.AsAsync(Bruno));
        await using var amina = await app.DbAsAsync(Amina);

        var fault = await Record.ExceptionAsync(async () => Assert.InRange(await amina.Database.ExecuteSqlRawAsync(sql.Replace("{bruno}", Bruno.Id.ToString(), StringComparison.Ordinal), Ct), -1, 0));

        Assert.Equal(refused, (fault as PostgresException)?.SqlState);
        Assert.Equal(refused is null, fault is null);
        await using var again = await app.DbAsAsync(Amina);
        Assert.Empty(await again.CalendarFeeds.ToListAsync(Ct));
    }

    [Fact]
    public async Task An_indicator_above_the_level_of_partners_keeps_its_name_to_itself()
    {
        await using var app = await TestApp.StartAsync();
        await app.IndicatorAsync(level: Classification.Government);
        var address = await MakeAsync(await app.AsAsync(Bruno));

        var text = await app.AsNobody().Client.GetStringAsync(address, Ct);

        Assert.Contains("SL-T1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Officers trained", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_says_who_is_late_on_one_page()
    {
        await using var app = await TestApp.StartAsync();
        await app.IndicatorAsync();

        var page = await (await app.AsAsync(Dmitri)).OpenAsync("/xs/calendar");

        var late = page.QuerySelector("[data-test=late]")!.TextContent;
        Assert.Contains("Police", late, StringComparison.Ordinal);
        Assert.Contains(Bruno.Name, late, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Jamila)).StatusOfAsync("/xs/calendar"));
    }

    private static async Task<string> MakeAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync(Reminders);
        var answer = await Visitor.ParseAsync(await visitor.SubmitAsync(page, "form[data-test=make]", []));
        return new Uri(answer.QuerySelector("[data-test=address]")!.TextContent).PathAndQuery;
    }
}
