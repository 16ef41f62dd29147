using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.SupportOverview;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.SupportOverview;

public sealed class SilenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_never_says_when_stands_before_the_longest_silence_and_what_ended_is_not_under_way()
    {
        string Of(string partner, int number, string status, string told) => $"""
            <iati-activity default-currency="USD"{told}><iati-identifier>{partner}-{number}</iati-identifier><reporting-org ref="{partner}" type="10"><narrative>Partner {partner}</narrative></reporting-org>
              <activity-status code="{status}"/><recipient-country code="XS"/></iati-activity>
            """;
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(Of("Early", 1, "2", " last-updated-datetime=\"2024-01-01T00:00:00Z\""), Of("Early", 2, "4", " last-updated-datetime=\"2023-01-01T00:00:00Z\""), Of("Late", 1, "2", " last-updated-datetime=\"2025-12-31T00:00:00Z\""), Of("Never", 1, "3", "")));

        await using var db = await app.DbAsAsync(People.Amina);
        using var memory = new LedgerMemory();
        var ledger = await memory.OfAsync(db, "XS", Currency.UsDollar, Ct);
        var silent = Silence.In(ledger, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(
            [("Partner Never", 1, 1, null), ("Partner Early", 2, 1, 731), ("Partner Late", 1, 1, (int?)1)],
            silent.Select(s => (ledger.Partners.Of(s.Partner)!.Names.In("en"), s.Activities, s.Running, s.Days)));
    }
}
