using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Data;

internal sealed class JournalActTable : IEntityTypeConfiguration<JournalAct>
{
    public void Configure(EntityTypeBuilder<JournalAct> act)
    {
        act.ToTable("act", "journal");
        act.HasKey(a => a.Id);
    }
}

internal sealed class JournalChangeTable : IEntityTypeConfiguration<JournalChange>
{
    public void Configure(EntityTypeBuilder<JournalChange> change)
    {
        change.ToTable("change", "journal");
        change.HasKey(c => c.Id);
        change.Property(c => c.Fields).HasColumnType("jsonb").HasConversion(
            fields => JsonSerializer.Serialize(fields, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<List<FieldChange>>(stored, JsonSerializerOptions.Default)!);
        change.HasOne<JournalAct>().WithMany().HasForeignKey(c => c.ActId);
    }
}
