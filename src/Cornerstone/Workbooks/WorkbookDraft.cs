using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Workbooks;

/// <summary>
/// A file somebody sent and has not decided on. Seen by that person only, and gone after a week: the file may hold what
/// the record never will. Handed over, it waits for the secretariat, which brings it in or gives it back.
/// </summary>
public sealed class WorkbookDraft : IRecord
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Somebody waits for an answer: long enough that no file is lost to a holiday.</summary>
    public static readonly TimeSpan KeptHandedOver = TimeSpan.FromDays(365);

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

    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>Why the secretariat gave it back.</summary>
    public string? ReturnedBecause { get; private set; }

    public bool Waits => HandedOverAt is not null && ReturnedBecause is null;

    /// <summary>What bringing it in would do, as of the sending.</summary>
    public required ImportOutcome Preview { get; init; }

    public Refusal? HandOver(DateTimeOffset at)
    {
        if (Waits)
        {
            return new Refusal("workbooks.handed-over");
        }

        (HandedOverAt, ReturnedBecause, ExpiresAt) = (at, null, at + KeptHandedOver);
        return null;
    }

    /// <summary>It is not brought in as it is; its sender reads why.</summary>
    public Refusal? GiveBack(string because)
    {
        if (!Waits)
        {
            return new Refusal("workbooks.not-waiting");
        }

        ReturnedBecause = because;
        return null;
    }

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
