using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

public enum ProgressState
{
    NotStarted,
    Ongoing,
    Delayed,
    Completed,
    Dropped,
}

/// <summary>
/// What was reported about an objective on a day, with its evidence. It stands beside the versions, because an approved
/// version never changes; a wrong report is answered by a later one.
/// </summary>
public sealed class PlanProgress : IRecord
{
    public const int LongestText = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid Lineage { get; init; }

    public required DateOnly Day { get; init; }

    public required ProgressState State { get; init; }

    public string? Note { get; init; }

    /// <summary>A document's symbol, a register entry, a place where it can be seen.</summary>
    public string? Evidence { get; init; }

    public required Guid ReportedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Completed owes its proof, delayed and dropped a reason; nothing is reported from the future.</summary>
    public Refusal? Check(DateOnly today) => State switch
    {
        _ when Day > today => new Refusal("plan.progress-in-future", Day),
        ProgressState.Completed when string.IsNullOrWhiteSpace(Evidence) => new Refusal("plan.evidence-missing"),
        ProgressState.Delayed or ProgressState.Dropped when string.IsNullOrWhiteSpace(Note) => new Refusal("plan.reason-for-delay"),
        _ => null,
    };
}
