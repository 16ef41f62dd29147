using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>The reader's own duties on a country's first page: the reminder inside the program.</summary>
public sealed class DutiesOverview(AppDb db, CurrentReader current, TimeProvider clock, Text T) : IOverviewPart
{
    public string Needs => ReportingCalendarRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var duties = await db.DutiesOfAsync(current.Reader, country, today, ct);
        var path = $"/{country.ToLowerInvariant()}/calendar";
        return new OverviewContent(
        [
            new(T["Values overdue"], duties.Count(d => d.Status == DutyStatus.Overdue), T["past the day they were due"], $"{path}?status={DutyStatus.Overdue}"),
            new(T["Values due soon"], duties.Count(d => d.Status == DutyStatus.DueSoon), T["within {0} days", ReportingPeriods.SoonDays], $"{path}?status={DutyStatus.DueSoon}"),
        ]);
    }
}
