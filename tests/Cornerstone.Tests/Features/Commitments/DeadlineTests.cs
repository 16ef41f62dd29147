using Cornerstone.Features.Commitments;

namespace Cornerstone.Tests.Features.Commitments;

public sealed class DeadlineTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static Deadline Once(DateOnly? due, params IReadOnlyList<DateOnly> delivered) => Deadline.Of(due, null, delivered, isSuperseded: false, Today);

    [Fact]
    public void The_report_asked_for_in_paragraph_25_of_resolution_2553_was_166_days_late()
    {
        // S/RES/2553 (2020), para. 25: "in September 2021"; S/2022/280 is dated 15 March 2022.
        var deadline = Once(new DateOnly(2021, 9, 30), new DateOnly(2022, 3, 15));

        Assert.Equal((DeadlineStatus.DeliveredLate, 166), (deadline.Status, deadline.Days));
    }

    [Theory]
    [InlineData(91, DeadlineStatus.Upcoming)]
    [InlineData(90, DeadlineStatus.DueSoon)]
    [InlineData(0, DeadlineStatus.DueSoon)]
    [InlineData(-1, DeadlineStatus.Overdue)]
    public void An_open_date_is_upcoming_due_soon_or_overdue(int daysFromToday, DeadlineStatus expected)
    {
        var deadline = Once(Today.AddDays(daysFromToday));

        Assert.Equal((expected, Math.Abs(daysFromToday)), (deadline.Status, deadline.Days));
    }

    [Fact]
    public void What_is_delivered_on_its_day_is_on_time()
    {
        Assert.Equal(DeadlineStatus.DeliveredOnTime, Once(Today, Today).Status);
    }

    [Fact]
    public void Without_a_date_nothing_is_late_and_a_delivery_still_counts()
    {
        Assert.Equal(DeadlineStatus.NoDate, Once(null).Status);
        Assert.Equal(DeadlineStatus.DeliveredOnTime, Once(null, Today).Status);
    }

    [Fact]
    public void The_first_delivery_decides_and_a_later_supplement_does_not_make_it_late()
    {
        var deadline = Once(new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 1), new DateOnly(2026, 8, 1));

        Assert.Equal(DeadlineStatus.DeliveredOnTime, deadline.Status);
    }

    [Fact]
    public void What_was_superseded_is_no_longer_overdue()
    {
        var deadline = Deadline.Of(new DateOnly(2026, 1, 1), null, [], isSuperseded: true, Today);

        Assert.Equal((DeadlineStatus.Superseded, (int?)null), (deadline.Status, deadline.Days));
    }

    [Fact]
    public void A_recurring_report_counts_from_its_first_date_and_not_from_a_late_delivery()
    {
        var first = new DateOnly(2026, 1, 31);

        var deadline = Deadline.Of(first, Recurrence.Parse("every 90 days"), [new DateOnly(2026, 2, 20), new DateOnly(2026, 5, 1)], isSuperseded: false, Today);

        Assert.Equal(new DateOnly(2026, 7, 30), deadline.Due);
        Assert.Equal(DeadlineStatus.Overdue, deadline.Status);
        Assert.Equal(new DateOnly(2026, 5, 1), deadline.Delivered);
    }

    [Fact]
    public void The_councils_day_ends_at_midnight_in_new_york()
    {
        // 1 October, 03:30 UTC is still 30 September in New York, four hours behind in summer time.
        Assert.Equal(new DateOnly(2021, 9, 30), Deadline.CouncilDay(new DateTimeOffset(2021, 10, 1, 3, 30, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2021, 10, 1), Deadline.CouncilDay(new DateTimeOffset(2021, 10, 1, 4, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("every 90 days", 90, RecurrenceUnit.Days)]
    [InlineData("every 6 months", 6, RecurrenceUnit.Months)]
    [InlineData("every year", 1, RecurrenceUnit.Years)]
    public void A_recurrence_reads_back_what_it_writes(string code, int number, RecurrenceUnit unit)
    {
        var recurrence = Recurrence.Parse(code);

        Assert.Equal(new Recurrence(number, unit), recurrence);
        Assert.Equal(code, recurrence.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("often")]
    [InlineData("every 0 days")]
    [InlineData("every 5 fortnights")]
    public void What_is_no_recurrence_is_refused(string code)
    {
        Assert.False(Recurrence.TryParse(code, null, out _));
    }
}
