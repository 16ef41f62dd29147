using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>A value of the same period and area, whatever its part.</summary>
internal sealed record PartFigure(string Dimensions, Figure Value);

/// <summary>Rule I4 (domain handbook §4.4): parts add up to their total, or what is not known about is entered as unknown.</summary>
internal static class PartsOfWhole
{
    // The youth band crosses two others and would be counted twice.
    private const string Youth = "18-29";

    public static IEnumerable<EntryFinding> Check(EntryFacts facts) =>
        Check(facts.Card, facts.Key, facts.Value, [.. facts.SamePeriod.Select(p => new PartFigure(p.Dimensions, p.Value))]);

    public static IEnumerable<EntryFinding> Check(IndicatorDefinition card, DimensionKey key, Figure figure, IReadOnlyList<PartFigure> samePeriod)
    {
        // Shares and levels do not add up; only what may be summed over its parts is held to its sum.
        if (card.OverDimensions != RollUpRule.Sum || figure.Number is not { } value) return [];

        return OfTotal(key, value, samePeriod).Concat(key.Parts.Values.Contains(Youth) ? [] : OfPart(key, value, samePeriod));
    }

    /// <summary>The value is a total whose parts are there already, along one dimension or another.</summary>
    private static IEnumerable<EntryFinding> OfTotal(DimensionKey key, decimal total, IEnumerable<PartFigure> samePeriod) => samePeriod
        .Where(p => !p.Dimensions.Contains(Youth, StringComparison.Ordinal))
        .Select(p => (Key: DimensionKey.Parse(p.Dimensions), Number: p.Value.Number ?? 0m, p.Value.IsKnown))
        .SelectMany(p => p.Key.Parts.Keys.Where(d => p.Key.Without(d).Equals(key)), (p, dimension) => (dimension, Part: p))
        .GroupBy(p => p.dimension, p => p.Part)
        .Select(axis =>
        {
            var sum = axis.Sum(p => p.Number);
            var saysUnknown = axis.Any(p => p.Key.Parts[axis.Key] == StandardDimensions.Unknown);
            var difference = total - sum;

            // "Unknown: we do not know how many" is explicit too; it holds whatever the others leave.
            var isOpen = axis.Any(p => p.Key.Parts[axis.Key] == StandardDimensions.Unknown && !p.IsKnown);
            return Math.Abs(difference) <= Rounding([total, .. axis.Select(p => p.Number)]) || (isOpen && difference > 0m) ? null
                : difference < 0m || saysUnknown
                    ? new EntryFinding("I4", "Value", new Refusal("values.I4", axis.Key, sum, total))
                    : new EntryFinding("I4", "Value", new Refusal("values.I4-rest", axis.Key, sum, total, difference), true);
        }).OfType<EntryFinding>();

    /// <summary>The value is a part: with its brothers it is no more than their total.</summary>
    private static IEnumerable<EntryFinding> OfPart(DimensionKey key, decimal value, IReadOnlyList<PartFigure> samePeriod)
    {
        foreach (var dimension in key.Parts.Keys)
        {
            var whole = key.Without(dimension);
            var total = samePeriod.FirstOrDefault(p => p.Dimensions == whole.ToString())?.Value.Number;
            var others = samePeriod
                .Where(p => p.Value.Number is not null && p.Dimensions != key.ToString() && !p.Dimensions.Contains(Youth, StringComparison.Ordinal)
                    && DimensionKey.Parse(p.Dimensions) is var other && other.Parts.ContainsKey(dimension) && other.Without(dimension).Equals(whole))
                .Select(p => p.Value.Number!.Value).ToList();
            if (total is { } all && value + others.Sum() - all > Rounding([all, value, .. others]))
            {
                yield return new("I4", "Value", new Refusal("values.I4", dimension, value + others.Sum(), all));
            }
        }
    }

    // Whole numbers add up exactly; rounded ones may be off by half a unit of their last place each.
    private static decimal Rounding(IReadOnlyCollection<decimal> numbers) =>
        numbers.All(n => n == decimal.Truncate(n)) ? 0m : 0.05m * numbers.Count;
}
