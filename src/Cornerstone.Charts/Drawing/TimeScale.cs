using System.Globalization;

namespace Cornerstone.Charts.Drawing;

/// <summary>A stretch of an axis with a name: a year, or a month where all lies within two years.</summary>
internal sealed record TimeTick(DateOnly From, DateOnly Until, string Name)
{
    /// <summary>Where the name stands: in the middle of its year or month, but not outside the plot.</summary>
    public double Middle(Func<DateOnly, double> x, Box plot)
    {
        var half = Math.Min(TextWidth.Of(Name), plot.Width) / 2;
        return Math.Clamp((x(From) + x(Until)) / 2, plot.X + half, plot.End - half);
    }
}

/// <summary>Days on an axis, in whole years; in whole months where the whole is short.</summary>
internal sealed class TimeScale
{
    private const int MostMonths = 24;
    private const double TickGap = 12;
    private const int LongestStep = 10_000;

    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, MostMonths];
    private static readonly int[] YearSteps = [1, 2, 5, 10, 20, 50, 100, 500, 1_000];

    private readonly int first;
    private readonly int last;

    private TimeScale(DateOnly from, DateOnly until, bool isMonthly)
    {
        (From, Until, IsMonthly) = (from, until, isMonthly);
        (first, last) = (from.DayNumber, until.DayNumber);
    }

    public DateOnly From { get; }

    /// <summary>The first day after.</summary>
    public DateOnly Until { get; }

    public bool IsMonthly { get; }

    public static TimeScale Around(IEnumerable<DateOnly> days)
    {
        var sorted = days.Order().ToList();
        var (low, high) = (sorted[0], sorted[^1]);
        var isMonthly = (high.Year - low.Year) * 12 + high.Month - low.Month < MostMonths;
        return isMonthly
            ? new(new(low.Year, low.Month, 1), NextMonth(high), true)
            : new(new(low.Year, 1, 1), high.Year == DateOnly.MaxValue.Year ? DateOnly.MaxValue : new(high.Year + 1, 1, 1), false);
    }

    /// <summary>0 at the first day of the scale, 1 after its last.</summary>
    public double Share(DateOnly day) => Math.Clamp((day.DayNumber - first) / (double)(last - first), 0, 1);

    /// <summary>Years or months, each named; when space is short, in steps of several.</summary>
    public IReadOnlyList<TimeTick> Ticks(double room, CultureInfo culture)
    {
        var units = IsMonthly ? Months(culture).ToList() : [.. Years()];
        var widest = units.Max(u => TextWidth.Of(u.Name)) + TickGap;
        var every = Step((int)Math.Ceiling(widest * units.Count / Math.Max(1, room)));
        return [.. units.Where((u, i) => (IsMonthly ? i : u.From.Year) % every == 0)
            .Select(u => u with { Until = Later(u.From) })];
    }

    private DateOnly Later(DateOnly from) => from.Year == DateOnly.MaxValue.Year ? Until : from.AddMonths(IsMonthly ? 1 : 12);

    private int Step(int least) => Array.Find(IsMonthly ? MonthSteps : YearSteps, s => s >= least) is > 0 and var step ? step : LongestStep;

    private IEnumerable<TimeTick> Years() =>
        Enumerable.Range(From.Year, Math.Max(1, Until.Year - From.Year)).Select(y => new TimeTick(new(y, 1, 1), Until, y.ToString(CultureInfo.InvariantCulture)));

    private IEnumerable<TimeTick> Months(CultureInfo culture)
    {
        for (var month = From; month < Until; month = NextMonth(month))
            yield return new(month, Until, $"{culture.DateTimeFormat.GetAbbreviatedMonthName(month.Month)} {month.Year.ToString(CultureInfo.InvariantCulture)}");
    }

    private static DateOnly NextMonth(DateOnly day) => day.Year == DateOnly.MaxValue.Year && day.Month == 12
        ? DateOnly.MaxValue
        : new DateOnly(day.Year, day.Month, 1).AddMonths(1);
}
