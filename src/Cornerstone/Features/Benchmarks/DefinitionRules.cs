using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>What a definition card must hold before it can be used: pages and workbooks ask the same rules.</summary>
public static class DefinitionRules
{
    private const int FewestLevels = 2;

    /// <summary>Each refusal with the property it is about.</summary>
    public static IEnumerable<(string Property, Refusal Refusal)> Check(IndicatorDefinition card) =>
        Required(card).Concat(Scales(card)).Concat(Rules(card));

    /// <summary>One unit over the whole series (rule I1): with values there, another unit is another indicator, linked to this one.</summary>
    public static Refusal? MayFollow(IndicatorDefinition card, IndicatorDefinition next, bool hasValues) =>
        hasValues && (card.Unit, card.UnitDetail) != (next.Unit, next.UnitDetail) ? new("benchmarks.unit-fixed") : null;

    /// <summary>What was context only stays so, and what has targets does not become it: a target by the back door of a new card is still a target.</summary>
    public static Refusal? MayTurn(IndicatorDefinition card, IndicatorDefinition next, bool hasTargets) => (card.IsContextOnly, next.IsContextOnly) switch
    {
        (true, false) => new("benchmarks.context-stays"),
        (false, true) when hasTargets => new("benchmarks.context-has-targets"),
        _ => null,
    };

    /// <summary>
    /// What is wrong with a baseline, milestone or target that takes its place among those of the same area and part; each refusal with
    /// the property it is about. Milestones lie on the right side too: progress towards one that does not means nothing.
    /// </summary>
    public static IEnumerable<(string Property, Refusal Refusal)> Check(IndicatorDefinition card, IEnumerable<IndicatorTarget> others, IndicatorTarget next)
    {
        var isAim = next.Kind != TargetKind.Baseline;
        if (isAim && card.IsContextOnly)
        {
            yield return (nameof(next.Kind), new("benchmarks.context-no-target"));
            yield break;
        }

        if (card.Unit == IndicatorUnit.Percent && ((next.Value.Low ?? next.Value.High) < 0m || (next.Value.High ?? next.Value.Low) > 100m))
        {
            yield return (nameof(next.Value), new("benchmarks.target-percentage"));
        }

        var own = others.Where(t => t.Id != next.Id && t.ReplacedAt is null && t.Area == next.Area && t.Dimensions == next.Dimensions).ToList();
        var baseline = own.Find(t => t.Kind == TargetKind.Baseline);
        if (isAim && baseline?.OnDay >= next.OnDay)
        {
            yield return (nameof(next.OnDay), new("benchmarks.target-before-baseline", baseline.OnDay));
        }

        // A new baseline is held against the target that is there, a new aim against the baseline that is there.
        var (start, aim) = isAim ? (baseline?.Value, next.Value) : (next.Value, own.Find(t => t.Kind == TargetKind.Target)?.Value);
        if (start?.Number is { } from && aim?.Number is { } to && !IsOnRightSide(card.Direction, from, to))
        {
            yield return (nameof(next.Value), isAim ? new("benchmarks.wrong-side", start) : new("benchmarks.baseline-beyond-target", aim));
        }
    }

    /// <summary>The target lies on the side of the baseline the card points to (rule I6).</summary>
    public static bool IsOnRightSide(Direction direction, decimal baseline, decimal target) => direction switch
    {
        Direction.Increase => target > baseline,
        Direction.Decrease => target < baseline,
        _ => true,
    };

    private static IEnumerable<(string, Refusal)> Required(IndicatorDefinition card)
    {
        (string Property, bool IsEmpty)[] fields =
        [
            (nameof(card.Name), card.Name.IsEmpty),
            (nameof(card.Meaning), card.Meaning.IsEmpty),
            (nameof(card.Method), string.IsNullOrWhiteSpace(card.Method)),
            (nameof(card.Source), string.IsNullOrWhiteSpace(card.Source)),
            (nameof(card.Custodian), string.IsNullOrWhiteSpace(card.Custodian)),
            (nameof(card.Component), string.IsNullOrWhiteSpace(card.Component)),
            (nameof(card.Numerator), card.IsRatio && string.IsNullOrWhiteSpace(card.Numerator)),
            (nameof(card.Denominator), card.IsRatio && string.IsNullOrWhiteSpace(card.Denominator)),
            (nameof(card.UnitDetail), card.Unit is IndicatorUnit.Currency or IndicatorUnit.Score && string.IsNullOrWhiteSpace(card.UnitDetail)),
        ];
        return fields.Where(f => f.IsEmpty).Select(f => (f.Property, new Refusal("benchmarks.card-field")));
    }

    private static IEnumerable<(string, Refusal)> Scales(IndicatorDefinition card)
    {
        if (card.Unit == IndicatorUnit.Ordinal && (card.OrdinalLevels.Count < FewestLevels || card.OrdinalLevels.Exists(string.IsNullOrWhiteSpace)))
        {
            yield return (nameof(card.OrdinalLevels), new("benchmarks.levels-described"));
        }

        if (card.Direction == Direction.Band && !(card.BandLow <= card.BandHigh))
        {
            yield return (nameof(card.BandLow), new("benchmarks.band"));
        }

        if (card.Unit == IndicatorUnit.Currency && card.UnitDetail is { } code && !Currency.TryParse(code, out _))
        {
            yield return (nameof(card.UnitDetail), new("benchmarks.currency"));
        }

        if (card.IsContextOnly && card.Direction == Direction.Band)
        {
            yield return (nameof(card.Direction), new("benchmarks.context-band"));
        }

        if (card.IsCumulative && card.Direction == Direction.Decrease)
        {
            yield return (nameof(card.IsCumulative), new("benchmarks.cumulative-falls"));
        }
    }

    private static IEnumerable<(string, Refusal)> Rules(IndicatorDefinition card)
    {
        (string Property, RollUpAxis Axis)[] axes =
            [(nameof(card.OverTime), RollUpAxis.Time), (nameof(card.OverAreas), RollUpAxis.Areas), (nameof(card.OverDimensions), RollUpAxis.Dimensions)];
        return axes
            .Where(a => card.RuleOf(a.Axis) != RollUpRule.None)
            .Select(a => (a.Property, Refusal: RollUp.Refuse(card, a.Axis, card.RuleOf(a.Axis))))
            .Where(a => a.Refusal is not null)
            .Select(a => (a.Property, a.Refusal!));
    }
}
