using Cornerstone.Data;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportActivities;

public sealed class ReferenceMoneyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_amount_stands_in_the_asked_currency_by_the_rate_of_its_value_date_which_is_named()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        await GiveRateAsync(app, "EUR", 2025, 0.5m);
        var amina = await app.AsAsync(Amina);

        var list = (await amina.OpenAsync("/xs/support?currency=USD")).QuerySelector("[data-test=activities] tbody tr")!;
        Assert.Contains("= 2,000,000 USD", list.QuerySelector("[data-label=Committed]")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var lines = (await amina.OpenAsync($"/xs/support/{await BorderAsync(app)}")).QuerySelectorAll("[data-test=transactions] tbody tr");
        Assert.Contains("= 500,001.10 USD", lines[1].TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("0.5 EUR for 1 USD in 2025 (Average of the period, Bank of Solenia)", lines[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_rate_is_said_and_nothing_is_put_in_its_place()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        await GiveRateAsync(app, "EUR", 2024, 0.5m);
        var amina = await app.AsAsync(Amina);

        var paid = (await amina.OpenAsync("/xs/support")).QuerySelector("[data-test=activities] [data-label='Paid out']")!.TextContent.Replace('\u00A0', ' ');
        Assert.Contains("= -50,000 USD", paid, StringComparison.Ordinal);
        Assert.Contains("1 without a rate", paid, StringComparison.Ordinal);
        Assert.Contains("No rate leads from EUR to USD on this day.", (await amina.OpenAsync($"/xs/support/{await BorderAsync(app)}")).QuerySelector("[data-test=transactions]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("component=JUS", 1)]
    [InlineData("component=POL", 0)]
    [InlineData("year=2025", 1)]
    [InlineData("year=2024", 0)]
    public async Task The_list_is_narrowed_to_a_component_and_to_a_year(string query, int expected)
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/support?{query}");

        Assert.Equal(expected, page.QuerySelectorAll("[data-test=activities] tbody tr").Length);
    }

    [Fact]
    public async Task Shares_of_components_are_those_the_source_declared_and_the_rest_is_not_declared()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));

        var shares = (await (await app.AsAsync(Amina)).OpenAsync($"/xs/support/{await BorderAsync(app)}")).QuerySelectorAll("[data-test=components] div").Select(d => d.TextContent.Trim());

        Assert.Equal(["Justice 40 %", "not declared 60 %"], shares.Select(s => s.Replace("40%", "40 %", StringComparison.Ordinal).Replace("60%", "60 %", StringComparison.Ordinal).Replace('\u00A0', ' ')));
    }

    private static async Task<Guid> BorderAsync(TestApp app)
    {
        await using var db = await app.AminaAsync();
        return await db.Activities.Where(a => a.Identifier == "XM-EX-1-BORDER").Select(a => a.Id).SingleAsync(Ct);
    }

    private static async Task GiveRateAsync(TestApp app, string currency, int year, decimal units)
    {
        await using var db = await app.AminaAsync();
        var bank = new RateSource { Country = "XS", Classification = Classification.Public, Code = "bank", Name = "Rates", Publisher = "Bank of Solenia", Method = RateMethod.Average, Base = Currency.UsDollar, Order = 1 };
        var period = Period.OfYear(year);
        db.AddRange(bank, new ExchangeRate
        {
            SourceId = bank.Id,
            Country = "XS",
            Classification = Classification.Public,
            Currency = Currency.Parse(currency, null),
            FromDay = period.From,
            UntilDay = period.Until,
            Precision = period.Precision,
            Units = units,
            EnteredBy = Amina.Id,
            EnteredAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveAsync(new Act("rates.test", "XS", DateTimeOffset.UnixEpoch), Ct);
    }
}
