using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Partners;

internal sealed class PartnerTable : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.ToTable("partner", "work");
        partner.Property(p => p.Version).IsConcurrencyToken();
        partner.HasOne<Partner>().WithMany().HasForeignKey(p => p.MergedIntoId);
    }
}

internal sealed class PartnerNameTable : IEntityTypeConfiguration<PartnerName>
{
    public void Configure(EntityTypeBuilder<PartnerName> name)
    {
        name.ToTable("partner_name", "work");
        name.HasOne<Partner>().WithMany().HasForeignKey(n => n.PartnerId);
    }
}
