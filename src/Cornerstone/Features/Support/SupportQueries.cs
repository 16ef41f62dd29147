using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Support;

/// <summary>What other rooms, and more than one page, read of support. Row-level security decides what is found.</summary>
public static class SupportQueries
{
    extension(AppDb db)
    {
        public DbSet<Activity> Activities => db.Set<Activity>();

        public DbSet<Transaction> Transactions => db.Set<Transaction>();

        public DbSet<PlannedAmount> PlannedAmounts => db.Set<PlannedAmount>();

        public DbSet<ActivityAlignment> Alignments => db.Set<ActivityAlignment>();

        public DbSet<SupportSource> SupportSources => db.Set<SupportSource>();

        public DbSet<SupportImport> SupportImports => db.Set<SupportImport>();

        public DbSet<SupportPage> SupportPages => db.Set<SupportPage>();

        public DbSet<ActivityReading> ActivityReadings => db.Set<ActivityReading>();
    }
}
