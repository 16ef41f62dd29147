using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportImport;

public enum RecordOutcome
{
    Added,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>What becomes of one activity of a file.</summary>
public sealed record RecordChange(RecordOutcome Outcome, string Identifier, string? Title, Guid? ActivityId = null)
{
    /// <summary>Names of the fields that change.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Names of the fields that stay as the country corrected them.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    public int LinesAdded { get; init; }

    public int LinesChanged { get; init; }

    public int LinesRemoved { get; init; }

    /// <summary>Why it is refused: a rule of the file's findings, or one of ours.</summary>
    public string? Rule { get; init; }
}

/// <summary>What bringing a file in does, or did.</summary>
public sealed record ImportReport
{
    /// <summary>More changes than a person reads are counted only.</summary>
    public const int MostTold = 500;

    public string? Standard { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Refused { get; set; }

    /// <summary>Activities about other countries only, left out on request.</summary>
    public int Elsewhere { get; set; }

    /// <summary>Records about organisations, which are not activities.</summary>
    public int Organisations { get; set; }

    public int Transactions { get; set; }

    /// <summary>Changes of this file that wait for a decision, because the country corrected the same field.</summary>
    public int Kept { get; set; }

    public List<RecordChange> Changes { get; set; } = [];

    public Dictionary<string, int> Rules { get; set; } = [];

    public List<FileFinding> Findings { get; set; } = [];

    /// <summary>The file was brought in before, whole: there is nothing to do.</summary>
    public bool IsKnown { get; set; }

    /// <summary>What was done is on disk. False for a preview, and where all or nothing was asked and something was refused.</summary>
    public bool IsDone { get; set; }

    public Guid? ImportId { get; set; }

    public int FindingCount => Rules.Values.Sum();

    public int Effective => Added + Changed;

    public void Add(RecordChange change)
    {
        _ = change.Outcome switch
        {
            RecordOutcome.Added => Added++,
            RecordOutcome.Changed => Changed++,
            RecordOutcome.Unchanged => Unchanged++,
            _ => Refused++,
        };
        Kept += change.Kept.Count;
        if (change.Outcome != RecordOutcome.Unchanged && Changes.Count < MostTold)
        {
            Changes.Add(change);
        }
    }
}
