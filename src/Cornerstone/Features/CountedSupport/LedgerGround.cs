using Cornerstone.Data;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Regions;
using Cornerstone.Values;

namespace Cornerstone.Features.CountedSupport;

/// <summary>What all amounts of a country's ledger rest on, as its readers may see it.</summary>
public sealed record LedgerGround(string Country, Currency Currency, RateBook Rates, PartnerIndex Partners, KnownRegions Regions)
{
    public static async Task<LedgerGround> ReadAsync(AppDb db, string country, Currency currency, CancellationToken ct)
    {
        var (rates, partners, regions) = (await db.RateBookAsync(country, ct), await db.PartnerIndexAsync(country, ct), new KnownRegions(await db.RegionsAsync(country, ct)));
        return new(country, currency, rates, partners, regions) { Judge = await db.OdaJudgeAsync(country, ct) };
    }

    /// <summary>Who judges by the rules of development assistance.</summary>
    public OdaJudge Judge { get; init; } = new(OdaUnits.None);

    /// <summary>Organisations that were asked for and are not known: whether they are to be seen one day changes what was counted.</summary>
    private HashSet<Guid> Unseen { get; } = [];

    /// <summary>The organisation that stands for this one; null where nobody is named, or the reader may not see who.</summary>
    /// <remarks>For the one who counts: it notes what was not found.</remarks>
    internal Guid? StandingFor(Guid? partner)
    {
        if (Partners.Of(partner) is { } standing) return standing.Id;
        if (partner is { } unseen) Unseen.Add(unseen);
        return null;
    }

    /// <summary>Whether all that was counted on this ground comes to the same on another: a new rate or organisation changes nothing that did not ask for it.</summary>
    public bool AnswersAs(LedgerGround other) =>
        Unseen.Count == 0 && Rates.AnswersAs(other.Rates) && Partners.AnswersAs(other.Partners) && Regions.AnswersAs(other.Regions) && Judge.AnswersAs(other.Judge);

    /// <summary>Null where the amount, its day or a rate is not known.</summary>
    public decimal? InCurrency(decimal? amount, string? currency, DateOnly? day) =>
        amount is { } known && day is { } on && Currency.TryParse(currency, out var from) ? Rates.Convert(new Money(known, from), on, Currency).Result?.Amount : null;
}
