using Cornerstone.Values;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>One known ratio on the way from one currency to another.</summary>
public abstract record RateLink
{
    public abstract decimal Apply(decimal amount);
}

/// <summary>A published rate, from its currency to the base, or the other way.</summary>
public sealed record QuoteLink(RateQuote Quote, bool FromBase) : RateLink
{
    public override decimal Apply(decimal amount) => FromBase ? amount * Quote.Units : amount / Quote.Units;
}

/// <summary>A fixed ratio between a currency and its successor, or back to the one before.</summary>
public sealed record SuccessionLink(CurrencySuccession Succession, bool Backwards) : RateLink
{
    public override decimal Apply(decimal amount) => Backwards ? amount * Succession.Units : amount / Succession.Units;
}

/// <summary>
/// An amount as it was, and as it is in another currency by the rates of its value date; without a result when a rate is
/// missing, because none is ever guessed (domain handbook §0.3). The original is never overwritten.
/// </summary>
/// <param name="Links">The rates used, in their order; none when both currencies are one.</param>
public sealed record Conversion(Money Original, DateOnly On, Currency Into, Money? Result, IReadOnlyList<RateLink> Links)
{
    /// <summary>No rate leads from one to the other on that day.</summary>
    public bool IsMissing => Result is null;

    /// <summary>Nothing had to be converted.</summary>
    public bool IsSame => Original.Currency == Into;
}

/// <summary>By what money of one year and currency was converted: what one unit came to on the days that were asked for.</summary>
/// <param name="Lowest">The same as the highest where one rate holds for the year, as an average does.</param>
/// <param name="Sources">Codes of the sources that answered, in alphabetical order.</param>
public sealed record UsedRate(int Year, Currency From, decimal Lowest, decimal Highest, int Days, IReadOnlyList<string> Sources)
{
    internal static UsedRate Of(int year, Currency from, IReadOnlyCollection<IReadOnlyList<RateLink>> days)
    {
        var rates = days.Select(links => links.Aggregate(1m, (unit, link) => link.Apply(unit))).ToList();
        var sources = days.SelectMany(links => links).OfType<QuoteLink>().Select(l => l.Quote.Source.Code).Distinct().Order(StringComparer.Ordinal);
        return new(year, from, rates.Min(), rates.Max(), rates.Count, [.. sources]);
    }
}
