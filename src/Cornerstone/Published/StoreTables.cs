using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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

internal sealed class PublishedActivityTable : IEntityTypeConfiguration<PublishedActivity>
{
    public void Configure(EntityTypeBuilder<PublishedActivity> activity)
    {
        activity.ToTable("activity", "published");
        activity.HasKey(a => new { a.EditionId, a.Key });
        activity.Property(a => a.Reporter).InForm();
        activity.Property(a => a.Status).InForm();
        activity.Property(a => a.Scope).InForm();
        activity.Property(a => a.Collaboration).InForm();
        activity.Property(a => a.Flow).InForm();
        activity.Property(a => a.Finance).InForm();
        activity.Property(a => a.AidTypes).InForm();
        activity.Property(a => a.Tied).InForm();
        activity.Property(a => a.Parties).InForm();
        activity.Property(a => a.Countries).InForm();
        activity.Property(a => a.Regions).InForm();
        activity.Property(a => a.Sectors).InForm();
        activity.Property(a => a.Components).InForm();
        activity.Property(a => a.Markers).InForm();
        activity.Property(a => a.Places).InForm();
        activity.Property(a => a.Relations).InForm();
        activity.Property(a => a.Withheld).InForm();
    }
}

internal sealed class PublishedLineTable : IEntityTypeConfiguration<PublishedLine>
{
    public void Configure(EntityTypeBuilder<PublishedLine> line)
    {
        line.ToTable("activity_line", "published");
        line.HasKey(l => new { l.EditionId, l.Key, l.Position });
        line.Property(l => l.Amount).HasColumnType("numeric");
        line.Property(l => l.Quantity).HasColumnType("numeric");
        line.Property(l => l.Stage).InForm();
        line.Property(l => l.Provider).InForm();
        line.Property(l => l.Receiver).InForm();
        line.Property(l => l.Flow).InForm();
        line.Property(l => l.Finance).InForm();
        line.Property(l => l.AidTypes).InForm();
        line.Property(l => l.Tied).InForm();
        line.Property(l => l.Sectors).InForm();
        line.Property(l => l.Components).InForm();
        line.Property(l => l.Form).InForm();
    }
}

internal sealed class PublishedBenchmarkTable : IEntityTypeConfiguration<PublishedBenchmark>
{
    public void Configure(EntityTypeBuilder<PublishedBenchmark> benchmark)
    {
        benchmark.ToTable("benchmark", "published");
        benchmark.HasKey(b => new { b.EditionId, b.Key, b.Position });
    }
}

internal sealed class PublishedCommitmentTable : IEntityTypeConfiguration<PublishedCommitment>
{
    public void Configure(EntityTypeBuilder<PublishedCommitment> commitment)
    {
        commitment.ToTable("commitment", "published");
        commitment.HasKey(c => new { c.EditionId, c.Key, c.Position });
    }
}

/// <summary>What belongs to one row alone is one column, written as <see cref="RowForm"/> writes it.</summary>
internal static class FormColumns
{
    public static void InForm<T>(this PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        value => RowForm.Text(value),
        stored => RowForm.Part<T>(stored),
        // These rows are only read: nothing asks whether one changed.
        new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => 0, value => value));
}
