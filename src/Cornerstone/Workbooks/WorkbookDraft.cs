using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Workbooks;

/// <summary>
/// A file somebody sent and has not decided on. Seen by that person only, and gone after a week: the file may hold what
/// the record never will.
/// </summary>
public sealed class WorkbookDraft : IRecord
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Name of the <see cref="IWorkbook"/>.</summary>
    public required string Workbook { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The encoding the person named, for text that is not Unicode.</summary>
    public string? Encoding { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What bringing it in would do, as of the sending.</summary>
    public required ImportOutcome Preview { get; init; }

    public IReadOnlyCollection<string> LeftOutOfJournal => [nameof(Content), nameof(Preview)];
}

internal sealed class WorkbookDraftTable : IEntityTypeConfiguration<WorkbookDraft>
{
    private static readonly System.Text.Json.JsonSerializerOptions Json = System.Text.Json.JsonSerializerOptions.Default;

    public void Configure(EntityTypeBuilder<WorkbookDraft> draft)
    {
        draft.ToTable("workbook_draft", "work");
        draft.Property(d => d.Preview).HasColumnType("jsonb").HasConversion(
            preview => System.Text.Json.JsonSerializer.Serialize(preview, Json),
            stored => System.Text.Json.JsonSerializer.Deserialize<ImportOutcome>(stored, Json)!);
    }
}
