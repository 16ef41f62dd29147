using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Legislation;

/// <summary>Laws on a country's first page: how many are on their way.</summary>
public sealed class LegislationOverview(AppDb db, Text T) : IOverviewPart
{
    public string Needs => LegislationRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        var pending = (await db.Laws.AsNoTracking().Where(l => l.Country == country).Select(l => l.State).ToListAsync(ct)).Count(LawPath.IsPending);
        return new OverviewContent([new(T["Laws pending"], pending, T["planned, drafted or awaiting a vote or a signature"], $"/{country.ToLowerInvariant()}/laws?pending=true")]);
    }
}
