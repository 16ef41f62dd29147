namespace Cornerstone.Bench.Timing;

/// <summary>Are the values of one sample larger than those of another? H. B. Mann and D. R. Whitney, The Annals of Mathematical Statistics 18 (1947), p. 50.</summary>
internal static class MannWhitney
{
    /// <summary>How often chance alone makes two samples of one and the same kind differ so much: in both directions, by the normal approximation, corrected for ties and for continuity.</summary>
    internal static double P(IReadOnlyCollection<double> first, IReadOnlyCollection<double> second)
    {
        var (n, m) = ((double)first.Count, (double)second.Count);
        var (all, ranks, ties) = (n + m, 0.0, 0.0);
        var below = 0;
        foreach (var alike in first.Select(v => (Value: v, IsFirst: true)).Concat(second.Select(v => (Value: v, IsFirst: false))).GroupBy(v => v.Value).OrderBy(g => g.Key))
        {
            double count = alike.Count();
            ranks += alike.Count(v => v.IsFirst) * (below + ((count + 1) / 2));
            ties += (count * count * count) - count;
            below += (int)count;
        }

        var deviation = Math.Sqrt(n * m / 12 * (all + 1 - (ties / (all * (all - 1)))));
        var distance = Math.Abs(ranks - (n * (n + 1) / 2) - (n * m / 2)) - 0.5;
        return distance <= 0 ? 1 : 2 * Beyond(distance / deviation);
    }

    /// <summary>The same p-values where so many questions were asked at once, in the order given (S. Holm, Scandinavian Journal of Statistics 6 (1979), p. 65).</summary>
    internal static IReadOnlyList<double> Holm(IReadOnlyList<double> p)
    {
        var (adjusted, highest) = (new double[p.Count], 0.0);
        foreach (var (i, rank) in Enumerable.Range(0, p.Count).OrderBy(i => p[i]).Select((i, rank) => (i, rank)))
        {
            highest = Math.Max(highest, Math.Min(1, p[i] * (p.Count - rank)));
            adjusted[i] = highest;
        }

        return adjusted;
    }

    // The part of a normal distribution above z: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.2.17, wrong by less than 7.5e-8.
    private static double Beyond(double z)
    {
        var t = 1 / (1 + (0.2316419 * z));
        var series = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * series;
    }
}
