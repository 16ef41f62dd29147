using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>A value to be reached by a day.</summary>
public readonly record struct Waypoint(DateOnly Day, decimal Value);

/// <summary>
/// The way from baseline over milestones to target. Between two of them the expected value moves evenly (domain handbook §4.3); before the first
/// and after the last it stands still.
/// </summary>
public sealed record Course
{
    private Course(IReadOnlyList<Waypoint> points) => Points = points;

    public IReadOnlyList<Waypoint> Points { get; }

    public Waypoint Baseline => Points[0];

    public Waypoint Target => Points[^1];

    /// <summary>True when there is nowhere to go: progress is undefined then.</summary>
    public bool IsStill => Baseline.Value == Target.Value;

    /// <summary>Null without a baseline and a later target.</summary>
    public static Course? Of(params IEnumerable<Waypoint> points)
    {
        var ordered = points.OrderBy(p => p.Day).DistinctBy(p => p.Day).ToList();
        return ordered.Count < 2 ? null : new(ordered);
    }

    /// <summary>
    /// From the targets of one area and part. An interval is no single number, so a course cannot begin or end with one: nothing is drawn
    /// through its middle.
    /// </summary>
    public static Course? Of(IEnumerable<IndicatorTarget> targets, string area = "", string dimensions = "")
    {
        var own = targets.Where(t => t.Area == area && t.Dimensions == dimensions && t.Value.Number is not null).ToList();
        var baseline = own.Find(t => t.Kind == TargetKind.Baseline);
        var later = own.Where(t => t.Kind != TargetKind.Baseline && t.OnDay > baseline?.OnDay).ToList();
        return baseline is null || later.Count == 0 || later.TrueForAll(t => t.Kind != TargetKind.Target)
            ? null
            : Of(later.Prepend(baseline).Select(t => new Waypoint(t.OnDay, t.Value.Number!.Value)));
    }

    /// <summary>p = (actual − baseline) / (target − baseline), rising and falling alike; undefined when both are the same.</summary>
    public Percentage? ProgressOf(decimal actual) => Percentage.Of(actual - Baseline.Value, Target.Value - Baseline.Value);

    /// <summary>The value that should have been reached by a day.</summary>
    public decimal ExpectedValue(DateOnly on)
    {
        if (on <= Baseline.Day)
        {
            return Baseline.Value;
        }

        for (var i = 1; i < Points.Count; i++)
        {
            var (from, to) = (Points[i - 1], Points[i]);
            if (on <= to.Day)
            {
                return from.Value + ((to.Value - from.Value) * (on.DayNumber - from.Day.DayNumber) / (to.Day.DayNumber - from.Day.DayNumber));
            }
        }

        return Target.Value;
    }

    /// <summary>e: the progress that should have been made by a day; without milestones, elapsed over duration.</summary>
    public Percentage? ExpectedOn(DateOnly on) => ProgressOf(ExpectedValue(on));
}
