using Cornerstone.Access;
using Cornerstone.Data;
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

        /// <summary>Assignments of a country that hold on a day.</summary>
        public Task<List<RoleAssignment>> AssignmentsOnAsync(string country, DateOnly on, CancellationToken ct) => db.RoleAssignments.AsNoTracking()
            .Where(a => a.Country == country && a.ValidFrom <= on && (a.ValidUntil == null || a.ValidUntil >= on))
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
    }
}
