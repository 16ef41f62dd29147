namespace Cornerstone.Features.SupportLedger;

/// <summary>Parts of a whole, to the cent, that add up to the whole: what rounding leaves over goes to the parts that lost most.</summary>
public static class Cents
{
    private const decimal Cent = 0.01m;

    public static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>The whole in proportion to the weights; equal claims to the last cent are settled by their place, so give them in an order of their own.</summary>
    /// <param name="whole">Rounded to the cent already.</param>
    public static decimal[] Apportion(decimal whole, IReadOnlyList<decimal> weights)
    {
        var sum = weights.Sum();
        return sum == 0m ? new decimal[weights.Count] : Rounded([.. weights.Select(w => whole * w / sum)], whole);
    }

    /// <summary>Exact parts as they are shown: each rounded, all together the rounded sum.</summary>
    public static decimal[] Shown(IReadOnlyList<decimal> parts) => Rounded(parts, Round(parts.Sum()));

    private static decimal[] Rounded(IReadOnlyList<decimal> parts, decimal whole)
    {
        var rounded = parts.Select(p => Math.Floor(p / Cent) * Cent).ToArray();
        var missing = (int)((whole - rounded.Sum()) / Cent);
        foreach (var i in Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i] - rounded[i]).ThenBy(i => i).Take(missing))
        {
            rounded[i] += Cent;
        }

        return rounded;
    }
}
