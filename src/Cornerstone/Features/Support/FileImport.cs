using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

public enum ImportMode
{
    /// <summary>What can be read goes in, the rest is explained.</summary>
    Partial,

    /// <summary>One refused record keeps everything out.</summary>
    AllOrNothing,
}

public enum ImportState
{
    Running,
    Done,

    /// <summary>Stopped on the way: what it had brought in stays, and the same file goes on from there.</summary>
    Stopped,
}

/// <summary>A finding of a file, for its publisher: which rule, where, and what.</summary>
public sealed record FileFinding(string Rule, string Severity, string Activity, string Path, long Line, string Message);

/// <summary>One reading of one file of support.</summary>
public sealed class FileImport : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required string FileName { get; init; }

    public required byte[] Sha256 { get; init; }

    public required long Length { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>The version of the standard the file says it follows.</summary>
    public string? Standard { get; set; }

    public required ImportMode Mode { get; init; }

    /// <summary>What it tells of other countries only was left out.</summary>
    public bool OnlyCountry { get; init; }

    public ImportState State { get; set; }

    public required Guid ImportedBy { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Refused { get; set; }

    public int Transactions { get; set; }

    /// <summary>How often each rule was broken.</summary>
    public Dictionary<string, int> Rules { get; set; } = [];

    /// <summary>The first of each rule, in words.</summary>
    public List<FileFinding> Findings { get; set; } = [];

    public int Version { get; set; } = 1;

    public IReadOnlyCollection<string> LeftOutOfJournal => [nameof(Findings)];
}

/// <summary>A piece of a file as it came, packed: some tens of records.</summary>
public sealed class SupportPage
{
    public required Guid Id { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>What a source said of an activity, and where in its file. The last one holds; the others are what it said before.</summary>
public sealed class ActivityReading
{
    public required Guid Id { get; init; }

    public required Guid ActivityId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid ImportId { get; init; }

    public required Guid PageId { get; init; }

    /// <summary>Where in the unpacked page it begins.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>The line of the file it begins on.</summary>
    public required long Line { get; init; }
}
