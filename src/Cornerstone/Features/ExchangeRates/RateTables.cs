using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.ExchangeRates;

internal sealed class RateSourceTable : IEntityTypeConfiguration<RateSource>
{
    public void Configure(EntityTypeBuilder<RateSource> source)
    {
        source.ToTable("rate_source", "work");
        source.Property(s => s.Version).IsConcurrencyToken();
    }
}

internal sealed class ExchangeRateTable : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> rate)
    {
        rate.ToTable("exchange_rate", "work");
        rate.HasOne<RateSource>().WithMany().HasForeignKey(r => r.SourceId);
        rate.Property(r => r.Units).HasColumnType("numeric");
    }
}
