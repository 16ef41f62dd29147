using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Sorts amounts into at most five steps of equal, round width, the same for both signs; zero is none of them.</summary>
internal sealed class HeatScale
{
    public const int Colours = 5;

    private readonly decimal step;
    private readonly int levels;
    private readonly bool isWhole;

    /// <param name="isFine">Less round steps, so that all colours are used.</param>
    public HeatScale(IReadOnlyCollection<decimal> amounts, bool isFine = false)
    {
        var most = amounts.Count == 0 ? 0 : amounts.Max(Math.Abs);
        isWhole = amounts.All(a => a == Math.Truncate(a));
        step = isFine ? ValueScale.FineStep(most / Colours) : ValueScale.NiceStep(most / Colours);
        if (isWhole) step = Math.Max(1, step);
        levels = Math.Max(1, (int)Math.Ceiling(most / step));
        HasPositive = amounts.Any(a => a > 0);
        HasNegative = amounts.Any(a => a < 0);
    }

    public bool HasPositive { get; }

    public bool HasNegative { get; }

    /// <summary>The steps in use, smallest first, with the amounts each one holds.</summary>
    public IEnumerable<(int Colour, decimal Low, decimal High)> Steps => Enumerable.Range(1, levels).Select(level =>
        (ColourOf(level), isWhole ? (level - 1) * step + 1 : (level - 1) * step, level * step));

    /// <summary>The class suffix of an amount: 0, 1 to 5, or n1 to n5 below zero.</summary>
    public string StepOf(decimal amount)
    {
        if (amount == 0) return "0";
        var level = Math.Clamp((int)Math.Ceiling(Math.Abs(amount) / step), 1, levels);
        return amount < 0 ? $"n{ColourOf(level)}" : $"{ColourOf(level)}";
    }

    // Fewer levels than colours still reach the strongest colour.
    private int ColourOf(int level) => levels >= Colours ? Math.Min(level, Colours) : (int)Math.Ceiling(level * (decimal)Colours / levels);
}
