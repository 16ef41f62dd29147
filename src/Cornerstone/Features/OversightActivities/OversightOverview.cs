using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.OversightActivities;

/// <summary>Oversight on a country's first page: which recommendations are past their day.</summary>
public sealed class OversightOverview(AppDb db, TimeProvider clock, Text T) : IOverviewPart
{
    public string Needs => OversightActivitiesRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var overdue = await db.OversightRecommendations.AsNoTracking()
            .CountAsync(r => r.Country == country && r.DueOn < today && r.State != RecommendationState.Implemented, ct);
        return new OverviewContent([new(T["Overdue recommendations"], overdue, T["of overseers, past their day"], $"/{country.ToLowerInvariant()}/oversight?overdue=true")]);
    }
}
