using Cornerstone.Values;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>What a duty to report says today.</summary>
public enum DutyStatus
{
    /// <summary>The period runs, or its value cannot be there yet.</summary>
    Upcoming,

    /// <summary>The period is over; the day it is due comes within two weeks.</summary>
    DueSoon,
    Overdue,
}

/// <summary>A value that somebody is to enter: of which indicator, for which period, by when.</summary>
/// <param name="DueOn">The period's last day and the lag of the definition card.</param>
/// <param name="DraftId">The value begun and not submitted yet, or returned; null when nobody began.</param>
public sealed record Duty(
    Guid IndicatorId, string Code, Wording Name, Classification Classification, string Custodian, Guid? CustodianId,
    Period Period, DateOnly DueOn, DutyStatus Status, Guid? DraftId = null)
{
    public int DaysLate(DateOnly today) => Math.Max(0, today.DayNumber - DueOn.DayNumber);
}
