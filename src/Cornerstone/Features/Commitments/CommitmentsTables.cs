using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Commitments;

internal sealed class ObligationTable : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> obligation)
    {
        obligation.ToTable("obligation", "work");
        obligation.Property(o => o.Version).IsConcurrencyToken();
    }
}

internal sealed class EvidenceTable : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("evidence", "work");
        evidence.HasOne<Obligation>().WithMany().HasForeignKey(e => e.ObligationId);
    }
}

internal sealed class ProvisionServedTable : IEntityTypeConfiguration<ProvisionServed>
{
    public void Configure(EntityTypeBuilder<ProvisionServed> link) => link.ToTable("provision_served", "work");
}
