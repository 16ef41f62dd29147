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

        /// <summary>What people decided of records that look alike, also what they took back.</summary>
        public DbSet<SameActivity> SameActivities => db.Set<SameActivity>();

        public DbSet<SupportCorrection> SupportCorrections => db.Set<SupportCorrection>();

        public DbSet<SupportSource> SupportSources => db.Set<SupportSource>();

        public DbSet<FileImport> FileImports => db.Set<FileImport>();

        public DbSet<SupportPage> SupportPages => db.Set<SupportPage>();

        public DbSet<ActivityReading> ActivityReadings => db.Set<ActivityReading>();

        /// <summary>Stages of money of some activities, currency by currency.</summary>
        public async Task<ILookup<Guid, StageSum>> StageSumsAsync(IReadOnlyCollection<Guid> activities, CancellationToken ct) => (await db.Transactions.AsNoTracking()
            .Where(t => activities.Contains(t.ActivityId))
            .GroupBy(t => new { t.ActivityId, t.Type, t.Currency })
            .Select(g => new StageSum(g.Key.ActivityId, g.Key.Type, g.Key.Currency, g.Sum(t => t.Amount ?? 0m), g.Count(), g.Count(t => t.Amount == null)))
            .ToListAsync(ct)).ToLookup(s => s.ActivityId);
    }
}
