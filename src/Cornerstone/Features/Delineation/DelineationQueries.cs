using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Delineation;

/// <summary>What other rooms, and more than one page, read of the delineation of roles.</summary>
public static class DelineationQueries
{
    extension(AppDb db)
    {
        public DbSet<SectorFunction> SectorFunctions => db.Set<SectorFunction>();

        public DbSet<FunctionSetAside> FunctionsSetAside => db.Set<FunctionSetAside>();

        public DbSet<RoleAssignment> RoleAssignments => db.Set<RoleAssignment>();

        /// <summary>The shared catalogue and the country's own functions, in order, without those set aside here.</summary>
        public Task<List<SectorFunction>> FunctionsAsync(string country, CancellationToken ct) => db.SectorFunctions.AsNoTracking()
            .Where(f => f.Country == country || f.Country == Workspace.Shared)
            .Where(f => !db.Set<FunctionSetAside>().Any(a => a.Country == country && a.FunctionId == f.Id))
            .OrderBy(f => f.Country != Workspace.Shared).ThenBy(f => f.Position).ThenBy(f => f.Code)
            .ToListAsync(ct);

        /// <summary>A function by its code; the country's own before the shared one.</summary>
        public Task<SectorFunction?> FunctionAsync(string country, string code, CancellationToken ct) => db.SectorFunctions.AsNoTracking()
            .Where(f => f.Code == code && (f.Country == country || f.Country == Workspace.Shared))
            .OrderBy(f => f.Country != country).FirstOrDefaultAsync(ct);

        /// <summary>
        /// Rule R1 for what is agreed, asked before the database refuses: nobody else may be accountable for the same function in the
        /// same territory at the same time; and one institution holds a role once.
        /// </summary>
        public async Task<Refusal?> MayHoldAsync(RoleAssignment role, CancellationToken ct)
        {
            await db.TakeTurnAsync(role.Country, role.FunctionId, ct);
            var others = await db.RoleAssignments.AsNoTracking()
                .Where(r => r.Country == role.Country && r.FunctionId == role.FunctionId && r.Id != role.Id && r.Role == role.Role && r.Standing == role.Standing && r.Territory == role.Territory)
                .ToListAsync(ct);
            var clash = others.Find(o => o.Overlaps(role) && (o.InstitutionId == role.InstitutionId || role is { Role: RoleInFunction.A, Standing: Standing.Agreed }));
            if (clash is null)
            {
                return null;
            }

            var code = await db.Institutions.Where(i => i.Id == clash.InstitutionId).Select(i => i.Code).FirstOrDefaultAsync(ct) ?? "?";
            return clash.InstitutionId == role.InstitutionId
                ? new Refusal("delineation.held-already", code, clash.ValidFrom)
                : new Refusal("delineation.accountable-already", code, clash.ValidFrom);
        }

        /// <summary>Assignments of a country that hold on a day.</summary>
        /// <remarks>Put in order here: asked to, the database walks along the index of all of them, and fetches the hidden ones too.</remarks>
        public async Task<List<RoleAssignment>> AssignmentsOnAsync(string country, DateOnly on, CancellationToken ct) =>
        [
            .. (await db.RoleAssignments.AsNoTracking().Where(a => a.Country == country && a.ValidFrom <= on && (a.ValidUntil == null || a.ValidUntil >= on)).ToListAsync(ct))
                .OrderBy(a => a.Id),
        ];
    }
}
