namespace Cornerstone.Workbooks;

/// <summary>Something to say about a cell of a file: where, which rule, what stands there, what was expected.</summary>
/// <param name="Sheet">The sheet as the file calls it.</param>
/// <param name="Cell">"C12"; empty when the whole row or file is meant.</param>
/// <param name="Rule">A stable code: "W2" of the mechanism, "plan.v3" of a room.</param>
/// <param name="Value">What was written, shortened.</param>
/// <param name="Expected">What should stand there, in the reader's language.</param>
public sealed record WorkbookFinding(
    string Sheet, string Cell, int Line, string Column, string Rule, string? Value, string Expected, FindingGrade Grade);

public enum FindingGrade
{
    /// <summary>Good to know; the row goes in.</summary>
    Note,

    /// <summary>Probably wrong; the row goes in.</summary>
    Warning,

    /// <summary>The row stays out.</summary>
    Error,
}

/// <summary>What bringing a row in would do, with what there is to say about it.</summary>
public sealed record RowVerdict(WorkbookRow Row, RowOutcome Outcome, IReadOnlyList<WorkbookFinding> Findings)
{
    /// <summary>What the room understood of the row, for the room itself: what was judged need not be read again when it is brought in.</summary>
    public object? Meant { get; init; }
}

public enum RowOutcome
{
    Add,
    Change,
    Unchanged,
    Refused,
}
