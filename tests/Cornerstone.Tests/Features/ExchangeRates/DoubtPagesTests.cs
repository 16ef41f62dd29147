using System.Net;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.ExchangeRates;

public sealed class DoubtPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_doubted_rate_is_used_once_a_person_says_why_it_is_right_and_no_more_when_another_finds_it_wrong()
    {
        await using var app = await TestApp.StartAsync();
        var id = await DoubtedAsync(app);
        var amina = await app.AsAsync(Amina);
        Assert.Equal(0, await UsedAsync(app));

        var list = await amina.OpenAsync("/xs/rates/doubted");
        Assert.Contains("Far from the rate of the period before", list.QuerySelector("[data-test=rates]")!.TextContent, StringComparison.Ordinal);
        var page = await amina.OpenAsync($"/xs/rates/doubted/{id}");
        var accepted = await amina.SubmitAsync(page, "form[data-test=decide]", new() { ["Decision"] = "Accept", ["Reason"] = "The central bank devalued in March." });

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(1, await UsedAsync(app));
        Assert.Contains(DoubtPage.ActName, await app.ActsAsync());
        var decided = await amina.OpenAsync("/xs/rates/doubted?decided=true");
        Assert.Contains("Accepted", decided.QuerySelector("[data-test=rates]")!.TextContent, StringComparison.Ordinal);

        await amina.SubmitAsync(await amina.OpenAsync($"/xs/rates/doubted/{id}"), "form[data-test=decide]", new() { ["Decision"] = "Refuse", ["Reason"] = "It stands in the old unit." });

        Assert.Equal(0, await UsedAsync(app));
        Assert.Contains("It stands in the old unit.", (await amina.OpenAsync($"/xs/rates/doubted/{id}")).QuerySelector("[data-test=decision]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_without_a_reason_or_without_the_right_and_a_missing_rate_is_not_there()
    {
        await using var app = await TestApp.StartAsync();
        var id = await DoubtedAsync(app);
        var amina = await app.AsAsync(Amina);

        var silent = await amina.SubmitAsync(await amina.OpenAsync($"/xs/rates/doubted/{id}"), "form[data-test=decide]", new() { ["Decision"] = "Accept", ["Reason"] = "" });
        var elif = await (await app.AsAsync(Elif)).OpenAsync($"/xs/rates/doubted/{id}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Null(elif.QuerySelector("form[data-test=decide]"));
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/rates/doubted/{Guid.CreateVersion7()}"));
        Assert.Equal(0, await UsedAsync(app));
    }

    private static async Task<int> UsedAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        return (await db.UsableQuotesAsync("XS", Ct)).Count(q => q.Units == 900m);
    }

    private static async Task<Guid> DoubtedAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        var (source, rate) = Given.Doubted("XS", Amina.Id);
        db.AddRange(source, rate);
        await db.SaveAsync(new("rates.test", "XS", DateTimeOffset.UnixEpoch), Ct);
        return rate.Id;
    }
}
