using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.Library;

internal sealed class LibraryDocumentTable : IEntityTypeConfiguration<LibraryDocument>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<LibraryDocument> document)
    {
        document.ToTable("library_document", "work");
        document.Ignore(d => d.Name);
        document.Property(d => d.Version).IsConcurrencyToken();
        document.Property(d => d.Vote).HasColumnType("jsonb").HasConversion(
            vote => JsonSerializer.Serialize(vote, Json),
            stored => JsonSerializer.Deserialize<Vote>(stored, Json));
        document.Property(d => d.Findings).HasColumnType("jsonb").HasConversion(
            findings => JsonSerializer.Serialize(findings, Json),
            stored => JsonSerializer.Deserialize<List<Finding>>(stored, Json)!);
        document.HasOne<LibraryDocument>().WithMany().HasForeignKey(d => d.ParentId);
    }
}

internal sealed class DocumentNameTable : IEntityTypeConfiguration<DocumentName>
{
    public void Configure(EntityTypeBuilder<DocumentName> name)
    {
        name.ToTable("library_name", "work");
        name.HasKey(n => new { n.DocumentId, n.Symbol });
    }
}

internal sealed class OriginalFileTable : IEntityTypeConfiguration<OriginalFile>
{
    public void Configure(EntityTypeBuilder<OriginalFile> file)
    {
        file.ToTable("library_file", "work");
        file.HasKey(f => f.DocumentId);
    }
}

internal sealed class LibraryProvisionTable : IEntityTypeConfiguration<LibraryProvision>
{
    public void Configure(EntityTypeBuilder<LibraryProvision> provision) => provision.ToTable("library_provision", "work");
}

internal sealed class ProvisionReferenceTable : IEntityTypeConfiguration<ProvisionReference>
{
    public void Configure(EntityTypeBuilder<ProvisionReference> reference)
    {
        reference.ToTable("library_reference", "work");
        reference.HasKey(r => new { r.ProvisionId, r.Ordinal });
    }
}
