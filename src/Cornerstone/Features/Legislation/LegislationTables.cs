using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Legislation;

internal sealed class LawTable : IEntityTypeConfiguration<Law>
{
    public void Configure(EntityTypeBuilder<Law> law)
    {
        law.ToTable("law", "work");
        law.Property(l => l.Version).IsConcurrencyToken();
    }
}

internal sealed class LawStepTable : IEntityTypeConfiguration<LawStep>
{
    public void Configure(EntityTypeBuilder<LawStep> step)
    {
        step.ToTable("law_step", "work");
        step.HasOne<Law>().WithMany().HasForeignKey(s => s.LawId);
    }
}

internal sealed class LawAssessmentTable : IEntityTypeConfiguration<LawAssessment>
{
    public void Configure(EntityTypeBuilder<LawAssessment> assessment)
    {
        assessment.ToTable("law_assessment", "work");
        assessment.HasOne<Law>().WithMany().HasForeignKey(a => a.LawId);
    }
}

internal sealed class LawByLawTable : IEntityTypeConfiguration<LawByLaw>
{
    public void Configure(EntityTypeBuilder<LawByLaw> byLaw)
    {
        byLaw.ToTable("law_by_law", "work");
        byLaw.Property(b => b.Version).IsConcurrencyToken();
        byLaw.HasOne<Law>().WithMany().HasForeignKey(b => b.LawId);
    }
}
