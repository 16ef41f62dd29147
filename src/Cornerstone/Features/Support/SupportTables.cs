using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Features.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Support;

internal sealed class ActivityTable : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> activity)
    {
        activity.ToTable("activity", "work");
        activity.Property(a => a.Version).IsConcurrencyToken();
        activity.HasOne<SupportSource>().WithMany().HasForeignKey(a => a.SourceId);
        activity.HasOne<Partner>().WithMany().HasForeignKey(a => a.ReporterId);
        activity.Property(a => a.FeeShare).HasPrecision(7, 6);
        activity.Property(a => a.PledgeProbability).HasPrecision(5, 4);
        activity.Property(a => a.Parties).AsJson();
        activity.Property(a => a.Countries).AsJson();
        activity.Property(a => a.Regions).AsJson();
        activity.Property(a => a.Sectors).AsJson();
        activity.Property(a => a.Markers).AsJson();
        activity.Property(a => a.Places).AsJson();
        activity.Property(a => a.Relations).AsJson();
    }
}

internal sealed class TransactionTable : IEntityTypeConfiguration<Transaction>
{
    public void Configure(EntityTypeBuilder<Transaction> transaction)
    {
        transaction.ToTable("transaction", "work");
        transaction.HasKey(t => new { t.ActivityId, t.Id });
        transaction.HasOne<Activity>().WithMany().HasForeignKey(t => t.ActivityId);
        transaction.HasOne<Partner>().WithMany().HasForeignKey(t => t.ProviderId);
        transaction.HasOne<Partner>().WithMany().HasForeignKey(t => t.ReceiverId);
        transaction.Property(t => t.Version).IsConcurrencyToken();
        transaction.Property(t => t.Amount).HasColumnType("numeric");
        transaction.Property(t => t.Quantity).HasColumnType("numeric");
        transaction.Property(t => t.Sectors).AsJson();
    }
}

internal sealed class PlannedAmountTable : IEntityTypeConfiguration<PlannedAmount>
{
    public void Configure(EntityTypeBuilder<PlannedAmount> planned)
    {
        planned.ToTable("planned_amount", "work");
        planned.HasKey(p => new { p.ActivityId, p.Id });
        planned.HasOne<Activity>().WithMany().HasForeignKey(p => p.ActivityId);
        planned.HasOne<Partner>().WithMany().HasForeignKey(p => p.ProviderId);
        planned.HasOne<Partner>().WithMany().HasForeignKey(p => p.ReceiverId);
        planned.Property(p => p.Version).IsConcurrencyToken();
        planned.Property(p => p.Amount).HasColumnType("numeric");
    }
}

internal sealed class ActivityAlignmentTable : IEntityTypeConfiguration<ActivityAlignment>
{
    public void Configure(EntityTypeBuilder<ActivityAlignment> alignment)
    {
        alignment.ToTable("activity_alignment", "work");
        alignment.HasKey(a => new { a.ActivityId, a.Id });
        alignment.HasOne<Activity>().WithMany().HasForeignKey(a => a.ActivityId);
        alignment.Property(a => a.Version).IsConcurrencyToken();
        alignment.Property(a => a.Share).HasPrecision(7, 4);
    }
}

internal sealed class SameActivityTable : IEntityTypeConfiguration<SameActivity>
{
    public void Configure(EntityTypeBuilder<SameActivity> same)
    {
        same.ToTable("same_activity", "work");
        same.Property(s => s.Version).IsConcurrencyToken();
    }
}

internal sealed class SupportCorrectionTable : IEntityTypeConfiguration<SupportCorrection>
{
    public void Configure(EntityTypeBuilder<SupportCorrection> correction)
    {
        correction.ToTable("support_correction", "work");
        correction.HasKey(c => new { c.ActivityId, c.Id });
        correction.HasOne<Activity>().WithMany().HasForeignKey(c => c.ActivityId);
        correction.Property(c => c.Version).IsConcurrencyToken();
    }
}

internal sealed class SupportSourceTable : IEntityTypeConfiguration<SupportSource>
{
    public void Configure(EntityTypeBuilder<SupportSource> source)
    {
        source.ToTable("support_source", "work");
        source.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId);
    }
}

internal sealed class FileImportTable : IEntityTypeConfiguration<FileImport>
{
    public void Configure(EntityTypeBuilder<FileImport> import)
    {
        import.ToTable("support_import", "work");
        import.Property(i => i.Version).IsConcurrencyToken();
        import.Property(i => i.Findings).AsJson();
        import.Property(i => i.Rules).HasColumnType("jsonb").HasConversion(
            rules => JsonSerializer.Serialize(rules, SupportJson.Form),
            stored => JsonSerializer.Deserialize<Dictionary<string, int>>(stored, SupportJson.Form)!,
            new ValueComparer<Dictionary<string, int>>((a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), r => r.Count, r => new(r)));
    }
}

internal sealed class SupportPageTable : IEntityTypeConfiguration<SupportPage>
{
    public void Configure(EntityTypeBuilder<SupportPage> page) => page.ToTable("support_page", "work");
}

internal sealed class ActivityReadingTable : IEntityTypeConfiguration<ActivityReading>
{
    public void Configure(EntityTypeBuilder<ActivityReading> reading)
    {
        reading.ToTable("activity_reading", "work");
        reading.HasKey(r => new { r.ActivityId, r.Id });
        reading.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId);
    }
}

/// <summary>Short lists that are read and written with their record are one column.</summary>
internal static class SupportJson
{
    public static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static PropertyBuilder<List<T>> AsJson<T>(this PropertyBuilder<List<T>> list) => list.HasColumnType("jsonb").HasConversion(
        values => Store(values),
        stored => Read<T>(stored),
        new ValueComparer<List<T>>((a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), values => values.Count, values => new List<T>(values)));

    private static string Store<T>(List<T> values) => values.Count == 0 ? "[]" : JsonSerializer.Serialize(values, Form);

    // Most lists are empty, and a register has millions of them.
    private static List<T> Read<T>(string stored) => stored == "[]" ? [] : JsonSerializer.Deserialize<List<T>>(stored, Form)!;
}
