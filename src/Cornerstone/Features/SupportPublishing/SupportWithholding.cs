using Cornerstone.Data;
using Cornerstone.Published;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>
/// Something of a public activity that no edition tells, and the ground that is told in its place. One person keeps it back, and
/// ends that: what goes out is looked at by two either way.
/// </summary>
public sealed class SupportWithholding : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ActivityId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required PublicPart Part { get; init; }

    /// <summary>Of a single amount: its transaction or planned amount.</summary>
    public Guid? LineId { get; init; }

    public required PublicGround Ground { get; init; }

    public required Guid DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public Guid? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; set; } = 1;

    public Refusal? End(Guid person, DateTimeOffset at)
    {
        if (EndedAt is not null)
        {
            return new Refusal("support.told-again");
        }

        (EndedBy, EndedAt, Version) = (person, at, Version + 1);
        return null;
    }
}

internal sealed class SupportWithholdingTable : IEntityTypeConfiguration<SupportWithholding>
{
    public void Configure(EntityTypeBuilder<SupportWithholding> withholding)
    {
        withholding.ToTable("support_withholding", "work");
        withholding.HasKey(w => new { w.ActivityId, w.Id });
        withholding.Property(w => w.Version).IsConcurrencyToken();
    }
}

internal static class SupportWithholdingQueries
{
    extension(AppDb db)
    {
        public DbSet<SupportWithholding> SupportWithholdings => db.Set<SupportWithholding>();

        /// <summary>What is kept back now, by activity.</summary>
        public async Task<ILookup<Guid, SupportWithholding>> WithholdingsInForceAsync(string country, CancellationToken ct) =>
            (await db.SupportWithholdings.AsNoTracking().Where(w => w.Country == country && w.EndedAt == null).OrderBy(w => w.Part).ThenBy(w => w.Id).ToListAsync(ct)).ToLookup(w => w.ActivityId);
    }
}
