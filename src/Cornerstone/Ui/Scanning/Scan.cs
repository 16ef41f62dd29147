namespace Cornerstone.Ui.Scanning;

internal enum ScanOutcome
{
    Clean,
    Harmful,

    /// <summary>Larger than the scanner looks at.</summary>
    TooLarge,

    /// <summary>The scanner does not answer, or not in words we know.</summary>
    NotLookedAt,
}

/// <param name="Found">The scanner's name for what it found.</param>
internal readonly record struct Scan(ScanOutcome Outcome, string? Found = null);

/// <summary>A file that was not taken, for the page that says so.</summary>
/// <param name="Name">As the sender calls it, made safe to show.</param>
internal sealed record RefusedFile(string Name, Scan Scan);
