using Cornerstone.Data;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Regions;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>All activities and money of a country as this reader may see them, in one currency, ready to be counted.</summary>
public sealed class KnownMoney
{
    private readonly Dictionary<MoneyStage, LedgerCount> counts = [];
    private readonly Dictionary<string, string> regionsByName;
    private readonly Dictionary<Guid, Transaction> transactionsById;
    private readonly string country;

    private KnownMoney(string country, Currency currency, RateBook rates, PartnerIndex partners, IReadOnlyList<Activity> activities, IReadOnlyList<Transaction> transactions, IEnumerable<RegionName> regions)
    {
        (this.country, Currency, Rates, Partners, Transactions) = (country, currency, rates, partners, transactions);
        Activities = activities.ToDictionary(a => a.Id);
        transactionsById = transactions.ToDictionary(t => t.Id);
        regionsByName = regions.SelectMany(r => r.Names.Texts.Values.Select(name => (name, r.Code))).DistinctBy(n => n.name, StringComparer.OrdinalIgnoreCase).ToDictionary(n => n.name, n => n.Code, StringComparer.OrdinalIgnoreCase);
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
        await db.RegionsAsync(country, ct));

    /// <summary>The ledger's count of one stage (decision 30).</summary>
    public LedgerCount Count(MoneyStage stage)
    {
        if (!counts.TryGetValue(stage, out var count))
        {
            counts[stage] = count = new EachDollarOnce(new()).Count([.. Activities.Values.Select(LedgerOf)], [.. Transactions.Where(t => t.Type is not null).Select(LedgerOf)], stage);
        }

        return count;
    }

    /// <summary>On its way to this country: given for it and not yet seen spent.</summary>
    public decimal PipelineOf(MoneyStage stage)
    {
        var count = Count(stage);
        return Here(count.Funding) - Here(count.Spending) - count.Balances.Sum(b => b.Fee * CountryOf(b.Activity).Here);
    }

    /// <summary>What of a flow is for this country. Chains are counted whole before they are divided, because each link divides for itself.</summary>
    public CountryPart CountryOf(LedgerFlow flow) => CountryOf(transactionsById[flow.Id]);

    public CountryPart CountryOf(Transaction transaction) => CountryPart.Of(Activities[transaction.ActivityId], transaction, country);

    public CountryPart CountryOf(Guid activity) => CountryPart.Of(Activities[activity], country);

    /// <summary>Who a counted amount belongs to: the organisation that gave it where it is named, else the one that reports it.</summary>
    public Guid? GiverOf(LedgerFlow flow) => flow.Provider ?? Partners.Of(Activities[flow.Activity].ReporterId)?.Id;

    /// <summary>The components of a counted amount, exactly; what nobody declared is a part of its own.</summary>
    public IReadOnlyList<LedgerShare> ComponentsOf(Guid activity)
    {
        var declared = ComponentShares.Of(Activities[activity]);
        var named = LedgerShares.Of(declared.Select(d => (d.Component ?? "", d.Percentage)));
        return [.. named.Select(s => s.Code == "" ? s with { Kind = ShareKind.Undeclared, Code = null } : s)];
    }

    /// <summary>Regions of the country that an activity names; none is the whole country, or nobody said.</summary>
    public IReadOnlyList<string> RegionsOf(Guid activity) =>
        [.. Activities[activity].Places.Select(p => p.Region ?? (p.Name is { } name ? regionsByName.GetValueOrDefault(name) : null)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Null where the amount, its day or a rate is not known.</summary>
    public decimal? InCurrency(decimal? amount, string? currency, DateOnly? day) =>
        amount is { } known && day is { } on && Currency.TryParse(currency, out var from) ? Rates.Convert(new Money(known, from), on, Currency).Result?.Amount : null;

    private decimal Here(ViewCount view) => view.Counted.Sum(c => c.Amount * CountryOf(c.Flow).Here);

    private LedgerActivity LedgerOf(Activity a) => new(a.Id, a.Identifier)
    {
        Reporter = Partners.Of(a.ReporterId)?.Id,
        OtherIdentifiers = a.OtherIdentifiers,
        Relations = a.Relations,
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
