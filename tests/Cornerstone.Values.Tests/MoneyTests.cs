namespace Cornerstone.Values.Tests;

public sealed class MoneyTests
{
    private static readonly Currency Usd = Currency.Parse("USD");
    private static readonly Currency Eur = Currency.Parse("EUR");

    [Fact]
    public void Amounts_of_one_currency_add_up_to_the_cent()
    {
        var sum = Money.Sum([new(0.1m, Usd), new(0.2m, Usd), new(1_000_000_000.01m, Usd)]);

        Assert.Equal(new Money(1_000_000_000.31m, Usd), sum);
    }

    [Fact]
    public void Two_currencies_are_never_reckoned_together()
    {
        var (dollars, euros) = (new Money(1m, Usd), new Money(1m, Eur));

        Assert.Throws<CurrencyMismatchException>(() => dollars + euros);
        Assert.Throws<CurrencyMismatchException>(() => dollars < euros);
        Assert.Throws<CurrencyMismatchException>(() => Percentage.Of(dollars, euros));
        Assert.Equal([new(2m, Eur), new(3m, Usd)], Money.SumByCurrency([new(3m, Usd), euros, euros]));
    }

    [Fact]
    public void The_sum_of_no_amounts_is_unknown_and_not_zero()
    {
        Assert.Null(Money.Sum([]));
        Assert.Equal(Money.Zero(Usd), Money.Sum([Money.Zero(Usd)]));
    }

    [Theory]
    [InlineData(" usd ", "USD")]
    [InlineData("XOF", "XOF")]
    public void A_currency_is_read_as_people_type_it(string typed, string code)
    {
        Assert.True(Currency.TryParse(typed, out var currency));
        Assert.Equal(code, currency.Code);
    }

    [Theory]
    [InlineData("US")]
    [InlineData("US1")]
    [InlineData("دول")]
    [InlineData(null)]
    public void What_is_not_three_latin_letters_is_no_currency(string? typed) => Assert.False(Currency.TryParse(typed, out _));
}
