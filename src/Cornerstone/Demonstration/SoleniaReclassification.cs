using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Reclassifications;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>A commitment the secretariat of Solenia would show everybody, and nobody else has agreed to yet.</summary>
internal static class SoleniaReclassification
{
    public static async Task AddAsync(Database database, string country, TimeProvider clock, CancellationToken ct)
    {
        await using var db = AppDb.Over(database);
        var amina = await CurrentReader.ReaderOfAsync(db, DemonstrationPerson.All.First(p => p.Role == Role.Secretariat).Id, ct);
        await db.BeginAsync(amina, ct);
        if (await db.Set<Reclassification>().AnyAsync(r => r.Country == country, ct)
            || await db.Obligations.OrderBy(o => o.Id).FirstOrDefaultAsync(o => o.Country == country && o.State == ObligationState.Accepted && o.Classification == Classification.Partner, ct) is not { } obligation)
        {
            return;
        }

        (db.Lowerings.Reason, obligation.Classification) = ("Announced by the minister at the dialogue; the public asks where it stands", Classification.Public);
        await db.SaveAsync(new Act("commitments.edit", country, clock.GetUtcNow()), ct);
    }
}
