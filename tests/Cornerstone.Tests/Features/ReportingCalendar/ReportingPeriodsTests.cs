using Cornerstone.Features.ReportingCalendar;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.ReportingCalendar;

public sealed class ReportingPeriodsTests
{
    [Theory]
    [InlineData(1, "2026-08")]
    [InlineData(3, "2026-Q3")]
    [InlineData(6, "2026-07/2026-12")]
    [InlineData(12, "2026")]
    [InlineData(24, "2026/2027")]
    public void A_day_falls_into_one_reporting_period_counted_from_January(int months, string expected)
    {
        var period = ReportingPeriods.Containing(new(2026, 8, 15), months);

        Assert.Equal(Period.Parse(expected), period);
    }

    [Fact]
    public void A_value_is_due_its_lag_after_the_last_day_of_its_period()
    {
        var owed = ReportingPeriods.Owed(3, 45, last: new(2026, 3, 31), since: new(2020, 1, 1), today: new(2026, 7, 20));

        Assert.Equal([Period.OfQuarter(2026, 2), Period.OfQuarter(2026, 3)], owed.Select(o => o.Period));
        Assert.Equal(new DateOnly(2026, 8, 14), owed[0].DueOn);
    }

    [Theory]
    [InlineData("2026-07-20", DutyStatus.Upcoming)]
    [InlineData("2026-07-31", DutyStatus.DueSoon)]
    [InlineData("2026-08-14", DutyStatus.DueSoon)]
    [InlineData("2026-08-15", DutyStatus.Overdue)]
    public void A_duty_is_near_two_weeks_before_its_day_and_overdue_the_day_after(string today, DutyStatus expected)
    {
        var status = ReportingPeriods.Owed(3, 45, new(2026, 3, 31), new(2020, 1, 1), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))[0].Status;

        Assert.Equal(expected, status);
    }

    [Fact]
    public void An_indicator_without_any_value_is_owed_from_the_period_it_was_defined_in()
    {
        var owed = ReportingPeriods.Owed(12, 90, last: null, since: new(2024, 5, 1), today: new(2026, 2, 1));

        Assert.Equal([Period.OfYear(2024), Period.OfYear(2025), Period.OfYear(2026)], owed.Select(o => o.Period));
        Assert.Equal([DutyStatus.Overdue, DutyStatus.Upcoming, DutyStatus.Upcoming], owed.Select(o => o.Status));
    }

    [Fact]
    public void A_series_that_stopped_long_ago_does_not_flood_the_calendar()
    {
        var owed = ReportingPeriods.Owed(1, 10, last: new(2010, 1, 31), since: new(2009, 1, 1), today: new(2026, 2, 1));

        Assert.Equal(12, owed.Count);
        Assert.Equal(Period.OfMonth(2026, 2), owed[^1].Period);
    }

    [Fact]
    public void A_stock_counted_in_the_middle_of_a_period_fulfils_what_ended_before_it_only()
    {
        var owed = ReportingPeriods.Owed(3, 0, last: new(2026, 2, 15), since: new(2020, 1, 1), today: new(2026, 4, 2));

        Assert.Equal(Period.OfQuarter(2026, 1), owed[0].Period);
    }
}
