using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Instruments;

/// <summary>Instruments on a country's first page: how many bind today.</summary>
public sealed class InstrumentsOverview(AppDb db, Text T) : IOverviewPart
{
    public string Needs => InstrumentsRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        var states = await db.Instruments.AsNoTracking().Where(i => i.Country == country).Select(i => i.State).ToListAsync(ct);
        return new OverviewContent([new(
            T["Instruments in force"], states.Count(InstrumentPath.IsInForce), T.Plural(states.Count, "of {0} on record", "of {0} on record"), $"/{country.ToLowerInvariant()}/instruments?inForce=true")]);
    }
}
