using System.Collections.Concurrent;
using Cornerstone.Data;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Regions;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>
/// All activities and money of a country as this reader may see them, in one currency, ready to be counted. Kept for readers who see
/// the same (<see cref="LedgerMemory"/>): nothing in it is changed but what is counted once, and any number may ask at a time.
/// </summary>
public sealed class KnownMoney
{
    private readonly ConcurrentDictionary<MoneyStage, Lazy<LedgerCount>> counts = [];
    private readonly ConcurrentDictionary<(LedgerView, MoneyStage), Lazy<IReadOnlyList<LedgerRow>>> rows = [];
    private readonly ConcurrentDictionary<Guid, (string? Component, decimal Part)[]> components = [];
    private readonly KnownRegions regions;
    private readonly IReadOnlyDictionary<Guid, Guid> sameAs;
    private readonly Dictionary<Guid, Transaction> transactionsById;
    private readonly string country;

    internal KnownMoney(string country, Currency currency, RateBook rates, PartnerIndex partners, IReadOnlyList<Activity> activities, IReadOnlyList<Transaction> transactions, IReadOnlyList<RegionName> regions, IReadOnlyDictionary<Guid, Guid>? sameAs = null)
    {
        (this.country, Currency, Rates, Partners, Transactions) = (country, currency, rates, partners, transactions);
        Activities = activities.ToDictionary(a => a.Id);
        transactionsById = transactions.ToDictionary(t => t.Id);
        this.sameAs = sameAs ?? new Dictionary<Guid, Guid>();
        this.regions = new KnownRegions(regions);
    }

    public Currency Currency { get; }

    public RateBook Rates { get; }

    public PartnerIndex Partners { get; }

    public IReadOnlyDictionary<Guid, Activity> Activities { get; }

    public IReadOnlyList<Transaction> Transactions { get; }

    public static async Task<KnownMoney> ReadAsync(AppDb db, string country, Currency currency, CancellationToken ct) => new(
        country,
        currency,
        await db.RateBookAsync(country, ct),
        await db.PartnerIndexAsync(country, ct),
        await db.Activities.AsNoTracking().Where(a => a.Country == country).ToListAsync(ct),
        await db.Transactions.AsNoTracking().Where(t => t.Country == country).ToListAsync(ct),
        await db.RegionsAsync(country, ct),
        await db.SameActivities.AsNoTracking().Where(s => s.Country == country && s.IsSame && s.EndedAt == null).ToDictionaryAsync(s => s.ActivityId, s => s.StandingId, ct));

    /// <summary>The ledger's count of one stage (decision 30).</summary>
    public LedgerCount Count(MoneyStage stage) => counts.GetOrAdd(stage, s => new(() =>
        new EachDollarOnce(new()).Count([.. Activities.Values.Select(LedgerOf)], [.. Transactions.Where(t => t.Type is not null).Select(LedgerOf)], s))).Value;

    /// <summary>All that a view counts for this country, by component.</summary>
    internal IReadOnlyList<LedgerRow> CountedOf(LedgerView view, MoneyStage stage) =>
        rows.GetOrAdd((view, stage), key => new(() => [.. LedgerRows.All(this, key.Item1, key.Item2)])).Value;

    /// <summary>On its way to this country: given for it and not yet seen spent.</summary>
    public decimal PipelineOf(MoneyStage stage)
    {
        var count = Count(stage);
        return Here(count.Funding) - Here(count.Spending) - FeesOf(stage);
    }

    /// <summary>Kept by agents of funds, as far as it is for this country.</summary>
    public decimal FeesOf(MoneyStage stage) => Count(stage).Balances.Sum(b => Cents.Round(b.Fee * CountryOf(b.Activity).Here));

    /// <summary>What of a flow is for this country. Chains are counted whole before they are divided, because each link divides for itself.</summary>
    public CountryPart CountryOf(LedgerFlow flow) => CountryOf(transactionsById[flow.Id]);

    public CountryPart CountryOf(Transaction transaction) => CountryPart.Of(Activities[transaction.ActivityId], transaction, country);

    public CountryPart CountryOf(Guid activity) => CountryPart.Of(Activities[activity], country);

    /// <summary>Who a counted amount belongs to: the organisation that gave it where it is named, else the one that reports it.</summary>
    public Guid? GiverOf(LedgerFlow flow) => flow.Provider ?? Partners.Of(Activities[flow.Activity].ReporterId)?.Id;

    /// <summary>What of a counted amount is for this country, by component, to the cent; a null component is what nobody declared.</summary>
    public IEnumerable<(string? Component, decimal Amount)> HereOf(Counted counted)
    {
        var parts = ComponentsOf(transactionsById[counted.Flow.Id]);
        var amounts = Cents.Apportion(PartsOf(counted).Here, [.. parts.Select(p => p.Part)]);
        return parts.Select((p, i) => (p.Component, amounts[i])).Where(p => p.Item2 != 0m);
    }

    /// <summary>What of a counted amount is for other countries, or for nobody said which.</summary>
    public IEnumerable<(decimal Amount, ExclusionReason Reason)> NotHereOf(Counted counted)
    {
        var (_, elsewhere, unsaid) = PartsOf(counted);
        return new (decimal Amount, ExclusionReason Reason)[] { (elsewhere, ExclusionReason.OtherCountry), (unsaid, ExclusionReason.CountryNotSaid) }.Where(p => p.Amount != 0m);
    }

    /// <summary>Where in the country an activity is at work.</summary>
    public WorkPlaces PlacesOf(Guid activity) => regions.Of(Activities[activity]);

    /// <summary>Null where the amount, its day or a rate is not known.</summary>
    public decimal? InCurrency(decimal? amount, string? currency, DateOnly? day) =>
        amount is { } known && day is { } on && Currency.TryParse(currency, out var from) ? Rates.Convert(new Money(known, from), on, Currency).Result?.Amount : null;

    private decimal Here(ViewCount view) => view.Counted.Sum(c => PartsOf(c).Here);

    private (decimal Here, decimal Elsewhere, decimal Unsaid) PartsOf(Counted counted)
    {
        var part = CountryOf(counted.Flow);
        return Cents.Apportion(counted.Amount, [part.Here, part.Elsewhere, part.Unsaid]) is [var here, var elsewhere, var unsaid] ? (here, elsewhere, unsaid) : default;
    }

    private (string? Component, decimal Part)[] ComponentsOf(Transaction transaction)
    {
        var key = transaction.Sectors.Count > 0 ? transaction.Id : transaction.ActivityId;
        return components.GetOrAdd(key, _ =>
        [
            .. LedgerShares.Of(ComponentShares.Of(Activities[transaction.ActivityId], transaction).Select(d => (d.Component ?? "", d.Percentage)))
                .GroupBy(s => s.Code is { Length: > 0 } code ? code : null).Select(g => (g.Key, g.Sum(s => s.Part))),
        ]);
    }

    private LedgerActivity LedgerOf(Activity a) => new(a.Id, a.Identifier)
    {
        Reporter = Partners.Of(a.ReporterId)?.Id,
        OtherIdentifiers = a.OtherIdentifiers,
        Relations = a.Relations,
        SameAs = sameAs.TryGetValue(a.Id, out var standing) ? standing : null,
        FeeShare = a.FeeShare ?? 0m,
        Funders = [.. a.Parties.Where(p => p.Role == PartyRole.Funding).Select(p => Partners.Of(p.PartnerId)?.Id).OfType<Guid>()],
    };

    private LedgerFlow LedgerOf(Transaction t)
    {
        var amount = InCurrency(t.Amount, t.Currency, t.ValuedOn);
        return new(t.Id, t.ActivityId, t.Type!.Value, amount)
        {
            Provider = Partners.Of(t.ProviderId)?.Id,
            ProviderActivity = t.ProviderActivity,
            Receiver = Partners.Of(t.ReceiverId)?.Id,
            ReceiverActivity = t.ReceiverActivity,
            Date = t.Date,
            Unknown = amount is not null ? null : t.Amount is null ? ExclusionReason.NoValue : t.ValuedOn is null ? ExclusionReason.NoDate : ExclusionReason.NoRate,
        };
    }
}
