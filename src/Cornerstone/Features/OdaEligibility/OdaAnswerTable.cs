using Cornerstone.Features.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.OdaEligibility;

internal sealed class OdaAnswerTable : IEntityTypeConfiguration<OdaAnswer>
{
    public void Configure(EntityTypeBuilder<OdaAnswer> answer)
    {
        answer.ToTable("oda_answer", "work");
        answer.HasOne<Activity>().WithMany().HasForeignKey(a => a.ActivityId);
        answer.Property(a => a.Version).IsConcurrencyToken();
        answer.Property(a => a.Share).HasPrecision(5, 4);
        answer.Ignore(a => a.Key);
        answer.Ignore(a => a.Facts);
    }
}
