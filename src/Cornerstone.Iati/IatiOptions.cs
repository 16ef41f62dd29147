namespace Cornerstone.Iati;

/// <summary>Bounds of a reading, and the moment it takes for now.</summary>
public sealed record IatiOptions
{
    /// <summary>What lies after this is in the future.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How many findings of one rule are kept in words; all are counted.</summary>
    public int FindingsOfARule { get; init; } = 100;

    /// <summary>Longer records are left out, with a finding: the longest published ones have a few million bytes.</summary>
    public int LongestRecord { get; init; } = 32_000_000;

    /// <summary>Each record brings its own bytes along, for who keeps what was said beside what was understood.</summary>
    public bool KeepBytes { get; init; }
}
