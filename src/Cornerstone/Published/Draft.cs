namespace Cornerstone.Published;

/// <summary>Whether a number is told, and if not, why not: for those who approve, never for the public.</summary>
public enum RowTelling
{
    Told,
    TooFew,
    WouldGiveAway,
    TableWithheld,

    /// <summary>A share without the numbers behind it, or a number that is no whole number of people: nobody can tell how few it is about.</summary>
    NotChecked,

    /// <summary>A person keeps it back, on a ground that is told.</summary>
    Kept,
}

/// <summary>A row in the making: what will be told, from which record.</summary>
public sealed record DraftRow(PublishedRow Row, string SourceTable, Guid SourceId, RowTelling Telling = RowTelling.Told, (long Least, long? Most)? CouldBe = null)
{
    /// <summary>Of a line of money: the transaction or planned amount it comes from.</summary>
    public Guid? LineId { get; init; }

    public string IntoTable => Row switch
    {
        Subject => "subject",
        PublishedIndicator => "indicator",
        PublishedValue => "indicator_value",
        PublishedTarget => "indicator_target",
        PublishedPlanNode => "plan_node",
        PublishedActivity => "activity",
        PublishedLine => "activity_line",
        PublishedBenchmark => "benchmark",
        PublishedCommitment => "commitment",
        _ => throw new InvalidOperationException($"{Row.GetType().Name} has no table."),
    };
}

/// <summary>One thing with all its rows, its own line first.</summary>
public sealed record DraftSubject(SubjectKind Kind, string Key, IReadOnlyList<DraftRow> Rows);
