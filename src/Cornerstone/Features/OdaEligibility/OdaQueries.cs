using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>What the table needs of the register. Row-level security decides what is found.</summary>
public static class OdaQueries
{
    extension(AppDb db)
    {
        public async Task<OdaJudge> OdaJudgeAsync(string country, CancellationToken ct) => new(new OdaUnits((await db.InstitutionProfiles.AsNoTracking().Where(p => p.Country == country)
                .Select(p => new { p.InstitutionId, p.ValidFrom, p.ValidUntil, p.Type, p.Component, p.AlsoComponents, p.Armed }).ToListAsync(ct))
            .Select(p => OdaUnit.Of(p.InstitutionId, p.ValidFrom, p.ValidUntil, p.Type, p.Component, p.AlsoComponents, p.Armed))));
    }
}
