using System.Text.Json;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Plan;

internal sealed class NationalPlanTable : IEntityTypeConfiguration<NationalPlan>
{
    public void Configure(EntityTypeBuilder<NationalPlan> plan)
    {
        plan.ToTable("plan", "work");
        plan.Property(p => p.Version).IsConcurrencyToken();
    }
}

internal sealed class PlanVersionTable : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> version)
    {
        version.ToTable("plan_version", "work");
        version.Property(v => v.Version).IsConcurrencyToken();
        version.HasOne<NationalPlan>().WithMany().HasForeignKey(v => v.PlanId);
        version.Property(v => v.Levels).HasColumnType("jsonb")
            .HasConversion(names => Stored(names), stored => Read(stored), ValueComparer.CreateDefault<LevelNames>(favorStructuralComparisons: false));
    }

    private static string Stored(LevelNames names) => JsonSerializer.Serialize(names.Used.ToDictionary(l => l.ToString(), l => names.Names[l]));

    private static LevelNames Read(string stored) => new(JsonSerializer.Deserialize<Dictionary<string, Wording>>(stored)!
        .ToDictionary(l => Enum.Parse<PlanLevel>(l.Key), l => l.Value));
}

internal sealed class PlanDrafterTable : IEntityTypeConfiguration<PlanDrafter>
{
    public void Configure(EntityTypeBuilder<PlanDrafter> drafter)
    {
        drafter.ToTable("plan_drafter", "work");
        drafter.HasKey(d => new { d.VersionId, d.PersonId });
    }
}

internal sealed class PlanNodeTable : IEntityTypeConfiguration<PlanNode>
{
    public void Configure(EntityTypeBuilder<PlanNode> node)
    {
        node.ToTable("plan_node", "work");
        node.Property(n => n.Version).IsConcurrencyToken();
        node.HasOne<PlanVersion>().WithMany().HasForeignKey(n => n.VersionId);
        node.HasOne<PlanNode>().WithMany().HasForeignKey(n => n.ParentId);
    }
}

internal sealed class PlanCostTable : IEntityTypeConfiguration<PlanCost>
{
    public void Configure(EntityTypeBuilder<PlanCost> cost)
    {
        cost.ToTable("plan_cost", "work");
        cost.HasOne<PlanNode>().WithMany().HasForeignKey(c => c.NodeId);
    }
}

internal sealed class PlanFundingTable : IEntityTypeConfiguration<PlanFunding>
{
    public void Configure(EntityTypeBuilder<PlanFunding> funding)
    {
        funding.ToTable("plan_funding", "work");
        funding.HasOne<PlanNode>().WithMany().HasForeignKey(f => f.NodeId);
    }
}

internal sealed class PlanLinkTable : IEntityTypeConfiguration<PlanLink>
{
    public void Configure(EntityTypeBuilder<PlanLink> link)
    {
        link.ToTable("plan_link", "work");
        link.HasOne<PlanNode>().WithMany().HasForeignKey(l => l.NodeId);
    }
}

internal sealed class PlanProgressTable : IEntityTypeConfiguration<PlanProgress>
{
    public void Configure(EntityTypeBuilder<PlanProgress> progress) => progress.ToTable("plan_progress", "work");
}

internal sealed class PlanMappingTable : IEntityTypeConfiguration<PlanMapping>
{
    public void Configure(EntityTypeBuilder<PlanMapping> mapping)
    {
        mapping.ToTable("plan_mapping", "work");
        mapping.HasOne<PlanVersion>().WithMany().HasForeignKey(m => m.VersionId);
    }
}
