using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Delineation;

/// <summary>Roles on a country's first page: how many functions clash, how many nobody does. Nothing before the first role.</summary>
public sealed class DelineationOverview(AppDb db, TimeProvider clock, Text T) : IOverviewPart
{
    public string Needs => DelineationRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        if (!await db.RoleAssignments.AnyAsync(r => r.Country == country, ct))
        {
            return new([]);
        }

        var picture = (await DelineationReading.ReadAsync(db, country, null, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), [], ct)).Picture;
        var href = $"/{country.ToLowerInvariant()}/delineation/findings";
        return new(
        [
            new(T["Functions several answer for"], picture.Overlaps, T["of {0} functions", picture.Functions.Count], href),
            new(T["Functions nobody does"], picture.Gaps, T["of {0} functions", picture.Functions.Count], href),
        ]);
    }
}
