using Cornerstone.Values;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>Why a rate is kept but not used until a person has looked at it.</summary>
public enum RateDoubt
{
    /// <summary>It is written under a currency that did not exist then: in its unit, or in the unit of the one before?</summary>
    BeforeTheCurrency,

    /// <summary>The currency was replaced within the period: of days in two units no mean can be trusted.</summary>
    CurrencyChanged,

    /// <summary>It is far from the rate of the period before.</summary>
    Leap,

    /// <summary>It is far from what another source says of the same period.</summary>
    OtherSources,
}

/// <summary>How far rates may lie apart before somebody is asked. A multiple: 10 means ten times as much or a tenth.</summary>
public sealed record RateBounds
{
    public decimal BetweenYears { get; init; } = 10m;

    public decimal BetweenShorterPeriods { get; init; } = 3m;

    public decimal BetweenSources { get; init; } = 1.5m;
}

/// <summary>
/// Bounds that catch a rate in the wrong unit before it turns six million into ten billion. A doubt keeps a rate from being
/// used, not from being kept: inflation can be that fast, and then a person says so.
/// </summary>
public static class RateChecks
{
    /// <param name="before">The rate of the same source for the period before; null when there is none.</param>
    /// <param name="others">Rates of other sources that nobody doubts.</param>
    public static RateDoubt? Judge(RateQuote rate, RateQuote? before, RateBook others, RateBounds bounds, IReadOnlyList<CurrencySuccession>? successions = null)
    {
        var beginnings = (successions ?? CurrencySuccession.All).Where(s => s.New == rate.Currency).ToList();
        var beginning = beginnings.Count == 0 ? (DateOnly?)null : beginnings.Min(s => s.Day);
        return beginning switch
        {
            { } day when rate.Period.Until < day => RateDoubt.BeforeTheCurrency,
            { } day when rate.Period.From < day => RateDoubt.CurrencyChanged,
            _ when before is not null && IsFar(rate.Units, before.Units, Bound(rate.Period, bounds)) => RateDoubt.Leap,
            _ when Other(rate, others) is { } other && IsFar(rate.Units, other, bounds.BetweenSources) => RateDoubt.OtherSources,
            _ => null,
        };
    }

    /// <summary>Units of the same currency for one of the same base, by rates for a period of the same length; null when none says.</summary>
    public static decimal? Other(RateQuote rate, RateBook others)
    {
        var middle = rate.Period.From.AddDays(rate.Period.Days / 2);
        // A large sum, so that the cents of the answer are digits of the rate.
        const decimal Sum = 1_000_000_000m;
        var said = others.Convert(new(Sum, rate.Base), middle, rate.Currency);
        return said.Result is { Amount: > 0 } found && said.Links.OfType<QuoteLink>().All(l => l.Quote.Period.Precision == rate.Period.Precision)
            ? found.Amount / Sum : null;
    }

    /// <summary>A leap of thousands in a year is a currency in the wrong unit, or the worst inflation there is.</summary>
    private static decimal Bound(Period period, RateBounds bounds) => period.Precision == PeriodPrecision.Year ? bounds.BetweenYears : bounds.BetweenShorterPeriods;

    private static bool IsFar(decimal one, decimal other, decimal times) => one > other * times || other > one * times;
}
