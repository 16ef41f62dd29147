using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.CountedSupport;

/// <summary>How much of an amount is for this country, and how much for others; of the rest nobody said.</summary>
public sealed record CountryPart(decimal Here, decimal Elsewhere)
{
    private static readonly CountryPart All = new(1m, 0m);

    private static readonly CountryPart None = new(0m, 1m);

    private static readonly CountryPart NotSaid = new(0m, 0m);

    // Three thirds of 33.33 per cent are a whole.
    private const decimal WholeOfCountries = 99.9m;

    public decimal Unsaid => 1m - Here - Elsewhere;

    /// <summary>What a transaction says, of a country or of a region of the world, goes before what its activity says of all of them.</summary>
    public static CountryPart Of(Activity activity, Transaction transaction, string country) =>
        transaction.RecipientCountry is { } recipient ? Is(recipient, country) ? All : None
        : transaction.RecipientRegion is not null ? NotSaid
        : Of(activity, country);

    /// <summary>An activity that names no country and no region is in this country's register and is for it. Several without percentages are not divided.</summary>
    public static CountryPart Of(Activity activity, string country)
    {
        if (activity.Countries.Count == 0)
        {
            return activity.Regions.Count == 0 ? All : NotSaid;
        }

        if (activity.Regions.Count == 0 && !activity.Countries.Exists(c => Is(c.Code, country)))
        {
            return None;
        }

        var said = LedgerShares.Of([.. activity.Countries.Select(c => (c.Code.ToUpperInvariant(), c.Percentage)), .. RegionsBeside(activity)]).Where(s => s.Kind == ShareKind.Declared).ToList();
        return new(said.Where(s => Is(s.Code, country)).Sum(s => s.Part), said.Where(s => !Is(s.Code, country) && !IsRegion(s.Code)).Sum(s => s.Part));
    }

    // Countries alone are a whole, or countries and the regions of one vocabulary are (IATI 2.03).
    private static IEnumerable<(string Code, decimal? Percentage)> RegionsBeside(Activity activity) =>
        activity.Countries.Sum(c => c.Percentage ?? 0m) >= WholeOfCountries
            ? []
            : activity.Regions.GroupBy(r => r.Vocabulary).OrderBy(g => g.Key, StringComparer.Ordinal).Take(1).SelectMany(g => g).Select(r => ($"#{r.Code}", r.Percentage));

    private static bool IsRegion(string? code) => code?.StartsWith('#') == true;

    private static bool Is(string? code, string country) => string.Equals(code, country, StringComparison.OrdinalIgnoreCase);
}
