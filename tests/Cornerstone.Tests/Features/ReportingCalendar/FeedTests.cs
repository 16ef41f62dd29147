using System.Net;
using Cornerstone.Tests.Features.IndicatorValues;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
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
