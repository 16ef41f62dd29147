using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Published;

/// <summary>How the published store lies in the database; the same for whoever reads it.</summary>
internal sealed class EditionTable : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition) => edition.ToTable("edition", "published");
}

internal sealed class SubjectTable : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> subject)
    {
        subject.ToTable("subject", "published");
        subject.HasKey(s => new { s.EditionId, s.Kind, s.Key });
    }
}

internal sealed class PublishedIndicatorTable : IEntityTypeConfiguration<PublishedIndicator>
{
    public void Configure(EntityTypeBuilder<PublishedIndicator> indicator)
    {
        indicator.ToTable("indicator", "published");
        indicator.HasKey(i => new { i.EditionId, i.Key });
    }
}

internal sealed class PublishedValueTable : IEntityTypeConfiguration<PublishedValue>
{
    public void Configure(EntityTypeBuilder<PublishedValue> value)
    {
        value.ToTable("indicator_value", "published");
        value.HasKey(v => new { v.EditionId, v.Key, v.Position });
    }
}

internal sealed class PublishedTargetTable : IEntityTypeConfiguration<PublishedTarget>
{
    public void Configure(EntityTypeBuilder<PublishedTarget> target)
    {
        target.ToTable("indicator_target", "published");
        target.HasKey(t => new { t.EditionId, t.Key, t.Position });
    }
}

internal sealed class PublishedPlanNodeTable : IEntityTypeConfiguration<PublishedPlanNode>
{
    public void Configure(EntityTypeBuilder<PublishedPlanNode> node)
    {
        node.ToTable("plan_node", "published");
        node.HasKey(n => new { n.EditionId, n.Key, n.Position });
    }
}
