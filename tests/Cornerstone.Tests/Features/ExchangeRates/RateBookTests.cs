using Cornerstone.Features.ExchangeRates;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.ExchangeRates.Given;

namespace Cornerstone.Tests.Features.ExchangeRates;

public sealed class RateBookTests
{
    private static readonly RateSource Yearly = Source("yearly", 2);
    private static readonly RateSource Monthly = Source("monthly", 1);

    [Fact]
    public void An_amount_is_converted_by_the_rate_whose_period_holds_its_value_date()
    {
        var book = Book(Yearly.Rate("KES", "2019", 102m), Yearly.Rate("KES", "2020", 106m));

        var conversion = book.Convert(212m, "KES", "2020-12-31", "USD");

        Assert.Equal(Money(2m, "USD"), conversion.Result);
        var link = Assert.IsType<QuoteLink>(Assert.Single(conversion.Links));
        Assert.Equal("2020", link.Quote.Period.ToString());
        Assert.Equal("yearly", link.Quote.Source.Code);
    }

    [Fact]
    public void A_rate_that_is_missing_is_missing_and_never_taken_from_another_year()
    {
        var book = Book(Yearly.Rate("KES", "2019", 102m), Yearly.Rate("KES", "2021", 109m));

        var conversion = book.Convert(212m, "KES", "2020-06-30", "USD");

        Assert.True(conversion.IsMissing);
        Assert.Null(conversion.Result);
        Assert.Equal(Money(212m, "KES"), conversion.Original);
    }

    [Fact]
    public void An_amount_in_the_wanted_currency_stays_to_the_last_digit()
    {
        var conversion = Book().Convert(10.1234m, "USD", "2020-06-30", "USD");

        Assert.True(conversion.IsSame);
        Assert.Equal(Money(10.1234m, "USD"), conversion.Result);
    }

    [Fact]
    public void The_first_source_in_order_that_has_a_rate_answers()
    {
        var book = Book(Yearly.Rate("KES", "2020", 106m), Monthly.Rate("KES", "2020-03", 100m));

        Assert.Equal(2.00m, book.Convert(200m, "KES", "2020-03-15", "USD").Result!.Amount);
        Assert.Equal(1.89m, book.Convert(200m, "KES", "2020-04-15", "USD").Result!.Amount);
    }

    [Fact]
    public void Of_one_source_the_shortest_period_answers()
    {
        var book = Book(Yearly.Rate("KES", "2020", 106m), Yearly.Rate("KES", "2020-03", 100m), Yearly.Rate("KES", "2020-03-09", 99m));

        Assert.Equal(99m, book.QuoteOf(Currency.Parse("KES"), Day("2020-03-09"))!.Units);
        Assert.Equal(100m, book.QuoteOf(Currency.Parse("KES"), Day("2020-03-10"))!.Units);
        Assert.Equal(106m, book.QuoteOf(Currency.Parse("KES"), Day("2020-05-10"))!.Units);
    }

    [Fact]
    public void Two_currencies_meet_by_way_of_their_base_and_both_rates_are_told()
    {
        var book = Book(Yearly.Rate("KES", "2020", 106m), Yearly.Rate("EUR", "2020", 0.8m));

        var conversion = book.Convert(10_600m, "KES", "2020-02-01", "EUR");

        Assert.Equal(Money(80m, "EUR"), conversion.Result);
        Assert.Equal(["KES", "EUR"], conversion.Links.Cast<QuoteLink>().Select(l => l.Quote.Currency.Code));
    }

    [Fact]
    public void A_source_that_has_both_rates_goes_before_one_of_each()
    {
        var book = Book(Monthly.Rate("KES", "2020-02", 100m), Yearly.Rate("KES", "2020", 106m), Yearly.Rate("EUR", "2020", 0.8m));

        var conversion = book.Convert(10_600m, "KES", "2020-02-01", "EUR");

        Assert.Equal(80m, conversion.Result!.Amount);
        Assert.All(conversion.Links.Cast<QuoteLink>(), l => Assert.Equal("yearly", l.Quote.Source.Code));
    }

    [Fact]
    public void Sources_with_different_bases_meet_where_a_rate_joins_the_bases()
    {
        var european = Source("european", 3, "EUR");
        var book = Book(european.Rate("KES", "2020", 125m), Yearly.Rate("EUR", "2020", 0.8m), Yearly.Rate("XOF", "2020", 600m));

        var conversion = book.Convert(125m, "KES", "2020-02-01", "XOF");

        Assert.Equal(750m, conversion.Result!.Amount);
        Assert.Equal(3, conversion.Links.Count);
    }

    [Theory]
    [InlineData("SLL", "2023-05-01", 2_000_000, 100)] // Old leones reported after three zeros were cut.
    [InlineData("SLE", "2023-05-01", 2_000, 100)]
    public void A_currency_whose_unit_changed_goes_by_the_ratio_to_the_unit_that_has_a_rate(string currency, string day, int amount, int dollars)
    {
        var book = Book(Yearly.Rate("SLE", "2023", 20m));

        Assert.Equal(dollars, book.Convert(amount, currency, day, "USD").Result!.Amount);
    }

    [Fact]
    public void A_code_that_came_later_is_understood_by_the_rate_of_the_one_before()
    {
        var book = Book(Yearly.Rate("SLL", "2014", 4_500m));

        var conversion = book.Convert(9_000m, "SLE", "2014-05-01", "USD");

        Assert.Equal(2_000m, conversion.Result!.Amount);
        Assert.Contains("Sierra Leone", Assert.Single(conversion.Links.OfType<SuccessionLink>()).Succession.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_changes_of_unit_follow_one_another()
    {
        var book = Book(Yearly.Rate("VED", "2023", 30m));

        Assert.Equal(1m, book.Convert(30m * 1_000_000m * 100_000m, "VEF", "2023-05-01", "USD").Result!.Amount);
    }

    [Fact]
    public void Money_given_up_for_the_euro_goes_by_its_fixed_ratio_from_the_day_on_and_not_before()
    {
        var book = Book(Yearly.Rate("EUR", "2005", 0.8m), Yearly.Rate("EUR", "1998", 0.9m));

        Assert.Equal(1_250m, book.Convert(1_955.83m, "DEM", "2005-03-01", "USD").Result!.Amount);
        Assert.True(book.Convert(1_955.83m, "DEM", "1998-03-01", "USD").IsMissing);
    }

    [Fact]
    public void A_sum_may_be_told_in_money_that_is_no_more()
    {
        var book = Book(Yearly.Rate("EUR", "2005", 0.8m));

        Assert.Equal(1_955.83m, book.Convert(1_250m, "USD", "2005-03-01", "DEM").Result!.Amount);
    }

    [Fact]
    public void A_refund_keeps_its_sign_and_is_rounded_as_the_payment_was()
    {
        var book = Book(Yearly.Rate("KES", "2020", 8m));

        Assert.Equal(0.13m, book.Convert(1m, "KES", "2020-06-01", "USD").Result!.Amount);
        Assert.Equal(-0.13m, book.Convert(-1m, "KES", "2020-06-01", "USD").Result!.Amount);
    }

    [Fact]
    public void Each_succession_names_its_source_and_leads_on()
    {
        Assert.True(CurrencySuccession.All.Count > 45);
        Assert.All(CurrencySuccession.All, s => Assert.True(s.Units > 0 && s.Source.Length > 10 && s.Old != s.New));
        // One successor each, and no circle: the walk from one to the next ends.
        Assert.Equal(CurrencySuccession.All.Count, CurrencySuccession.All.Select(s => s.Old).Distinct().Count());
        Assert.All(CurrencySuccession.All, s => Assert.DoesNotContain(CurrencySuccession.All, o => o.New == s.Old && o.Day >= s.Day));
    }

    [Fact]
    public void What_was_used_is_told_for_each_year_and_currency_with_its_bounds_and_sources()
    {
        var (yearly, monthly) = (Source("yearly", 2), Source("monthly", 1));
        var book = Book(yearly.Rate("KES", "2020", 100m), monthly.Rate("KES", "2020-03", 80m), yearly.Rate("KES", "2021", 50m), yearly.Rate("XOF", "2021", 500m));
        book.Convert(1m, "KES", "2020-03-01", "USD");
        book.Convert(7m, "KES", "2020-03-01", "USD");
        book.Convert(1m, "KES", "2020-06-01", "USD");
        book.Convert(1m, "KES", "2021-06-01", "USD");
        book.Convert(1m, "KES", "2019-06-01", "USD");
        book.Convert(1m, "USD", "2020-06-01", "USD");
        book.Convert(1m, "USD", "2021-06-01", "XOF");

        var used = book.Used(Currency.UsDollar);

        Assert.Equal([(2020, "KES", 0.01m, 0.0125m, 2), (2021, "KES", 0.02m, 0.02m, 1)], used.Select(u => (u.Year, u.From.Code, u.Lowest, u.Highest, u.Days)));
        Assert.Equal(["monthly", "yearly"], used[0].Sources);
    }
}
