using Cornerstone.Texts;
using Cornerstone.Values;

namespace Cornerstone.Features.Library;

/// <summary>One addressable paragraph, point, recommendation, heading or footnote. It never changes once imported.</summary>
public sealed class LibraryProvision
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>Place in reading order, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Stable address inside the document: "op/20/k".</summary>
    public required string Path { get; init; }

    public required ProvisionKind Kind { get; init; }

    public string? Number { get; init; }

    public string? ParentPath { get; init; }

    public required string Text { get; init; }

    public required string Language { get; init; }

    public List<string> LeadVerbs { get; init; } = [];

    /// <summary>Indicative strength 0 to 5; null where the words carry no act.</summary>
    public short? Strength { get; init; }

    public bool IsHousekeeping { get; init; }

    public List<string> Addressees { get; init; } = [];

    public List<string> Conditions { get; init; } = [];

    public DateOnly? DueDate { get; init; }

    public DatePrecision? DuePrecision { get; init; }

    public string? DueWritten { get; init; }

    /// <summary>How often it falls due again: "every 90 days".</summary>
    public string? Recurrence { get; init; }

    public List<string> Themes { get; init; } = [];

    /// <summary>Footnotes it carries, as paths ("fn/11").</summary>
    public List<string> Footnotes { get; init; } = [];

    public int? SourceOffset { get; init; }
}
