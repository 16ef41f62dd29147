using Cornerstone.Data;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportActivities;

/// <summary>
/// Amounts as they would be in one currency, each by the rate of its value date (decision 31). They stand beside the source's own
/// figure and never replace it; what no rate leads to is told, not guessed.
/// </summary>
public sealed class ReferenceMoney(RateBook rates, Currency into)
{
    private sealed record Line(Guid ActivityId, TransactionType? Type, decimal? Amount, string? Currency, DateOnly? Day);

    private ILookup<(Guid, TransactionType?), Line> lines = Enumerable.Empty<Line>().ToLookup(l => (l.ActivityId, l.Type));

    public Currency Into => into;

    /// <summary>What a reader can ask for: the dollar, and every currency with a rate.</summary>
    public IEnumerable<Currency> Choices => rates.Currencies.Append(Currency.UsDollar).DistinctBy(c => c.Code).OrderBy(c => c == Currency.UsDollar ? 0 : 1).ThenBy(c => c.Code, StringComparer.Ordinal);

    /// <param name="asked">A currency code; the dollar when it is none.</param>
    public static async Task<ReferenceMoney> OfAsync(AppDb db, string country, string? asked, CancellationToken ct) =>
        new(await db.RateBookAsync(country, ct), Currency.TryParse(asked, out var currency) ? currency : Currency.UsDollar);

    /// <summary>Makes ready to tell sums of these activities.</summary>
    public async Task LoadAsync(AppDb db, IReadOnlyCollection<Guid> activities, CancellationToken ct) =>
        lines = (await db.Transactions.AsNoTracking().Where(t => activities.Contains(t.ActivityId))
            .Select(t => new Line(t.ActivityId, t.Type, t.Amount, t.Currency, t.ValueDate ?? t.Date)).ToListAsync(ct)).ToLookup(l => (l.ActivityId, l.Type));

    /// <summary>Null where the amount, its currency or its day is not known.</summary>
    public Conversion? Of(decimal? amount, string? currency, DateOnly? day) =>
        amount is { } known && day is { } on && Currency.TryParse(currency, out var from) ? rates.Convert(new Money(known, from), on, into) : null;

    public Conversion? Of(Transaction line) => Of(line.Amount, line.Currency, line.ValuedOn);

    /// <summary>One stage of an activity; null where nothing of it is known in this currency.</summary>
    public decimal? SumOf(Guid activity, TransactionType type)
    {
        var known = Conversions(activity, type).Select(c => c?.Result).OfType<Money>().ToList();
        return known.Count == 0 ? null : known.Sum(m => m.Amount);
    }

    /// <summary>Lines of a stage that no rate leads to, or of which something is unknown.</summary>
    public int MissingIn(Guid activity, TransactionType type) => Conversions(activity, type).Count(c => c?.Result is null);

    /// <summary>Beside the sums in their own currencies; nothing where they are in this one already.</summary>
    public IEnumerable<string> SumsOf(Text T, Guid activity, TransactionType type)
    {
        if (lines[(activity, type)].All(l => l.Currency == into.Code))
        {
            yield break;
        }

        if (SumOf(activity, type) is { } sum)
        {
            yield return T["= {0}", T.AmountOf(sum, into.Code)];
        }

        if (MissingIn(activity, type) is > 0 and var missing)
        {
            yield return T.Plural(missing, "{0} without a rate", "{0} without a rate");
        }
    }

    private IEnumerable<Conversion?> Conversions(Guid activity, TransactionType type) => lines[(activity, type)].Select(l => Of(l.Amount, l.Currency, l.Day));
}
