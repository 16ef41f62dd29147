namespace Cornerstone.Charts.Drawing;

/// <summary>A linear scale with round ticks that always shows zero: an axis cut above zero exaggerates change.</summary>
internal sealed record ValueScale(decimal Low, decimal High, IReadOnlyList<decimal> Ticks)
{
    // Below this a step would vanish in decimal division.
    private const decimal SmallestStep = 0.000_000_000_001m;

    private static readonly decimal[] FineSteps = [1, 1.2m, 1.5m, 2, 2.5m, 3, 4, 5, 6, 8, 10, 20];

    public static ValueScale Around(IEnumerable<decimal> amounts, int wantedTicks)
    {
        decimal low = 0, high = 0;
        var whole = true;
        foreach (var amount in amounts)
        {
            (low, high) = (Math.Min(low, amount), Math.Max(high, amount));
            whole &= amount == Math.Truncate(amount);
        }

        if (low == high) high = 1;
        var step = NearestStep(Math.Max(SmallestStep, (high - low) / Math.Max(1, wantedTicks)));
        // Half a document cannot be cited: counts get whole ticks.
        if (whole) step = Math.Max(1, step);
        return Stepped(Math.Floor(low / step), Math.Ceiling(high / step), step);
    }

    /// <summary>0 at the low end of the scale, 1 at the high end.</summary>
    public double Share(decimal amount) => (double)((amount - Low) / (High - Low));

    /// <summary>The smallest of 1, 2 and 5 times a power of ten that is not below <paramref name="rough"/>.</summary>
    internal static decimal NiceStep(decimal rough) => RoundSteps(rough).First(s => s >= rough);

    /// <summary>The same over steps less far apart, each still easy to count in.</summary>
    internal static decimal FineStep(decimal rough)
    {
        if (rough <= SmallestStep) return SmallestStep;

        var power = NumberText.PowerOfTen((int)Math.Floor(Math.Log10((double)rough)));
        return FineSteps.Select(s => s * power).First(s => s >= rough);
    }

    // For 2.1 that is 2: going on to 5 would leave an axis with hardly a tick.
    private static decimal NearestStep(decimal rough) => RoundSteps(rough).MinBy(s => s > rough ? s / rough : rough / s);

    private static decimal[] RoundSteps(decimal rough)
    {
        if (rough <= SmallestStep) return [SmallestStep];

        var power = NumberText.PowerOfTen((int)Math.Floor(Math.Log10((double)rough)));
        // The logarithm may be off by a hair, so that ten times the power is still below.
        return [power, 2 * power, 5 * power, 10 * power, 20 * power];
    }

    private static ValueScale Stepped(decimal first, decimal last, decimal step)
    {
        var ticks = new List<decimal>();
        for (var i = first; i <= last; i++) ticks.Add(i * step);
        return new(ticks[0], ticks[^1], ticks);
    }
}
