using System.Text.Json;
using System.Text.Json.Serialization;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Features.SupportFiles;

/// <summary>A file sent and judged, until its sender decides. Nobody else sees it, and after a week it is gone.</summary>
public sealed class SupportDraft : IRecord
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid PersonId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Of activities that are new.</summary>
    public required Classification Level { get; init; }

    public required bool OnlyCountry { get; init; }

    public SourceKind Kind { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What bringing it in would do, as of the sending.</summary>
    public required ImportReport Preview { get; init; }

    public IReadOnlyCollection<string> LeftOutOfJournal => [nameof(Content), nameof(Preview)];
}

internal sealed class SupportDraftTable : IEntityTypeConfiguration<SupportDraft>
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<SupportDraft> draft)
    {
        draft.ToTable("support_draft", "work");
        draft.Property(d => d.Preview).HasColumnType("jsonb").HasConversion(
            preview => JsonSerializer.Serialize(preview, Json),
            stored => JsonSerializer.Deserialize<ImportReport>(stored, Json)!);
    }
}
