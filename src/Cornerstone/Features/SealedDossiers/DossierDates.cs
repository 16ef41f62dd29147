using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>Until when dossiers are kept, and what is due. Seen by the members of the group; what becomes of it two of them decide, on the page for that.</summary>
public sealed class DossierDates(SealedDb db, TimeProvider clock)
{
    /// <summary>Beyond it nobody can say what a law will ask.</summary>
    public const int MostYears = 100;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>What may set a date, to choose from.</summary>
    public static IEnumerable<SelectListItem> Bases(Text T) => Enum.GetValues<KeepBasis>().Select(b => new SelectListItem(T[KeepBases.Of(b)], b.ToString()));

    public bool IsPossible(DateOnly? until) => until is { } day && day > Today && day <= Today.AddYears(MostYears);

    /// <summary>How many dossiers of each group are past their date. Counts alone: nothing is opened for it.</summary>
    public async Task<Dictionary<Guid, int>> DueAsync(CancellationToken ct)
    {
        var today = Today;
        return await db.Dossiers.AsNoTracking().Where(d => d.KeepUntil < today).GroupBy(d => d.CompartmentId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <summary>Sets another date. The journal keeps both, and what sets the new one. False when somebody wrote in the dossier in this moment.</summary>
    public async Task<bool> SetAsync(EnteredGroup entered, OpenDossier shown, DateOnly until, KeepBasis basis, CancellationToken ct)
    {
        var stored = await db.Dossiers.SingleAsync(d => d.Id == shown.Id && d.CompartmentId == entered.Group.Id, ct);
        (stored.KeepUntil, stored.KeepBasis) = (until, basis);
        var act = new Act("sealed.keep-until", entered.Group.Country, clock.GetUtcNow(), basis.ToString());
        return await db.TrySaveAsync(act, [SealedReads.Kept(act, entered.Group, shown, until)], ct);
    }
}
