using Cornerstone.Features.ExchangeRates;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.ExchangeRates;

internal static class Given
{
    public static RateSource Source(string code = "yearly", int order = 1, string unit = "USD", RateMethod method = RateMethod.Average) => new()
    {
        Country = "UN",
        Code = code,
        Name = code,
        Publisher = "Publisher",
        Method = method,
        Base = Currency.Parse(unit),
        Order = order,
    };

    public static RateQuote Rate(this RateSource source, string currency, string period, decimal units) => new(source, Currency.Parse(currency), Period.Parse(period), units);

    public static RateBook Book(params RateQuote[] quotes) => new([.. quotes.Select(q => q.Source).DistinctBy(s => s.Id).OrderBy(s => s.Order)], quotes);

    public static Money Money(decimal amount, string currency) => new(amount, Currency.Parse(currency));

    /// <summary>A country's own rate that was doubted when it came in and waits for a person: 900 francs for a dollar in 2025.</summary>
    public static (RateSource Source, ExchangeRate Rate) Doubted(string country, Guid enteredBy)
    {
        var source = new RateSource { Country = country, Code = "bank", Name = "Central bank", Publisher = "Central bank", Method = RateMethod.Average, Base = Currency.UsDollar, Order = 99 };
        var period = Period.OfYear(2025);
        return (source, new()
        {
            SourceId = source.Id,
            Country = country,
            Currency = Currency.Parse("XOF"),
            FromDay = period.From,
            UntilDay = period.Until,
            Precision = PeriodPrecision.Year,
            Units = 900m,
            Doubt = RateDoubt.Leap,
            EnteredBy = enteredBy,
            EnteredAt = DateTimeOffset.UnixEpoch,
        });
    }

    public static DateOnly Day(string day) => DateOnly.Parse(day);

    public static Conversion Convert(this RateBook book, decimal amount, string from, string day, string into) => book.Convert(Money(amount, from), Day(day), Currency.Parse(into));
}
