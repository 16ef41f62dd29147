using System.Text.Json;
using Cornerstone.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Data;

internal sealed class JournalActTable : IEntityTypeConfiguration<JournalAct>
{
    public void Configure(EntityTypeBuilder<JournalAct> act)
    {
        act.ToTable("act", "journal");
        act.HasKey(a => a.Id);
        act.HasOne<Workspace>().WithMany().HasForeignKey(a => a.Country);
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
        change.HasOne<Workspace>().WithMany().HasForeignKey(c => c.Country);
        change.HasOne<JournalAct>().WithMany().HasForeignKey(c => c.ActId);
    }
}
