using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.OversightActivities;

internal sealed class OversightActivityTable : IEntityTypeConfiguration<OversightActivity>
{
    public void Configure(EntityTypeBuilder<OversightActivity> activity)
    {
        activity.ToTable("oversight_activity", "work");
        activity.Property(a => a.Version).IsConcurrencyToken();
    }
}

internal sealed class OversightRecommendationTable : IEntityTypeConfiguration<OversightRecommendation>
{
    public void Configure(EntityTypeBuilder<OversightRecommendation> recommendation)
    {
        recommendation.ToTable("oversight_recommendation", "work");
        recommendation.Property(r => r.Version).IsConcurrencyToken();
        recommendation.HasOne<OversightActivity>().WithMany().HasForeignKey(r => r.ActivityId);
    }
}

internal sealed class RecommendationStepTable : IEntityTypeConfiguration<RecommendationStep>
{
    public void Configure(EntityTypeBuilder<RecommendationStep> step)
    {
        step.ToTable("recommendation_step", "work");
        step.HasOne<OversightRecommendation>().WithMany().HasForeignKey(s => s.RecommendationId);
    }
}
