using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>How much of an amount is for this country, and how much for others; of the rest nobody said.</summary>
public sealed record CountryPart(decimal Here, decimal Elsewhere)
{
    private static readonly CountryPart All = new(1m, 0m);

    private static readonly CountryPart None = new(0m, 1m);

    /// <summary>What a transaction says goes before what its activity says of all of them.</summary>
    public static CountryPart Of(Activity activity, Transaction transaction, string country) =>
        transaction.RecipientCountry is { } recipient ? Is(recipient, country) ? All : None : Of(activity, country);

    /// <summary>An activity that names no country is in this country's register and is for it. Several without percentages are not divided.</summary>
    public static CountryPart Of(Activity activity, string country)
    {
        if (activity.Countries.Count == 0)
        {
            return All;
        }

        if (!activity.Countries.Exists(c => Is(c.Code, country)))
        {
            return None;
        }

        var said = LedgerShares.Of(activity.Countries.Select(c => (c.Code.ToUpperInvariant(), c.Percentage))).Where(s => s.Kind == ShareKind.Declared).ToList();
        return new(said.Where(s => Is(s.Code, country)).Sum(s => s.Part), said.Where(s => !Is(s.Code, country)).Sum(s => s.Part));
    }

    /// <summary>What of an amount is not counted here, with its reasons.</summary>
    public IEnumerable<(decimal Part, ExclusionReason Reason)> LeftOut =>
        new (decimal Part, ExclusionReason Reason)[] { (Elsewhere, ExclusionReason.OtherCountry), (1m - Here - Elsewhere, ExclusionReason.CountryNotSaid) }.Where(p => p.Part != 0m);

    private static bool Is(string? code, string country) => string.Equals(code, country, StringComparison.OrdinalIgnoreCase);
}
