using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>What a rule says about a value on its way in: which rule, which field, what was expected; a doubt may be confirmed, a fault may not.</summary>
/// <param name="Field">The field of the form it is about.</param>
public sealed record EntryFinding(string Rule, string Field, Refusal Says, bool MayBeConfirmed = false);

/// <summary>A value as it was typed, with what it has to agree with.</summary>
public sealed record EntryFacts
{
    public required IndicatorDefinition Card { get; init; }

    /// <summary>The card the person had before them; another one when the card changed while they typed.</summary>
    public IndicatorDefinition? CardRead { get; init; }

    public required Period Period { get; init; }

    public string Area { get; init; } = "";

    public DimensionKey Key { get; init; } = DimensionKey.All;

    public required Figure Value { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public DateOnly? CollectedOn { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Live values of the same area and part in other periods.</summary>
    public IReadOnlyList<SeriesPoint> Series { get; init; } = [];

    /// <summary>Live values of the same period and area, whatever their part; the one being changed is not among them.</summary>
    public IReadOnlyList<SeriesPoint> SamePeriod { get; init; } = [];

    public IReadOnlyList<IndicatorTarget> Targets { get; init; } = [];

    public required Framework Thresholds { get; init; }
}

/// <summary>Rules I1 to I9 of domain handbook §4.4, asked when a value is entered.</summary>
public static class EntryRules
{
    public static IReadOnlyList<EntryFinding> Check(EntryFacts facts) =>
    [
        .. Unit(facts), .. Share(facts), .. Part(facts), .. PartsOfWhole.Check(facts), .. Jump(facts),
        .. TargetSide(facts), .. Closed(facts), .. Unique(facts), .. Number(facts), .. Falling(facts),
    ];

    /// <summary>What can be said of a value by itself, its card and its targets: asked of rows by the thousand too.</summary>
    public static IEnumerable<EntryFinding> Alone(EntryFacts facts) => [.. Share(facts), .. Part(facts), .. TargetSide(facts), .. Closed(facts), .. Number(facts)];

    // I1: one unit over the whole series. A new unit is a new series, linked to the old one.
    private static IEnumerable<EntryFinding> Unit(EntryFacts f) =>
        f.CardRead is { } read && (read.Unit, read.UnitDetail) != (f.Card.Unit, f.Card.UnitDetail)
            ? [new("I1", "Value", new Refusal("values.I1", read.Number, f.Card.Number))]
            : [];

    // I2: a share of a whole lies between nothing and all of it.
    private static IEnumerable<EntryFinding> Share(EntryFacts f) =>
        f.Card.Unit == IndicatorUnit.Percent && f.Value.IsKnown && ((f.Value.Low ?? f.Value.High) < 0m || (f.Value.High ?? f.Value.Low) > 100m)
            ? [new("I2", "Value", new Refusal("values.I2", f.Value))]
            : [];

    // I3: the part is not greater than the whole; and the share is that of these two numbers.
    private static IEnumerable<EntryFinding> Part(EntryFacts f) => f.Numerator is null && f.Denominator is null ? [] : PartOf(f);

    private static IEnumerable<EntryFinding> PartOf(EntryFacts f)
    {
        if (f.Denominator <= 0m || f.Numerator < 0m)
        {
            yield return new("I3", f.Denominator <= 0m ? "Denominator" : "Numerator", new Refusal("values.I3-sign"));
        }
        else if (f is { Numerator: { } part, Denominator: { } whole } && f.Card.IsRatio)
        {
            if (f.Card.Unit == IndicatorUnit.Percent && part > whole)
            {
                yield return new("I3", "Numerator", new Refusal("values.I3", part, whole));
            }

            var share = part / whole * f.Card.RatioFactor;
            if (f.Value.Number is { } written && Math.Abs(written - share) > Rounding(written))
            {
                yield return new("I3", "Value", new Refusal("values.I3-share", written, decimal.Round(share, 4)));
            }
        }
    }

    // I5: a leap is confirmed before it is believed.
    private static IEnumerable<EntryFinding> Jump(EntryFacts f)
    {
        if (f.Value.Number is not { } value) return [];

        var known = f.Series.Where(p => p.Value.Number is not null).OrderBy(p => p.Period).Select(p => (p.Period, Value: p.Value.Number!.Value)).ToList();
        var earlier = known.FindAll(p => p.Period.Until < f.Period.Until);
        var says = LeapRule.Check(
            value,
            earlier.Count == 0 ? null : earlier[^1],
            Spread.Of(known.Select(p => p.Value)),
            Spread.Of(earlier.Zip(earlier.Skip(1), (one, next) => next.Value - one.Value)),
            f.Thresholds);
        return says is null ? [] : [new("I5", "Value", says, true)];
    }

    // I6: a baseline on the wrong side of its target makes progress meaningless.
    private static IEnumerable<EntryFinding> TargetSide(EntryFacts f) => f.Targets.Count > 0 && f.Value.Number is { } value ? SideOf(f, value) : [];

    private static IEnumerable<EntryFinding> SideOf(EntryFacts f, decimal value)
    {
        var own = f.Targets.Where(t => t.Area == f.Area && t.Dimensions == f.Key.ToString()).ToList();
        if (!own.Exists(t => t.Kind == TargetKind.Baseline && f.Period.Contains(t.OnDay))) return [];

        return own.Where(t => t.Kind == TargetKind.Target && t.Value.Number is { } target && !DefinitionRules.IsOnRightSide(f.Card.Direction, value, target))
            .Select(t => new EntryFinding("I6", "Value", new Refusal("values.I6", value, t.Value), true)).Take(1);
    }

    // I7: no actual value of what has not happened.
    private static IEnumerable<EntryFinding> Closed(EntryFacts f)
    {
        // A stock is counted on its day; a flow is over when its last day is.
        if (f.Card.StockOrFlow == StockOrFlow.Stock ? f.Period.Until > f.Today : f.Period.Until >= f.Today)
        {
            yield return new("I7", "Period", new Refusal("values.I7", f.Period, f.Period.Until));
        }

        if (f.CollectedOn > f.Today)
        {
            yield return new("I7", "CollectedOn", new Refusal("values.I7-collected", f.CollectedOn));
        }
    }

    // I8: one value for each period, area and part.
    private static IEnumerable<EntryFinding> Unique(EntryFacts f) =>
        f.SamePeriod.Any(p => p.Dimensions == f.Key.ToString() && p.Period == f.Period)
            ? [new("I8", "Period", new Refusal("values.I8", f.Period))]
            : [];

    // I9: what is measured is a number (IATI: only qualitative measures go without).
    private static IEnumerable<EntryFinding> Number(EntryFacts f)
    {
        if (f.Card.Measure == IndicatorMeasure.Qualitative || !f.Value.IsKnown) return [];

        var levels = f.Card.OrdinalLevels.Count;
        var isOff = f.Card.Unit switch
        {
            IndicatorUnit.YesNo => f.Value.Number is not (0m or 1m),
            IndicatorUnit.Ordinal => f.Value.Number is not { } level || level != decimal.Truncate(level) || level < 0m || level >= levels,
            _ => false,
        };
        return isOff ? [new("I9", "Value", new Refusal(f.Card.Unit == IndicatorUnit.YesNo ? "values.I9-yes-no" : "values.I9-level", f.Value, levels - 1))] : [];
    }

    // A count since a fixed day cannot fall (domain handbook §4.5, SSR-09: stock and flow are stated).
    private static IEnumerable<EntryFinding> Falling(EntryFacts f) =>
        f.Card.IsCumulative && f.Value.Number is { } value
            && f.Series.Where(p => p.Period.Until < f.Period.Until && p.Value.Number > value).MaxBy(p => p.Period) is { } higher
            ? [new("I5", "Value", new Refusal("values.falls", higher.Period, higher.Value, f.Value), true)]
            : [];

    // Half of the last place that was written.
    private static decimal Rounding(decimal written)
    {
        var half = 0.5m;
        for (var places = written.Scale; places > 0; places--) half /= 10m;
        return half;
    }
}
