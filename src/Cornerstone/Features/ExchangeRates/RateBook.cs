using System.Collections.Concurrent;
using Cornerstone.Values;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>
/// All rates a country uses. An amount is converted by the rate whose period holds its value date: of several sources the
/// first in order that has one, of one source the shortest period. Where no rate leads straight there, it goes by way of a base
/// currency, and a currency that was replaced goes by the fixed ratio to the other; nothing is taken from another period.
/// Decision 31 says why.
/// </summary>
public sealed class RateBook
{
    // The law of the euro's conversions, and what people expect of a cent: a half goes up (Council Regulation (EC) No 1103/97, article 5).
    private const MidpointRounding Half = MidpointRounding.AwayFromZero;

    // Large enough that two rates which differ anywhere differ here.
    private const decimal Probe = 1_000_000_000_000m;

    private readonly Dictionary<Currency, List<Run>> runs;
    private readonly ILookup<Currency, CurrencySuccession> byOld;
    private readonly ILookup<Currency, CurrencySuccession> byNew;
    // Many may ask at a time: a book is kept with the ledger it converts.
    private readonly ConcurrentDictionary<(Currency From, Currency Into, DateOnly On), IReadOnlyList<RateLink>?> known = [];

    /// <param name="sources">In the order in which they are asked.</param>
    public RateBook(IReadOnlyList<RateSource> sources, IEnumerable<RateQuote> quotes, IReadOnlyList<CurrencySuccession>? successions = null)
    {
        var order = sources.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        runs = quotes.Where(q => order.ContainsKey(q.Source.Id) && q.Units > 0)
            .GroupBy(q => q.Currency)
            .ToDictionary(g => g.Key, g => g.GroupBy(q => (Order: order[q.Source.Id], Precision: LengthOf(q.Period)))
                .OrderBy(r => r.Key.Order).ThenBy(r => r.Key.Precision)
                .Select(r => new Run([.. r.OrderBy(q => q.Period.From)])).ToList());
        byOld = (successions ?? CurrencySuccession.All).ToLookup(s => s.Old);
        byNew = (successions ?? CurrencySuccession.All).ToLookup(s => s.New);
    }

    public IEnumerable<Currency> Currencies => runs.Keys;

    public Conversion Convert(Money amount, DateOnly day, Currency into)
    {
        var links = LinksBetween(amount.Currency, into, day);
        var result = links is null ? null : links.Count == 0 ? amount : new Money(decimal.Round(links.Aggregate(amount.Amount, (a, link) => link.Apply(a)), 2, Half), into);
        return new(amount, day, into, result, links ?? []);
    }

    /// <summary>The rate of a currency against any base on a day, by the order of sources; null when there is none.</summary>
    public RateQuote? QuoteOf(Currency currency, DateOnly day) => Quotes(currency, day).FirstOrDefault();

    /// <summary>Whether whatever was converted by this book would come to the same by the other one.</summary>
    public bool AnswersAs(RateBook other) => known.All(asked => (asked.Value, other.LinksBetween(asked.Key.From, asked.Key.Into, asked.Key.On)) switch
    {
        (null, null) => true,
        ({ } these, { } those) => these.Aggregate(Probe, (a, link) => link.Apply(a)) == those.Aggregate(Probe, (a, link) => link.Apply(a)),
        _ => false,
    });

    /// <summary>What was used so far to convert into a currency, year by year.</summary>
    public IReadOnlyList<UsedRate> Used(Currency into) =>
    [
        .. known.Where(k => k.Key.Into == into && k.Key.From != into && k.Value is not null)
            .GroupBy(k => (k.Key.On.Year, k.Key.From), k => k.Value!).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.From.Code, StringComparer.Ordinal)
            .Select(g => UsedRate.Of(g.Key.Year, g.Key.From, [.. g])),
    ];

    private IReadOnlyList<RateLink>? LinksBetween(Currency from, Currency into, DateOnly day) => known.GetOrAdd((from, into, day), k => Find(k.From, k.Into, k.On));

    // The same money in other units is tried after the currency itself, and fewer rates before more.
    private List<RateLink>? Find(Currency from, Currency into, DateOnly day)
    {
        foreach (var (start, before) in SameMoney(from, day))
        {
            foreach (var (end, after) in SameMoney(into, day))
            {
                if (Rates(start, end, day) is { } rates)
                {
                    return [.. before, .. rates, .. after.Reverse().Select(s => s with { Backwards = !s.Backwards })];
                }
            }
        }

        return null;
    }

    private List<RateLink>? Rates(Currency from, Currency into, DateOnly day)
    {
        if (from == into)
        {
            return [];
        }

        var (outward, inward) = (Quotes(from, day).ToList(), Quotes(into, day).ToList());
        if (outward.Find(q => q.Base == into) is { } straight)
        {
            return [new QuoteLink(straight, FromBase: false)];
        }

        if (inward.Find(q => q.Base == from) is { } back)
        {
            return [new QuoteLink(back, FromBase: true)];
        }

        return ByOneBase(outward, inward) ?? ByTwoBases(outward, inward, day);
    }

    // Both rates of one source are better than rates of two, so a source that has both goes first.
    private static List<RateLink>? ByOneBase(List<RateQuote> outward, List<RateQuote> inward)
    {
        var pairs = from a in outward from b in inward where a.Base == b.Base orderby a.Source.Id == b.Source.Id ? 0 : 1 select (a, b);
        return pairs.Select(p => new List<RateLink> { new QuoteLink(p.a, FromBase: false), new QuoteLink(p.b, FromBase: true) }).FirstOrDefault();
    }

    private List<RateLink>? ByTwoBases(List<RateQuote> outward, List<RateQuote> inward, DateOnly day)
    {
        var triples =
            from a in outward
            from b in inward
            let between = Between(a.Base, b.Base, day)
            where between is not null
            select new List<RateLink> { new QuoteLink(a, FromBase: false), between, new QuoteLink(b, FromBase: true) };
        return triples.FirstOrDefault();
    }

    private QuoteLink? Between(Currency first, Currency second, DateOnly day) =>
        Quotes(first, day).FirstOrDefault(q => q.Base == second) is { } down ? new(down, FromBase: false)
        : Quotes(second, day).FirstOrDefault(q => q.Base == first) is { } up ? new(up, FromBase: true)
        : null;

    private IEnumerable<RateQuote> Quotes(Currency currency, DateOnly day) =>
        runs.GetValueOrDefault(currency, []).Select(r => r.On(day)).OfType<RateQuote>();

    private IEnumerable<(Currency Currency, IReadOnlyList<SuccessionLink> Links)> SameMoney(Currency currency, DateOnly day)
    {
        yield return (currency, []);
        foreach (var successor in Walk(currency, day, byOld, s => s.New, backwards: false).Concat(Walk(currency, day, byNew, s => s.Old, backwards: true)))
        {
            yield return successor;
        }
    }

    private static IEnumerable<(Currency Currency, IReadOnlyList<SuccessionLink> Links)> Walk(
        Currency start, DateOnly day, ILookup<Currency, CurrencySuccession> steps, Func<CurrencySuccession, Currency> end, bool backwards)
    {
        var (at, links) = (start, new List<SuccessionLink>());
        while (steps[at].FirstOrDefault(s => s.Kind == SuccessionKind.Unit || (!backwards && day >= s.Day)) is { } step)
        {
            (at, links) = (end(step), [.. links, new SuccessionLink(step, backwards)]);
            yield return (at, links);
        }
    }

    // A day before a month, a month before a year: rates in force for some weeks lie between.
    private static PeriodPrecision LengthOf(Period period) => period.Days switch
    {
        1 => PeriodPrecision.Day,
        <= 31 => PeriodPrecision.Month,
        <= 92 => PeriodPrecision.Quarter,
        _ => PeriodPrecision.Year,
    };

    /// <summary>The rates of one source for one currency and one length of period, in order of time.</summary>
    private sealed class Run(RateQuote[] quotes)
    {
        private readonly DateOnly[] starts = [.. quotes.Select(q => q.Period.From)];

        public RateQuote? On(DateOnly day)
        {
            var found = Array.BinarySearch(starts, day);
            var last = found >= 0 ? found : ~found - 1;
            return last >= 0 && quotes[last].Period.Contains(day) ? quotes[last] : null;
        }
    }
}
