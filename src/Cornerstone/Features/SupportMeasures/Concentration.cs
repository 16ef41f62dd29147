namespace Cornerstone.Features.SupportMeasures;

/// <summary>How one objective's money is spread over partners: Herfindahl and Hirschman's index, and what follows from it.</summary>
public sealed record Concentration(decimal Index)
{
    /// <summary>Nought when one partner gives all, near one when many give alike.</summary>
    public decimal Fragmentation => 1m - Index;

    /// <summary>So many partners of equal size would be spread alike.</summary>
    public decimal EffectivePartners => 1m / Index;

    /// <summary>Null when nobody gives anything; a partner who took back more than it gave has no share.</summary>
    public static Concentration? Of(IEnumerable<decimal> amountsByPartner)
    {
        var amounts = amountsByPartner.Where(a => a > 0m).ToList();
        var sum = amounts.Sum();
        return sum == 0m ? null : new(amounts.Sum(a => a / sum * (a / sum)));
    }
}

/// <summary>
/// Which relations between donors and a country count, after the DAC: a donor gives the country a share of all aid here that is at
/// least its own share of all aid in the world, or it is among the largest who together give ninety per cent.
/// </summary>
public static class SignificantRelations
{
    private const decimal Most = 0.90m;

    /// <param name="worldShares">Each donor's share of all aid in the world; donors not named are judged by their size here alone.</param>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<(string Donor, decimal Here)> relations, IReadOnlyDictionary<string, decimal> worldShares)
    {
        var sum = relations.Sum(r => r.Here);
        var (significant, before) = (new List<string>(), 0m);
        foreach (var (donor, here) in relations.Where(r => r.Here > 0m).OrderByDescending(r => r.Here).ThenBy(r => r.Donor, StringComparer.Ordinal))
        {
            if (before < sum * Most || (worldShares.TryGetValue(donor, out var world) && here >= sum * world)) significant.Add(donor);
            before += here;
        }

        return significant;
    }
}
