using Cornerstone.Values;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>One published rate: for one unit of the source's base currency so many units of this one, over this period.</summary>
public sealed record RateQuote(RateSource Source, Currency Currency, Period Period, decimal Units)
{
    public Currency Base => Source.Base;
}
