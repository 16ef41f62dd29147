using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>A value of one period and area, by its part.</summary>
internal readonly record struct PartFigure(DimensionKey Key, Figure Value);

/// <summary>A whole and its parts along one dimension, in one period and area: all officers as women and men.</summary>
internal readonly record struct Division(string Dimension, Figure? Whole, IReadOnlyList<PartFigure> Parts);

/// <summary>Rule I4 (domain handbook §4.4): parts add up to their total, or what is not known about is entered as unknown.</summary>
internal static class PartsOfWhole
{
    // The youth band crosses two others and would be counted twice.
    private const string Youth = "18-29";

    public static IEnumerable<EntryFinding> Check(EntryFacts facts)
    {
        var same = facts.SamePeriod.Select(p => new PartFigure(DimensionKey.Parse(p.Dimensions), p.Value)).ToList();
        return Check(facts.Card, facts.Key, facts.Value, DivisionsOf(facts.Key, same), facts.Key.Parts.Keys.Select(dimension => DivisionAround(facts.Key, dimension, same)));
    }

    /// <param name="divided">What the value is made of, along each dimension that has parts of it.</param>
    /// <param name="around">What it is a part of, along each of its dimensions; the value itself may stand among the parts.</param>
    public static IEnumerable<EntryFinding> Check(IndicatorDefinition card, DimensionKey key, Figure figure, IEnumerable<Division> divided, IEnumerable<Division> around)
    {
        // Shares and levels do not add up; only what may be summed over its parts is held to its sum.
        if (!Asks(card) || figure.Number is not { } value) return [];

        return divided.Select(d => OfTotal(value, d)).Concat(IsYouth(key) ? [] : around.Select(d => OfPart(key, value, d))).OfType<EntryFinding>();
    }

    /// <summary>Whether values of this card are held to the sum of their parts at all.</summary>
    public static bool Asks(IndicatorDefinition card) => card.OverDimensions == RollUpRule.Sum;

    private static IEnumerable<Division> DivisionsOf(DimensionKey whole, List<PartFigure> same) => same
        .SelectMany(p => p.Key.Parts.Keys.Where(d => p.Key.Without(d).Equals(whole)), (part, dimension) => (dimension, part))
        .GroupBy(p => p.dimension, p => p.part)
        .Select(axis => new Division(axis.Key, null, [.. axis]));

    private static Division DivisionAround(DimensionKey part, string dimension, List<PartFigure> same)
    {
        var whole = part.Without(dimension);
        return new(dimension, same.Find(p => p.Key.Equals(whole)).Value, same.FindAll(p => p.Key.Parts.ContainsKey(dimension) && p.Key.Without(dimension).Equals(whole)));
    }

    /// <summary>The value is a total whose parts are there already.</summary>
    private static EntryFinding? OfTotal(decimal total, Division division)
    {
        var parts = division.Parts.Where(p => !IsYouth(p.Key)).ToList();
        var unknown = parts.FindIndex(p => p.Key.Parts[division.Dimension] == StandardDimensions.Unknown);
        var sum = parts.Sum(p => p.Value.Number ?? 0m);
        var difference = total - sum;

        // "Unknown: we do not know how many" is explicit too; it holds whatever the others leave.
        var isOpen = unknown >= 0 && !parts[unknown].Value.IsKnown;
        return parts.Count == 0 || Math.Abs(difference) <= Rounding([total, .. parts.Select(p => p.Value.Number ?? 0m)]) || (isOpen && difference > 0m) ? null
            : difference < 0m || unknown >= 0
                ? new EntryFinding("I4", "Value", new Refusal("values.I4", division.Dimension, sum, total))
                : new EntryFinding("I4", "Value", new Refusal("values.I4-rest", division.Dimension, sum, total, difference), true);
    }

    /// <summary>The value is a part: with its brothers it is no more than their total.</summary>
    private static EntryFinding? OfPart(DimensionKey key, decimal value, Division division)
    {
        if (division.Whole?.Number is not { } total) return null;

        var others = division.Parts.Where(p => !p.Key.Equals(key) && !IsYouth(p.Key)).Select(p => p.Value.Number).OfType<decimal>().ToList();
        var sum = value + others.Sum();
        return sum - total > Rounding([total, value, .. others]) ? new("I4", "Value", new Refusal("values.I4", division.Dimension, sum, total)) : null;
    }

    private static bool IsYouth(DimensionKey key) => key.Parts.Values.Contains(Youth);

    // Whole numbers add up exactly; rounded ones may be off by half a unit of their last place each.
    private static decimal Rounding(IReadOnlyCollection<decimal> numbers) =>
        numbers.All(n => n == decimal.Truncate(n)) ? 0m : 0.05m * numbers.Count;
}
