using Cornerstone.Values;

namespace Cornerstone.Published;

/// <summary>Whose part of a benchmark is judged.</summary>
public enum PublicJudgedParty
{
    Assistance,
    Host,
}

public enum PublicJudgement
{
    NotMet,
    PartlyMet,
    Met,
    Reversed,
}

/// <summary>One party's line of a benchmark of the Council, with its latest judgement.</summary>
public sealed record PublishedBenchmark : PublishedRow
{
    public required string Code { get; init; }

    public required Wording Words { get; init; }

    /// <summary>The paragraph that sets it, by its platform id.</summary>
    public string? Provision { get; init; }

    public Wording? Citation { get; init; }

    public required PublicJudgedParty Party { get; init; }

    /// <summary>Null where this party has not been judged.</summary>
    public PublicJudgement? Judgement { get; init; }

    public DateOnly? FromDay { get; init; }

    public DateOnly? UntilDay { get; init; }

    public PeriodPrecision? Precision { get; init; }

    public string? Justification { get; init; }

    public string? Progress { get; init; }

    /// <summary>What stands in the way, as far as it has not been overcome.</summary>
    public List<string> Obstacles { get; init; } = [];

    public Period? Period => FromDay is { } from && UntilDay is { } until && Precision is { } precision ? new(from, until, precision) : null;
}

/// <summary>How a commitment stands against its date on the day of the edition.</summary>
public enum PublicDeadline
{
    NoDate,
    Upcoming,
    DueSoon,
    Overdue,
    DeliveredOnTime,
    DeliveredLate,
    Superseded,
}

/// <summary>What a paragraph asks of somebody, and whether what is public shows that it was done.</summary>
public sealed record PublishedCommitment : PublishedRow
{
    /// <summary>Symbol or title of the document.</summary>
    public required string Document { get; init; }

    /// <summary>The paragraph by its platform id.</summary>
    public string? Provision { get; init; }

    public required Wording Citation { get; init; }

    public required string What { get; init; }

    public required Wording Addressees { get; init; }

    public DateOnly? DueOn { get; init; }

    public Wording? Recurrence { get; init; }

    public required PublicDeadline Status { get; init; }

    public DateOnly? DeliveredOn { get; init; }
}
