using Cornerstone.Features.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Strength;

internal sealed class InstitutionStrengthTable : IEntityTypeConfiguration<InstitutionStrength>
{
    public void Configure(EntityTypeBuilder<InstitutionStrength> strength)
    {
        strength.ToTable("institution_strength", "work");
        strength.Ignore(s => s.IsAnyAge);
        strength.HasOne<Institution>().WithMany().HasForeignKey(s => s.InstitutionId);
    }
}
