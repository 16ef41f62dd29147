using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

public enum Light
{
    Green,
    Amber,
    Red,

    /// <summary>Cannot be told, or not to be trusted; the reason stands beside it.</summary>
    Grey,

    /// <summary>The target was reached before its day.</summary>
    Blue,
}

/// <summary>Why a light is grey.</summary>
public enum GreyReason
{
    NoData,
    Stale,
    LowQuality,
    NoTarget,

    /// <summary>Told beside others, never aimed at.</summary>
    ContextOnly,
    TooEarly,

    /// <summary>The source gives an interval or a bound, and its ends would show different lights.</summary>
    Uncertain,
}

/// <summary>What is measured against a course: the latest value with the end of its period and its quality.</summary>
public sealed record Reading(Figure Value, DateOnly Until, Percentage? Quality = null, bool IsBelowBefore = false);

/// <summary>How an indicator stands on a day, by the formulas of domain handbook §4.3.</summary>
/// <param name="Progress">From baseline to target, as a fraction of one.</param>
/// <param name="Expected">What it should be by now.</param>
/// <param name="Performance">Progress over expected progress; null while it is too early.</param>
/// <param name="IsReversed">It moved away from the target: the light carries an arrow.</param>
/// <param name="HasFallen">A figure counted since a fixed day is lower than before: something is wrong with it.</param>
public sealed record Standing(
    Light Light,
    GreyReason? Why = null,
    Percentage? Progress = null,
    Percentage? Expected = null,
    decimal? Performance = null,
    bool IsReversed = false,
    bool HasFallen = false)
{
    /// <summary>Off the track: what a dashboard shows first.</summary>
    public bool IsOffTrack => Light is Light.Red or Light.Amber;

    public static Standing Of(IndicatorDefinition card, Course? course, Reading? reading, DateOnly on, Framework framework)
    {
        if (reading is not { Value.IsKnown: true })
        {
            return new(Light.Grey, GreyReason.NoData);
        }

        var judged = Judge(card, course, reading.Value, on, framework) with { HasFallen = reading.IsBelowBefore };
        return judged switch
        {
            _ when on > LastFreshDay(reading.Until, card, framework) => judged with { Light = Light.Grey, Why = GreyReason.Stale },
            _ when reading.Quality is { } quality && quality < framework.MinimumQuality => judged with { Light = Light.Grey, Why = GreyReason.LowQuality },
            _ => judged,
        };
    }

    /// <summary>A value is stale once it is older than twice its frequency and its lag.</summary>
    public static DateOnly LastFreshDay(DateOnly until, IndicatorDefinition card, Framework framework)
    {
        var months = framework.StaleFactor * card.FrequencyMonths;
        var whole = (int)decimal.Floor(months);
        return until.AddMonths(whole).AddDays((int)((months - whole) * 30m) + card.LagDays);
    }

    /// <summary>p of a band indicator: 1 inside, falling to 0 over the tolerance outside.</summary>
    public static decimal InBand(decimal actual, decimal low, decimal high, decimal tolerance)
    {
        var distance = actual < low ? low - actual : actual > high ? actual - high : 0m;
        return distance == 0m ? 1m : tolerance == 0m ? 0m : Math.Max(0m, 1m - (distance / tolerance));
    }

    /// <summary>p of an indicator that is to hold: 1 as long as it does not fall below the baseline by more than the tolerance.</summary>
    public static decimal Held(decimal actual, decimal baseline, decimal tolerance) => actual >= baseline - tolerance ? 1m : 0m;

    // An interval is judged at both ends: where they agree the light is theirs, where not nobody can tell. Never at the middle.
    private static Standing Judge(IndicatorDefinition card, Course? course, Figure value, DateOnly on, Framework framework)
    {
        if (card.IsContextOnly)
        {
            return new(Light.Grey, GreyReason.ContextOnly);
        }

        if (value.Number is { } number)
        {
            return Judge(card, course, number, on, framework);
        }

        if (value is not { Low: { } low, High: { } high })
        {
            return new(Light.Grey, GreyReason.Uncertain);
        }

        var (first, last) = (Judge(card, course, low, on, framework), Judge(card, course, high, on, framework));
        return (first.Light, first.IsReversed) == (last.Light, last.IsReversed)
            ? first with { Progress = null, Performance = null }
            : new(Light.Grey, GreyReason.Uncertain, Expected: first.Expected);
    }

    private static Standing Judge(IndicatorDefinition card, Course? course, decimal actual, DateOnly on, Framework framework) => card switch
    {
        { Direction: Direction.Band, BandLow: { } low, BandHigh: { } high } => Constant(InBand(actual, low, high, card.Tolerance ?? 0m), framework),
        { Direction: Direction.Maintain } => course is null
            ? new(Light.Grey, GreyReason.NoTarget)
            : Constant(Held(actual, course.Baseline.Value, card.Tolerance ?? 0m), framework),
        _ when course is null || course.IsStill => new(Light.Grey, GreyReason.NoTarget),
        _ => Moving(course, actual, on, framework),
    };

    // What is to hold should hold all the time: e is 1.
    private static Standing Constant(decimal progress, Framework framework) =>
        new(ByPerformance(progress, framework), null, new(progress), new(1m), progress);

    private static Standing Moving(Course course, decimal actual, DateOnly on, Framework framework)
    {
        var progress = course.ProgressOf(actual)!.Value;
        var expected = course.ExpectedOn(on)!.Value;
        var performance = expected.Share > framework.TooEarlyUntil ? progress.Share / expected.Share : (decimal?)null;
        var isReversed = progress.Share < 0m;
        var (light, why) = (progress.Share, performance) switch
        {
            ( >= 1m, _) when on < course.Target.Day => (Light.Blue, (GreyReason?)null),
            ( < 0m, _) => (Light.Red, null),
            (_, null) => (Light.Grey, GreyReason.TooEarly),
            (_, { } r) => (ByPerformance(r, framework), null),
        };
        return new(light, why, progress, expected, performance, isReversed);
    }

    private static Light ByPerformance(decimal performance, Framework framework) =>
        performance >= framework.GreenFrom ? Light.Green : performance >= framework.AmberFrom ? Light.Amber : Light.Red;
}

/// <summary>In which order a dashboard shows lights: what moves away first, what cannot be told before what is well.</summary>
public static class Urgency
{
    public static int Of(Standing standing) => standing switch
    {
        { Light: Light.Red, IsReversed: true } => 0,
        { Light: Light.Red } => 1,
        { Light: Light.Amber } => 2,
        { Light: Light.Grey } => 3,
        { Light: Light.Green } => 4,
        _ => 5,
    };
}
