using Cornerstone.Data;
using Cornerstone.Published;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Publications;

internal sealed class PublicationTable : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("publication", "work");
        // Two people decide at once: one does.
        publication.Property(p => p.State).IsConcurrencyToken();
    }
}

internal sealed class PublicationRowTable : IEntityTypeConfiguration<PublicationRow>
{
    public void Configure(EntityTypeBuilder<PublicationRow> row)
    {
        row.ToTable("publication_row", "work");
        row.HasOne<Publication>().WithMany().HasForeignKey(r => r.PublicationId);
        row.Property(r => r.Row).HasColumnType("jsonb");
    }
}

internal sealed class WithdrawalTable : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> withdrawal) => withdrawal.ToTable("withdrawal", "work");
}

internal static class PublicationsQueries
{
    extension(AppDb db)
    {
        public DbSet<Publication> Publications => db.Set<Publication>();

        public DbSet<PublicationRow> PublicationRows => db.Set<PublicationRow>();

        public DbSet<Withdrawal> Withdrawals => db.Set<Withdrawal>();

        public IQueryable<Edition> Editions => db.Set<Edition>().AsNoTracking();

        public IQueryable<Subject> PublishedSubjects => db.Set<Subject>().AsNoTracking();

        /// <summary>The number of the last edition; 0 before the first.</summary>
        public async Task<int> LastEditionAsync(string country, CancellationToken ct) =>
            await db.Editions.Where(e => e.Country == country).MaxAsync(e => (int?)e.Number, ct) ?? 0;

        /// <summary>The rows as one number.</summary>
        public Task<string> HashAsync(Guid publication, CancellationToken ct) =>
            db.Database.SqlQuery<string>($"select work.publication_hash({publication}) as \"Value\"").SingleAsync(ct);

        /// <summary>How many rows come from records that are not, or no longer, public.</summary>
        public Task<int> UnpublishableAsync(Guid publication, CancellationToken ct) =>
            db.Database.SqlQuery<int>($"select count(*)::integer as \"Value\" from work.unpublishable({publication})").SingleAsync(ct);

        /// <summary>By which names activities of support were published, or proposed, by the record.</summary>
        public async Task<Dictionary<Guid, string>> SupportKeysAsync(string country, CancellationToken ct) => (await db.PublicationRows.AsNoTracking()
                .Where(r => r.Country == country && r.IntoTable == "activity").OrderBy(r => r.Id).Select(r => new { r.SourceId, r.Key }).ToListAsync(ct))
            .DistinctBy(r => r.SourceId).ToDictionary(r => r.SourceId, r => r.Key);

        /// <summary>Records whose numbers were told in an edition: that cannot be taken back, also not by withdrawing it.</summary>
        public async Task<HashSet<Guid>> ToldBeforeAsync(string country, string key, CancellationToken ct) => [.. await (
            from row in db.PublicationRows.AsNoTracking()
            join publication in db.Publications on row.PublicationId equals publication.Id
            where row.Country == country && row.Kind == SubjectKind.Indicator && row.Key == key && row.IntoTable == "indicator_value"
                && row.Telling == RowTelling.Told && publication.State == PublicationState.Published
            select row.SourceId).Distinct().ToListAsync(ct)];
    }
}
