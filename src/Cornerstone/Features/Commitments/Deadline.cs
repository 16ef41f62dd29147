namespace Cornerstone.Features.Commitments;

/// <summary>How an obligation stands against its date (domain handbook §1.8).</summary>
public enum DeadlineStatus
{
    NoDate,
    Upcoming,
    DueSoon,
    Overdue,
    DeliveredOnTime,
    DeliveredLate,
    Superseded,
}

/// <summary>What an obligation's date says today.</summary>
/// <param name="Due">The date that counts now: of a recurring obligation the first one not yet met.</param>
/// <param name="Delivered">The day of delivery that answers it; of a recurring obligation the last delivery.</param>
/// <param name="Days">Days late when overdue or delivered late, days left when upcoming or due soon; else null.</param>
public sealed record Deadline(DeadlineStatus Status, DateOnly? Due, DateOnly? Delivered, int? Days)
{
    /// <summary>Domain handbook §1.8: "Upcoming (&gt; 90 d)".</summary>
    public const int SoonDays = 90;

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The Council's day: its deadlines run in New York time (domain handbook §17, invariant 12).</summary>
    public static DateOnly CouncilDay(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, NewYork).DateTime);

    public static Deadline Of(Obligation obligation, IEnumerable<DateOnly> deliveries, DateOnly today) => Of(
        obligation.DueDate,
        Recurrence.TryParse(obligation.Recurrence, null, out var recurrence) ? recurrence : null,
        [.. deliveries.Order()],
        obligation.SupersededBy is not null,
        today);

    public static Deadline Of(DateOnly? first, Recurrence? recurrence, IReadOnlyList<DateOnly> deliveries, bool isSuperseded, DateOnly today)
    {
        var isRecurring = recurrence is not null && first is not null;
        DateOnly? delivered = deliveries.Count == 0 ? null : isRecurring ? deliveries[^1] : deliveries[0];
        var due = isRecurring ? recurrence!.After(first!.Value, deliveries.Count) : first;
        if (isSuperseded)
        {
            return new(DeadlineStatus.Superseded, due, delivered, null);
        }

        return delivered is not null && !isRecurring ? Met(due, delivered.Value) : Open(due, delivered, today);
    }

    // Delivered without a date to hold it against cannot be late.
    private static Deadline Met(DateOnly? due, DateOnly delivered) => due is { } day && delivered > day
        ? new(DeadlineStatus.DeliveredLate, due, delivered, delivered.DayNumber - day.DayNumber)
        : new(DeadlineStatus.DeliveredOnTime, due, delivered, null);

    private static Deadline Open(DateOnly? due, DateOnly? lastDelivered, DateOnly today) => (due?.DayNumber - today.DayNumber) switch
    {
        null => new(DeadlineStatus.NoDate, null, lastDelivered, null),
        < 0 and var late => new(DeadlineStatus.Overdue, due, lastDelivered, -late),
        <= SoonDays and var left => new(DeadlineStatus.DueSoon, due, lastDelivered, left),
        var left => new(DeadlineStatus.Upcoming, due, lastDelivered, left),
    };
}
