using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.Commitments;

/// <summary>Commitments on a country's first page: what is late and what comes next.</summary>
public sealed class CommitmentsOverview(AppDb db, TimeProvider clock, Text T) : IOverviewPart
{
    private const int Shown = 6;

    public sealed record Upcoming(string Path, IReadOnlyList<FollowedObligation> Obligations);

    public string Needs => CommitmentsRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        var followed = await db.FollowedAsync(country, ObligationState.Accepted, Deadline.CouncilDay(clock.GetUtcNow()), ct);
        var path = $"/{country.ToLowerInvariant()}/commitments";
        int Count(DeadlineStatus status) => followed.Count(f => f.Deadline.Status == status);
        return new OverviewContent(
            [
                new(T["Overdue commitments"], Count(DeadlineStatus.Overdue), T["past their date, nothing delivered"], $"{path}?status={DeadlineStatus.Overdue}"),
                new(T["Due soon"], Count(DeadlineStatus.DueSoon), T["within {0} days", Deadline.SoonDays], $"{path}?status={DeadlineStatus.DueSoon}"),
            ],
            "/Features/Commitments/_NextDeadlines.cshtml",
            new Upcoming(path, [.. followed
                .Where(f => f.Deadline.Status is DeadlineStatus.Overdue or DeadlineStatus.DueSoon or DeadlineStatus.Upcoming)
                .OrderBy(f => f.Deadline.Due).Take(Shown)]))
        {
            Place = OverviewPlace.Next,
        };
    }
}
