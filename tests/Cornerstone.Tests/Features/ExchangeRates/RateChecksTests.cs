using Cornerstone.Features.ExchangeRates;
using static Cornerstone.Tests.Features.ExchangeRates.Given;

namespace Cornerstone.Tests.Features.ExchangeRates;

public sealed class RateChecksTests
{
    private static readonly RateSource Yearly = Source("yearly", 2);
    private static readonly RateBounds Bounds = new();

    [Fact]
    public void A_rate_like_the_year_before_is_not_doubted() =>
        Assert.Null(RateChecks.Judge(Yearly.Rate("KES", "2020", 106m), Yearly.Rate("KES", "2019", 102m), Book(), Bounds));

    [Fact]
    public void A_rate_in_thousands_of_the_year_before_is_doubted() =>
        Assert.Equal(RateDoubt.Leap, RateChecks.Judge(Yearly.Rate("KES", "2020", 106_000m), Yearly.Rate("KES", "2019", 102m), Book(), Bounds));

    [Fact]
    public void A_month_may_leap_less_than_a_year()
    {
        Assert.Equal(RateDoubt.Leap, RateChecks.Judge(Yearly.Rate("KES", "2020-02", 400m), Yearly.Rate("KES", "2020-01", 102m), Book(), Bounds));
        Assert.Null(RateChecks.Judge(Yearly.Rate("KES", "2020", 400m), Yearly.Rate("KES", "2019", 102m), Book(), Bounds));
    }

    [Fact]
    public void A_currency_before_its_first_day_and_in_its_first_year_is_doubted()
    {
        Assert.Equal(RateDoubt.BeforeTheCurrency, RateChecks.Judge(Yearly.Rate("ZWG", "2023", 3_509m), null, Book(), Bounds));
        Assert.Equal(RateDoubt.CurrencyChanged, RateChecks.Judge(Yearly.Rate("ZWG", "2024", 3_266m), null, Book(), Bounds));
        Assert.Null(RateChecks.Judge(Yearly.Rate("ZWG", "2025", 27m), null, Book(), Bounds));
    }

    [Fact]
    public void What_another_source_says_of_the_same_year_is_compared_in_the_same_unit()
    {
        var others = Book(Source("other", 1).Rate("MRO", "2016", 352m));

        Assert.Equal(RateDoubt.OtherSources, RateChecks.Judge(Yearly.Rate("MRO", "2016", 35.2m), null, others, Bounds));
        Assert.Null(RateChecks.Judge(Yearly.Rate("MRO", "2016", 350m), null, others, Bounds));
        Assert.Equal(35.2m, RateChecks.Other(Yearly.Rate("MRU", "2016", 1m), others));
    }

    [Fact]
    public void A_year_is_not_compared_with_a_month() =>
        Assert.Null(RateChecks.Judge(Yearly.Rate("KES", "2020", 106m), null, Book(Source("other", 1).Rate("KES", "2020-07", 300m)), Bounds));
}
