using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>Whose part is judged: S/RES/2553 (2020), para. 20 (e), asks for both.</summary>
public enum JudgedParty
{
    /// <summary>Whether the assistance given works.</summary>
    Assistance,

    /// <summary>Whether the host country does what it committed itself to.</summary>
    Host,
}

public enum Judgement
{
    NotMet,
    PartlyMet,
    Met,

    /// <summary>It was there, wholly or in part, and is gone.</summary>
    Reversed,
}

/// <summary>How one party was judged for one period, and why. Never overwritten: a correction is a new row that replaces this one.</summary>
public sealed class CouncilJudgement : IRecord
{
    public const int LongestText = 4_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid BenchmarkId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required DateOnly PeriodFrom { get; init; }

    public required DateOnly PeriodUntil { get; init; }

    public required PeriodPrecision PeriodPrecision { get; init; }

    public required JudgedParty Party { get; init; }

    public required Judgement Judgement { get; init; }

    public required string Justification { get; init; }

    /// <summary>What happened in the period, as the table prints it.</summary>
    public string? Progress { get; init; }

    public required Guid JudgedBy { get; init; }

    public required DateTimeOffset JudgedAt { get; init; }

    /// <summary>Why an earlier judgement of the same period is corrected.</summary>
    public string? CorrectedBecause { get; init; }

    public Guid? ReplacedBy { get; private set; }

    public Period Period => new(PeriodFrom, PeriodUntil, PeriodPrecision);

    public bool Stands => ReplacedBy is null;

    public void ReplaceWith(CouncilJudgement corrected) => ReplacedBy = corrected.Id;
}
