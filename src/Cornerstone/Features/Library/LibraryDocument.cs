using Cornerstone.Data;
using Cornerstone.Texts;
using Cornerstone.Values;

namespace Cornerstone.Features.Library;

/// <summary>A document in the library: one language version of one work, with what its publisher says about it.</summary>
public sealed class LibraryDocument : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>Canonical symbol; null when the text prints none and nobody has entered it (three of five real documents).</summary>
    public string? Symbol { get; set; }

    public List<string> Aliases { get; set; } = [];

    public DocumentKind Kind { get; set; }

    public string? Title { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>ISO 639-1 code.</summary>
    public required string Language { get; init; }

    public List<string> Sponsors { get; init; } = [];

    public Vote? Vote { get; init; }

    /// <summary>True when somebody voted against or abstained; null without a recorded vote. Stored so that lists can be narrowed by it.</summary>
    public bool? IsDivided
    {
        get => Vote is null ? null : Vote.Against.Count + Vote.Abstain.Count > 0;
        private set { }
    }

    public string? AgendaItem { get; set; }

    public List<string> Subjects { get; init; } = [];

    public string? DraftSymbol { get; init; }

    public string? MeetingSymbol { get; init; }

    public string? Distribution { get; init; }

    public string? JobNumber { get; init; }

    public string? OriginalLanguage { get; init; }

    /// <summary>The letter this document is annexed to.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Place inside the file it came in: 0 for the document itself, 1 and on for its annexes.</summary>
    public short Part { get; init; }

    /// <summary>SHA-256 of the file it came in.</summary>
    public required byte[] ContentHash { get; init; }

    public int ProvisionCount { get; init; }

    /// <summary>The union over its provisions, as are <see cref="Addressees"/> and <see cref="TopStrength"/>.</summary>
    public List<string> Themes { get; init; } = [];

    public List<string> Addressees { get; init; } = [];

    public short? TopStrength { get; init; }

    public List<Finding> Findings { get; init; } = [];

    public required DateTimeOffset ImportedAt { get; init; }

    public required Guid ImportedBy { get; init; }

    public int Version { get; set; } = 1;

    /// <summary>What people call it: its symbol, else its title, else its kind is all there is.</summary>
    public string? Name => Symbol ?? Title;

    // What the file itself says is in the file; the journal keeps what people decide and correct.
    IReadOnlyCollection<string> IRecord.LeftOutOfJournal { get; } =
    [
        nameof(Findings), nameof(Themes), nameof(Addressees), nameof(TopStrength), nameof(Sponsors), nameof(Subjects), nameof(Vote), nameof(IsDivided),
    ];
}
