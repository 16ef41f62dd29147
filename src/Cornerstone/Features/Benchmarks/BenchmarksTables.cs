using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Benchmarks;

internal sealed class IndicatorTable : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.ToTable("indicator", "work");
        indicator.Property(i => i.Version).IsConcurrencyToken();
        indicator.Property(i => i.Weight).HasPrecision(9, 4);
    }
}

internal sealed class IndicatorDefinitionTable : IEntityTypeConfiguration<IndicatorDefinition>
{
    public void Configure(EntityTypeBuilder<IndicatorDefinition> card)
    {
        card.ToTable("indicator_definition", "work");
        card.HasOne<Indicator>().WithMany().HasForeignKey(d => d.IndicatorId);
        card.Property(d => d.BandLow).HasPrecision(28, 8);
        card.Property(d => d.BandHigh).HasPrecision(28, 8);
        card.Property(d => d.Tolerance).HasPrecision(28, 8);
    }
}

internal sealed class IndicatorTargetTable : IEntityTypeConfiguration<IndicatorTarget>
{
    public void Configure(EntityTypeBuilder<IndicatorTarget> target)
    {
        target.ToTable("indicator_target", "work");
        target.Property(t => t.Version).IsConcurrencyToken();
        target.HasOne<Indicator>().WithMany().HasForeignKey(t => t.IndicatorId);
        target.Ignore(t => t.Value);
        target.Property(t => t.ValueLow).HasPrecision(28, 8);
        target.Property(t => t.ValueHigh).HasPrecision(28, 8);
    }
}

internal sealed class SeriesPointTable : IEntityTypeConfiguration<SeriesPoint>
{
    public void Configure(EntityTypeBuilder<SeriesPoint> point)
    {
        point.ToTable("series_point", "work");
        point.Property(p => p.Version).IsConcurrencyToken();
        point.HasOne<Indicator>().WithMany().HasForeignKey(p => p.IndicatorId);
        point.Ignore(p => p.Value);
        point.Ignore(p => p.Period);

        // Values of many scales lie side by side: eight places, so that a ratio survives its import.
        foreach (var number in (string[])[nameof(SeriesPoint.ValueLow), nameof(SeriesPoint.ValueHigh), nameof(SeriesPoint.Numerator), nameof(SeriesPoint.Denominator)])
        {
            point.Property(number).HasPrecision(28, 8);
        }
    }
}

internal sealed class SeriesImportTable : IEntityTypeConfiguration<SeriesImport>
{
    public void Configure(EntityTypeBuilder<SeriesImport> import) => import.ToTable("series_import", "work");
}

internal sealed class OwnDimensionTable : IEntityTypeConfiguration<OwnDimension>
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Configure(EntityTypeBuilder<OwnDimension> dimension)
    {
        dimension.ToTable("indicator_dimension", "work");
        dimension.Property(d => d.Version).IsConcurrencyToken();
        dimension.Property(d => d.Members).HasColumnType("jsonb").HasConversion(
            members => JsonSerializer.Serialize(members.All, Form),
            stored => new DimensionMembers(JsonSerializer.Deserialize<List<DimensionMember>>(stored, Form)!));
    }
}

internal sealed class FrameworkTable : IEntityTypeConfiguration<Framework>
{
    public void Configure(EntityTypeBuilder<Framework> framework)
    {
        framework.ToTable("indicator_framework", "work");
        framework.Property(f => f.Version).IsConcurrencyToken();
        foreach (var share in framework.Metadata.GetProperties().Where(p => p.ClrType == typeof(decimal)))
        {
            share.SetPrecision(9);
            share.SetScale(4);
        }
    }
}
