using Cornerstone.Features.Benchmarks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>Who had a hand in a value's figures beside the person who entered it; the database writes it.</summary>
public sealed class ValueAuthor
{
    public required Guid PointId { get; init; }

    public required Guid PersonId { get; init; }

    public required string Country { get; init; }
}

internal sealed class ValueEvidenceTable : IEntityTypeConfiguration<ValueEvidence>
{
    public void Configure(EntityTypeBuilder<ValueEvidence> evidence)
    {
        evidence.ToTable("value_evidence", "work");
        evidence.Ignore(e => e.DownloadName);
        evidence.HasOne<SeriesPoint>().WithMany().HasForeignKey(e => e.PointId);
    }
}

internal sealed class RivalValueTable : IEntityTypeConfiguration<RivalValue>
{
    public void Configure(EntityTypeBuilder<RivalValue> rival)
    {
        rival.ToTable("rival_value", "work");
        rival.Ignore(r => r.Value);
        foreach (var number in new[] { nameof(RivalValue.ValueLow), nameof(RivalValue.ValueHigh), nameof(RivalValue.Numerator), nameof(RivalValue.Denominator) })
        {
            rival.Property<decimal?>(number).HasPrecision(28, 8);
        }

        rival.HasOne<SeriesPoint>().WithMany().HasForeignKey(r => r.PointId);
    }
}

internal sealed class ValueAuthorTable : IEntityTypeConfiguration<ValueAuthor>
{
    public void Configure(EntityTypeBuilder<ValueAuthor> author)
    {
        author.ToTable("value_author", "work");
        author.HasKey(a => new { a.PointId, a.PersonId });
    }
}
