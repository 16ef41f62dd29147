using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.Institutions;

/// <summary>Institutions on a country's first page: powers over people that nobody outside watches.</summary>
public sealed class InstitutionsOverview(AppDb db, TimeProvider clock, Text T) : IOverviewPart
{
    public string Needs => InstitutionsRoom.Read;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        var institutions = await db.InstitutionsOnAsync(country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        if (institutions.Count == 0)
        {
            return new([]);
        }

        var lines = new LinesOfCommand(institutions);
        var unwatched = institutions.Count(i => i.NeedsOversight && lines.ExternalOversightOf(i).Count == 0);
        return new([new(T["Institutions nobody watches"], unwatched, T["with powers over people, of {0} institutions", institutions.Count], $"/{country.ToLowerInvariant()}/institutions?unwatched=true")]);
    }
}
