using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanVersions;

/// <summary>Begins the next version of a plan as a copy of the approved one. Lineages stay, so what is linked to them stays too.</summary>
internal static class CopyVersion
{
    extension(AppDb db)
    {
        public async Task<PlanVersion> BeginNextVersionAsync(PlanVersion approved, int number, Act act, CancellationToken ct)
        {
            var next = new PlanVersion
            {
                Country = approved.Country,
                Classification = approved.Classification,
                Compartment = approved.Compartment,
                PlanId = approved.PlanId,
                Number = number,
                Levels = approved.Levels,
                PriceBasis = approved.PriceBasis,
                PriceYear = approved.PriceYear,
                CopiedFrom = approved.Id,
            };
            db.Add(next);
            await db.RecordAsync(act, ct);

            // The database copies, because whoever begins a version may not see all that goes on in it (0058_next_plan_version.sql).
            // The journal tells of the version, that it was copied, and to those who may read them all how many rows that were.
            await db.Database.ExecuteSqlAsync($"select work.copy_plan_version({next.Id}); select journal.note_copied_plan({next.Id})", ct);
            await db.CommitAsync(ct);
            return next;
        }
    }
}
