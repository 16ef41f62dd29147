using Cornerstone.Values;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>Which values are due when, from how often an indicator is measured and how long its values take (domain handbook §4.2).</summary>
public static class ReportingPeriods
{
    /// <summary>Two weeks before its day a duty is near.</summary>
    public const int SoonDays = 14;

    // A series that stopped long ago is a gap to be looked at, not hundreds of reminders.
    private const int MostOpen = 12;

    /// <summary>The reporting period a day falls into: months are counted from January, so a half-year begins in January or July.</summary>
    public static Period Containing(DateOnly day, int months)
    {
        var first = ((day.Year * 12) + day.Month - 1) / months * months;
        return Beginning(new(first / 12, (first % 12) + 1, 1), months);
    }

    public static Period After(Period period, int months) => Containing(period.Until.AddDays(1), months);

    /// <summary>
    /// What is owed after the last value that was handed in, the period that runs now included, oldest first. Gaps further back
    /// are gaps in the data and no duties any more.
    /// </summary>
    /// <param name="last">Last day of the last value handed in; null when there is none.</param>
    /// <param name="since">From when on the indicator is to be measured.</param>
    public static IReadOnlyList<(Period Period, DateOnly DueOn, DutyStatus Status)> Owed(int months, int lagDays, DateOnly? last, DateOnly since, DateOnly today)
    {
        var owed = new List<(Period, DateOnly, DutyStatus)>();
        var period = Containing(last?.AddDays(1) ?? since, months);
        for (; period.From <= today; period = After(period, months))
        {
            if (last is { } handedIn && period.Until <= handedIn) continue;

            var due = period.Until.AddDays(lagDays);
            owed.Add((period, due, StatusOf(period, due, today)));
        }

        return owed.Count > MostOpen ? owed[^MostOpen..] : owed;
    }

    internal static DutyStatus StatusOf(Period period, DateOnly dueOn, DateOnly today) =>
        dueOn < today ? DutyStatus.Overdue
        : period.Until < today && dueOn.DayNumber - today.DayNumber <= SoonDays ? DutyStatus.DueSoon
        : DutyStatus.Upcoming;

    private static Period Beginning(DateOnly first, int months) => months switch
    {
        1 => Period.OfMonth(first.Year, first.Month),
        3 => Period.OfQuarter(first.Year, (first.Month + 2) / 3),
        12 => Period.OfYear(first.Year),
        _ when months % 12 == 0 => new(first, first.AddMonths(months).AddDays(-1), PeriodPrecision.Year),
        _ => new(first, first.AddMonths(months).AddDays(-1), PeriodPrecision.Month),
    };
}
