using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>How many numbers a series has, their mean and how far they lie apart; a number comes and goes without counting all anew (Welford).</summary>
/// <remarks>For a doubt and nothing else, so a double is enough: squares of large amounts would leave the range of a decimal.</remarks>
public readonly record struct Spread(int Count, double Mean, double Squares)
{
    public double Sigma => Count < 2 ? 0d : Math.Sqrt(Math.Max(0d, Squares) / (Count - 1));

    public static Spread Of(IEnumerable<decimal> numbers) => numbers.Aggregate(default(Spread), (spread, number) => spread.With(number));

    public Spread With(decimal number)
    {
        var x = (double)number;
        var mean = Mean + ((x - Mean) / (Count + 1));
        return new(Count + 1, mean, Squares + ((x - Mean) * (x - mean)));
    }

    public Spread Without(decimal number)
    {
        if (Count <= 1) return default;

        var x = (double)number;
        var mean = ((Mean * Count) - x) / (Count - 1);
        return new(Count - 1, mean, Squares - ((x - Mean) * (x - mean)));
    }
}

/// <summary>
/// Rule I5 (domain handbook §4.4): a jump by more than 50 % of the value before, or by more than three standard deviations, is confirmed before
/// it is believed. The jump is held against the jumps the series made so far, the value itself against all its values.
/// </summary>
public static class LeapRule
{
    // Fewer numbers have no spread worth the name.
    private const int FewestNumbers = 5;

    /// <param name="before">The value that ends last before this one, of the same area and part.</param>
    /// <param name="values">All other values of the series.</param>
    /// <param name="jumps">Changes from one value to the next, up to the one before.</param>
    public static Refusal? Check(decimal value, (Period Period, decimal Value)? before, Spread values, Spread jumps, Framework thresholds)
    {
        if (before is var (period, last) && IsJump(value, last, thresholds.GreatestJump))
        {
            return new("values.I5-jump", period, last, value, new Percentage(thresholds.GreatestJump));
        }

        if (values.Count < FewestNumbers)
        {
            return null;
        }

        var most = (double)thresholds.GreatestDeviation;
        if (before is var (from, one) && jumps.Count >= FewestNumbers - 1 && Math.Abs((double)(value - one) - jumps.Mean) > most * jumps.Sigma && value != one)
        {
            return new("values.I5-leap", from, one, value, thresholds.GreatestDeviation);
        }

        return Math.Abs((double)value - values.Mean) > most * values.Sigma + Dust(values.Mean)
            ? new("values.I5-deviation", thresholds.GreatestDeviation, Rounded(values.Mean), value)
            : null;
    }

    // From nothing to something is more than any part of nothing.
    private static bool IsJump(decimal value, decimal last, decimal most) => last == 0m ? value != 0m : Math.Abs(value - last) > most * Math.Abs(last);

    // What binary fractions lose is no deviation.
    private static double Dust(double mean) => Math.Abs(mean) * 1e-12;

    private static decimal Rounded(double mean) => Math.Abs(mean) < 1e24 ? decimal.Round((decimal)mean, 2) : decimal.MaxValue;
}
