using System.Net;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Sheets;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.Workbooks;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.ExchangeRates;

public sealed class RatesWorkbookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rates_come_in_convert_and_the_same_file_again_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        await BringInAsync(amina, Book(("KES", "2019", 102.123456789012m), ("KES", "2020", 106m)));

        var again = await WorkbookSetting.SendAsync(amina, Book(("KES", "2019", 102.123456789012m), ("KES", "2020", 106m)), "exchange-rates", "rates.xlsx");

        Assert.Equal(("0", "0", "3", "0"), WorkbookSetting.Counts(again));
        await using var db = await app.DbAsAsync(Amina);
        var conversion = (await db.RateBookAsync("XS", Ct)).Convert(212m, "KES", "2020-05-01", "USD");
        Assert.Equal(Given.Money(2m, "USD"), conversion.Result);
        Assert.Equal(102.123456789012m, (await db.ExchangeRates.SingleAsync(r => r.FromDay == new DateOnly(2019, 1, 1), Ct)).Units);
        Assert.True((await db.RateBookAsync("XS", Ct)).Convert(212m, "KES", "2021-05-01", "USD").IsMissing);
    }

    [Fact]
    public async Task A_revised_rate_ends_the_one_before_and_both_are_kept()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        await BringInAsync(amina, Book(("KES", "2020", 106m)));

        await BringInAsync(amina, Book(("KES", "2020", 106.5m)));

        await using var db = await app.DbAsAsync(Amina);
        var rates = await db.ExchangeRates.OrderBy(r => r.Units).ToListAsync(Ct);
        Assert.Equal([(106m, false), (106.5m, true)], rates.Select(r => (r.Units, r.EndedAt is null)));
        Assert.Equal(106.5m, (await db.RateBookAsync("XS", Ct)).QuoteOf(Currency.Parse("KES"), new(2020, 5, 1))!.Units);
    }

    [Fact]
    public async Task A_rate_a_thousand_times_the_year_before_is_kept_and_not_used()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var preview = await WorkbookSetting.SendAsync(amina, Book(("KES", "2019", 102m), ("KES", "2020", 106_000m)), "exchange-rates", "rates.xlsx");
        Assert.Contains(preview.QuerySelectorAll("[data-test=finding]"), f => f.TextContent.Contains("rates.leap", StringComparison.Ordinal));

        await amina.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "GoodRows" });

        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(RateDoubt.Leap, (await db.ExchangeRates.SingleAsync(r => r.Units == 106_000m, Ct)).Doubt);
        Assert.True((await db.RateBookAsync("XS", Ct)).Convert(212m, "KES", "2020-05-01", "USD").IsMissing);
    }

    [Fact]
    public async Task What_is_no_rate_is_refused_with_its_rule()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var preview = await WorkbookSetting.SendAsync(amina, Book(("USD", "2019", 1m), ("KES", "2019", 0m), ("KES", "2999", 5m), ("K1", "2019", 5m)), "exchange-rates", "rates.xlsx");

        Assert.Equal(("1", "0", "0", "4"), WorkbookSetting.Counts(preview));
        Assert.Equal(["rates.currency", "rates.currency", "rates.period", "rates.units"],
            preview.QuerySelectorAll("[data-test=finding]").Select(f => f.QuerySelectorAll("td")[^1].TextContent.Trim()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_change_rates_takes_them_out_and_brings_none_in()
    {
        await using var app = await TestApp.StartAsync();
        var auditor = await app.AsAsync(Dmitri);

        var page = await auditor.OpenAsync("/xs/workbooks/exchange-rates");

        Assert.Null(page.QuerySelector("input[name=Sent]"));
    }

    [Fact]
    public async Task Our_own_file_changes_nothing_when_it_comes_back()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        await BringInAsync(amina, Book(("KES", "2019", 102.5m), ("VND", "2020-03", 23_000m)));

        var file = await amina.Client.GetByteArrayAsync("/xs/workbooks/exchange-rates?handler=file&filled=true", Ct);

        Assert.Equal(("0", "0", "3", "0"), WorkbookSetting.Counts(await WorkbookSetting.SendAsync(amina, file, "exchange-rates", "own.xlsx")));
    }

    private static async Task BringInAsync(Visitor visitor, byte[] file)
    {
        var preview = await WorkbookSetting.SendAsync(visitor, file, "exchange-rates", "rates.xlsx");
        var answer = await visitor.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "AllOrNothing" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static byte[] Book(params (string Currency, string Period, decimal Units)[] rates)
    {
        using var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            writer.Begin(new SheetLayout("Sources", [new("code"), new("name"), new("publisher"), new("method"), new("base"), new("order")]));
            writer.Row("bank-year", "Yearly averages", "Central bank", "Average", "USD", 10m);
            writer.Begin(new SheetLayout("Rates", [new("source"), new("currency"), new("period"), new("units", CellKind.Number)]));
            foreach (var (currency, period, units) in rates)
            {
                writer.Row("bank-year", currency, period, units);
            }
        }

        return memory.ToArray();
    }
}
