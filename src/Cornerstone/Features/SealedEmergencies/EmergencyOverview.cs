using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>Emergencies of the reader's sealed groups on the page where they arrive. To everybody else there is nothing, not even a zero.</summary>
public sealed class EmergencyOverview(AppDb db, SealedDb store, GroupDoor door, GroupEmergencies emergencies, Text T) : IOverviewPart
{
    public string Needs => SealedDossiersRoom.Enter;

    public async Task<OverviewContent> ReadAsync(string country, CancellationToken ct)
    {
        if (!await db.Set<CompartmentMember>().AnyAsync(m => m.PersonId == db.Reader.Id, ct))
        {
            return new OverviewContent([]);
        }

        await store.BeginAsync(db.Reader, ct);
        var waiting = await emergencies.NewsAsync(await door.MineAsync(ct), ct);
        return new OverviewContent(waiting.Count == 0 ? [] : [new(T["Emergencies"], waiting.Count, T["in sealed groups, not settled"], $"/{country.ToLowerInvariant()}/sealed")]);
    }
}
