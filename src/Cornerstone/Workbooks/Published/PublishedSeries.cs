using Cornerstone.Values;

namespace Cornerstone.Workbooks.Published;

/// <summary>A series as somebody else published it, before it belongs to an indicator of ours.</summary>
/// <param name="Code">"SDG-16.1.1", "PERSONNEL-MINUSTAH", "REF-14".</param>
public sealed record PublishedSeries(string Code, string Title, string Unit, string Source, IReadOnlyList<PublishedPoint> Points)
{
    public string Frequency { get; init; } = "Yearly";
}

/// <param name="Dimensions">"crime=Robbery;sex=F", keys in alphabetical order; empty for all.</param>
public sealed record PublishedPoint(Period Period, string Dimensions, Figure Value, int Line);

/// <summary>What was read of a file and what was not, each with its line.</summary>
public sealed record PublishedFile(IReadOnlyList<PublishedSeries> Series, IReadOnlyList<WorkbookFinding> Findings);
