using Cornerstone.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Institutions;

internal sealed class InstitutionTable : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> institution)
    {
        institution.ToTable("institution", "work");
        institution.Property(i => i.Version).IsConcurrencyToken();
    }
}

internal sealed class InstitutionProfileTable : IEntityTypeConfiguration<InstitutionProfile>
{
    public void Configure(EntityTypeBuilder<InstitutionProfile> profile)
    {
        profile.ToTable("institution_profile", "work");
        profile.Ignore(p => p.NeedsOversight);
        profile.PrimitiveCollection(p => p.Powers).ElementType(e => e.HasConversion<string>());
        profile.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId);
        profile.HasOne<Institution>().WithMany().HasForeignKey(p => p.ParentId);
    }
}

internal sealed class InstitutionSuccessionTable : IEntityTypeConfiguration<InstitutionSuccession>
{
    public void Configure(EntityTypeBuilder<InstitutionSuccession> succession)
    {
        succession.ToTable("institution_succession", "work");
        succession.HasOne<Institution>().WithMany().HasForeignKey(s => s.FromId);
        succession.HasOne<Institution>().WithMany().HasForeignKey(s => s.ToId);
    }
}

internal sealed class NationalComponentTable : IEntityTypeConfiguration<NationalComponent>
{
    public void Configure(EntityTypeBuilder<NationalComponent> component)
    {
        component.ToTable("national_component", "work");
        component.Property(c => c.Version).IsConcurrencyToken();
    }
}

internal sealed class FocalPointTable : IEntityTypeConfiguration<FocalPoint>
{
    public void Configure(EntityTypeBuilder<FocalPoint> point)
    {
        point.ToTable("focal_point", "work");
        point.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        point.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId);
    }
}
