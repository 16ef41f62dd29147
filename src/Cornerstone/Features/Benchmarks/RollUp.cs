using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>Along what values are combined.</summary>
public enum RollUpAxis
{
    Time,
    Areas,
    Dimensions,
}

/// <summary>One of the values that are combined.</summary>
public sealed record RollUpPart(Figure Value, decimal? Numerator, decimal? Denominator, Period Period);

/// <summary>Values made one, or why they are not.</summary>
public sealed record RolledUp(Figure? Value, decimal? Numerator = null, decimal? Denominator = null, Refusal? Refusal = null);

/// <summary>
/// Combines values along an axis by the rule the card declares. Sums that mean nothing are refused with a reason: percentages do not add up, a
/// stock counted twelve times is not twelve times as large, ranks have no mean.
/// </summary>
public static class RollUp
{
    public static RollUpRule RuleOf(this IndicatorDefinition card, RollUpAxis axis) => axis switch
    {
        RollUpAxis.Time => card.OverTime,
        RollUpAxis.Areas => card.OverAreas,
        _ => card.OverDimensions,
    };

    /// <summary>Why a rule means nothing for such a card; null when it means something. The same check guards the card itself.</summary>
    public static Refusal? Refuse(IndicatorDefinition card, RollUpAxis axis, RollUpRule rule) => (rule, axis) switch
    {
        (RollUpRule.None, _) => new("benchmarks.roll-up-none"),
        (RollUpRule.Sum, _) when card.IsRatio => new("benchmarks.roll-up-ratio"),
        (RollUpRule.Sum, _) when card.Unit is not (IndicatorUnit.Count or IndicatorUnit.Currency) => new("benchmarks.roll-up-not-countable"),
        (RollUpRule.Sum, RollUpAxis.Time) when card.StockOrFlow == StockOrFlow.Stock => new("benchmarks.roll-up-stock"),
        (RollUpRule.Sum, RollUpAxis.Time) when card.IsCumulative => new("benchmarks.roll-up-cumulative"),
        (RollUpRule.WeightedMean, _) when card.Unit is IndicatorUnit.Ordinal => new("benchmarks.roll-up-ordinal"),
        (RollUpRule.WeightedMean, _) when card.Numerator is null || card.Denominator is null => new("benchmarks.roll-up-no-parts"),
        (RollUpRule.Last, not RollUpAxis.Time) => new("benchmarks.roll-up-last"),
        (RollUpRule.Max, RollUpAxis.Areas or RollUpAxis.Dimensions) when card.Unit is IndicatorUnit.Count or IndicatorUnit.Currency && card.StockOrFlow == StockOrFlow.Flow
            => new("benchmarks.roll-up-max-of-parts"),
        _ => null,
    };

    public static RolledUp Over(IndicatorDefinition card, RollUpAxis axis, IReadOnlyCollection<RollUpPart> parts)
    {
        var rule = card.RuleOf(axis);
        if (Refuse(card, axis, rule) is { } refusal)
        {
            return new(null, Refusal: refusal);
        }

        if (parts.Count == 0)
        {
            return new(Figure.Unknown);
        }

        return rule switch
        {
            RollUpRule.Sum => new(Figure.Sum(parts.Select(p => p.Value)), SumOf(parts, p => p.Numerator), SumOf(parts, p => p.Denominator)),
            RollUpRule.WeightedMean => Ratio(card, parts),
            RollUpRule.Last => parts.MaxBy(p => p.Period) is { } last ? new(last.Value, last.Numerator, last.Denominator) : new(Figure.Unknown),
            _ => new(Greatest(parts)),
        };
    }

    /// <summary>A ratio from its parts, in the card's unit; null when the denominator is zero or missing.</summary>
    public static decimal? RatioOf(IndicatorDefinition card, decimal? numerator, decimal? denominator) =>
        numerator is { } n && denominator is { } d && d != 0m ? n / d * card.RatioFactor : null;

    private static RolledUp Ratio(IndicatorDefinition card, IReadOnlyCollection<RollUpPart> parts)
    {
        var counted = parts.Where(p => p.Value.State != FigureState.NotApplicable).ToList();
        if (counted.Exists(p => p.Numerator is null || p.Denominator is null))
        {
            return new(null, Refusal: new("benchmarks.roll-up-parts-missing"));
        }

        var (numerator, denominator) = (counted.Sum(p => p.Numerator!.Value), counted.Sum(p => p.Denominator!.Value));
        return new(RatioOf(card, numerator, denominator) is { } ratio ? Figure.Exact(ratio) : Figure.NotApplicable, numerator, denominator);
    }

    private static Figure Greatest(IReadOnlyCollection<RollUpPart> parts)
    {
        var known = parts.Where(p => p.Value.State != FigureState.NotApplicable).Select(p => p.Value).ToList();
        return known switch
        {
            [] => Figure.NotApplicable,
            _ when known.Exists(f => f.Low is null || f.High is null) => Figure.Unknown,
            _ => Figure.Between(known.Max(f => f.Low!.Value), known.Max(f => f.High!.Value), known.Exists(f => f.IsApproximate)),
        };
    }

    private static decimal? SumOf(IEnumerable<RollUpPart> parts, Func<RollUpPart, decimal?> part) =>
        parts.Aggregate((decimal?)0m, (sum, next) => sum + part(next));
}
