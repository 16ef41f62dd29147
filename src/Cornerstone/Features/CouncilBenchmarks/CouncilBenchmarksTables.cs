using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.CouncilBenchmarks;

internal sealed class CouncilBenchmarkTable : IEntityTypeConfiguration<CouncilBenchmark>
{
    public void Configure(EntityTypeBuilder<CouncilBenchmark> benchmark)
    {
        benchmark.ToTable("council_benchmark", "work");
        benchmark.Property(b => b.Version).IsConcurrencyToken();
    }
}

internal sealed class CouncilJudgementTable : IEntityTypeConfiguration<CouncilJudgement>
{
    public void Configure(EntityTypeBuilder<CouncilJudgement> judgement)
    {
        judgement.ToTable("council_judgement", "work");
        judgement.Ignore(j => j.Period);
        judgement.Ignore(j => j.Stands);
        judgement.HasOne<CouncilBenchmark>().WithMany().HasForeignKey(j => j.BenchmarkId);
    }
}

internal sealed class CouncilObstacleTable : IEntityTypeConfiguration<CouncilObstacle>
{
    public void Configure(EntityTypeBuilder<CouncilObstacle> obstacle)
    {
        obstacle.ToTable("council_obstacle", "work");
        obstacle.HasOne<CouncilBenchmark>().WithMany().HasForeignKey(o => o.BenchmarkId);
    }
}
