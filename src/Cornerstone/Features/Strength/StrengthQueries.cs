using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Strength;

/// <summary>What other rooms read of strength. Row-level security decides what is found.</summary>
public static class StrengthQueries
{
    extension(AppDb db)
    {
        public DbSet<InstitutionStrength> InstitutionStrengths => db.Set<InstitutionStrength>();
    }
}
