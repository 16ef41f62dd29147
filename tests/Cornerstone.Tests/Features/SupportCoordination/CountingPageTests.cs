using System.Diagnostics;
using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportCoordination;

/// <summary>What a page of the ledger says while it is counted.</summary>
public sealed class CountingPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/xs/support/ledger")]
    [InlineData("/xs/support/explorer")]
    [InlineData("/xs/support/gaps")]
    [InlineData("/xs/support/overview?currency=USD")]
    [InlineData("/xs/support/ledger/rows?view=Funding")]
    public async Task A_page_says_what_is_counted_and_asks_again_by_itself(string path)
    {
        await using var app = await CountingAsync();
        var amina = await app.AsAsync(Amina);

        var answer = await amina.Client.GetAsync(path, Ct);
        var page = await amina.OpenAsync(path, HttpStatusCode.ServiceUnavailable);

        Assert.Equal(("30", "30"), (answer.Headers.GetValues("Retry-After").Single(), answer.Headers.GetValues("Refresh").Single()));
        Assert.Equal("The ledger is being counted", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("USD", page.QuerySelector("[data-test=counting]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not known yet", page.QuerySelector("[data-test=counting]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);
        Assert.Empty(page.QuerySelectorAll("script:not([src])"));
    }

    [Fact]
    public async Task A_program_is_told_when_to_ask_again()
    {
        await using var app = await CountingAsync();

        var answer = await (await app.AsAsync(Amina)).Client.GetAsync("/api/xs/support/ledger", Ct);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "30"), (answer.StatusCode, answer.Headers.GetValues("Retry-After").Single()));
        Assert.Contains("\"counted\":0", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public void How_long_the_rest_takes_is_told_by_what_was_done_and_not_before()
    {
        var minuteAgo = Stopwatch.GetTimestamp() - (60 * Stopwatch.Frequency);

        Assert.Null(new LedgerProgress("XS", Currency.UsDollar, 0, null).Left);
        Assert.Null(new LedgerProgress("XS", Currency.UsDollar, 1, 100) { Began = minuteAgo }.Left);
        Assert.Equal(3, new LedgerProgress("XS", Currency.UsDollar, 25, 100) { Began = minuteAgo }.Left!.Value.TotalMinutes, 0.1);
    }

    // It never comes to an end, and nobody waits for it.
    private static Task<TestApp> CountingAsync() => TestApp.StartAsync(adjust: b =>
        b.Services.AddSingleton(new LedgerMemory(long.MaxValue, _ => new TaskCompletionSource<AppDb>().Task, TimeSpan.Zero)));
}
