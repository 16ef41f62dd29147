using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>A value of the whole country: entered as such, or combined from its areas by the card's rule.</summary>
public sealed record HeadlineValue(
    Guid? PointId, Guid IndicatorId, Period Period, Figure Value, decimal? Numerator, decimal? Denominator, PointState State, Percentage? Quality, string Source)
{
    /// <summary>Computed from the areas, because nobody entered a total.</summary>
    public bool IsRolledUp => PointId is null;

    /// <summary>The whole country's value of one period from its areas; null where the card refuses to combine them.</summary>
    public static HeadlineValue? FromAreas(IndicatorDefinition card, IReadOnlyCollection<SeriesPoint> areas)
    {
        var combined = RollUp.Over(card, RollUpAxis.Areas, [.. areas.Select(p => new RollUpPart(p.Value, p.Numerator, p.Denominator, p.Period))]);
        return combined.Value is not { } value || areas.FirstOrDefault() is not { } any ? null : new(
            null,
            card.IndicatorId,
            any.Period,
            value,
            combined.Numerator,
            combined.Denominator,
            // The whole is no further than the part that is least far.
            areas.Select(p => p.State).MinBy(Rank),
            areas.Select(p => p.QualityScore).Where(q => q is not null).Min(),
            string.Join("; ", areas.Select(p => p.Source).Distinct().Take(3)));
    }

    private static int Rank(PointState state) => state switch
    {
        PointState.Entered or PointState.Returned => 0,
        PointState.Submitted => 1,
        PointState.Verified => 2,
        _ => 3,
    };
}

/// <summary>An indicator with all that its light is made of.</summary>
public sealed record IndicatorStanding(
    Indicator Indicator, IndicatorDefinition Definition, IReadOnlyList<IndicatorTarget> Targets, Course? Course, HeadlineValue? Latest, HeadlineValue? Before, Standing Standing)
{
    public bool HasBaseline => Targets.Any(t => t.Kind == TargetKind.Baseline);

    public bool HasTarget => Targets.Any(t => t.Kind == TargetKind.Target) || Definition.Direction == Direction.Band;

    /// <summary>How one area or part stands against its own baseline and target; null where it has none of its own.</summary>
    public Standing? StandingOf(SeriesPoint point, DateOnly on, Framework framework) =>
        Course.Of(Targets, point.Area, point.Dimensions) is { } own
            ? Standing.Of(Definition, own, new Reading(point.Value, point.Period.Until, point.QualityScore), on, framework)
            : null;

    public static IndicatorStanding Of(
        DefinedIndicator defined, IReadOnlyList<IndicatorTarget> targets, HeadlineValue? latest, HeadlineValue? before, DateOnly on, Framework framework)
    {
        var card = defined.Definition;
        var course = Course.Of(targets) ?? (card.Direction == Direction.Maintain ? HoldingCourse(targets) : null);
        var hasFallen = card.IsCumulative && latest?.Value.High < before?.Value.Low;
        var reading = latest is null ? null : new Reading(latest.Value, latest.Period.Until, latest.Quality, hasFallen);
        return new(defined.Indicator, card, targets, course, latest, before, Standing.Of(card, course, reading, on, framework));
    }

    // What is to hold needs a baseline and no target: its course stays where it began.
    private static Course? HoldingCourse(IEnumerable<IndicatorTarget> targets) =>
        targets.FirstOrDefault(t => t is { Kind: TargetKind.Baseline, Area: "", Dimensions: "" }) is { Value.Number: { } value } baseline
            ? Course.Of(new Waypoint(baseline.OnDay, value), new Waypoint(DateOnly.MaxValue, value))
            : null;
}
