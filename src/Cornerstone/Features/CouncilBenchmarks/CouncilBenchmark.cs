using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>Where a benchmark stands between its drafting and its end (domain handbook §4.1).</summary>
public enum BenchmarkState
{
    Proposed,
    AgreedWithHost,
    Assessed,
    Closed,
}

/// <summary>Whether the United Nations can bring it about themselves, or it lies outside and decides all the same.</summary>
public enum BenchmarkKind
{
    Core,
    Contextual,
}

/// <summary>
/// A condition by which the Council judges the progress of a country: how well the assistance works, and how far the host keeps its
/// own commitments (S/RES/2553 (2020), para. 20 (e)).
/// </summary>
public sealed class CouncilBenchmark : IRecord, IVersioned
{
    public const int LongestText = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>How it is called for short: "B1".</summary>
    public required string Code { get; set; }

    public required Wording Words { get; set; }

    public BenchmarkKind Kind { get; set; }

    /// <summary>The paragraph that sets it, by platform id: "/un/sc/res/2577/2021/op/2".</summary>
    public string? Provision { get; set; }

    /// <summary>Indicators whose published values stand in the table.</summary>
    public List<Guid> IndicatorIds { get; set; } = [];

    /// <summary>Institutions whose strength stands in the table.</summary>
    public List<Guid> InstitutionIds { get; set; } = [];

    /// <summary>Who judges it: an office, a panel, a joint team.</summary>
    public required string Assessor { get; set; }

    /// <summary>By when it is judged next.</summary>
    public DateOnly? Due { get; set; }

    public BenchmarkState State { get; private set; }

    public DateOnly? AgreedOn { get; private set; }

    /// <summary>The letter or minutes in which the host agreed.</summary>
    public string? AgreedIn { get; private set; }

    public string? ClosedBecause { get; private set; }

    public int Version { get; set; } = 1;

    public bool IsLate(DateOnly today) => State != BenchmarkState.Closed && Due < today;

    public Refusal? Agree(DateOnly? on, string? agreedIn, DateOnly today)
    {
        if (State != BenchmarkState.Proposed) return new Refusal("council.already-agreed", Code);
        if (on is null || string.IsNullOrWhiteSpace(agreedIn)) return new Refusal("council.agreement-missing", Code);
        if (on > today) return new Refusal("council.agreement-in-future", on);

        (State, AgreedOn, AgreedIn) = (BenchmarkState.AgreedWithHost, on, agreedIn.Trim());
        return null;
    }

    /// <summary>Whether this judgement may stand beside the earlier ones, which are those not corrected since.</summary>
    public Refusal? MayJudge(CouncilJudgement judgement, IReadOnlyCollection<CouncilJudgement> earlier, DateOnly today)
    {
        if (State is BenchmarkState.Proposed or BenchmarkState.Closed) return new Refusal("council.not-to-judge", Code);
        if (string.IsNullOrWhiteSpace(judgement.Justification)) return new Refusal("council.justification-missing", Code);
        if (judgement.Period.From > today) return new Refusal("council.judged-too-early", judgement.Period);

        var before = earlier.Where(j => j.Party == judgement.Party && j.Period.Until < judgement.Period.Until);

        // What was never there cannot be turned back.
        return judgement.Judgement == Judgement.Reversed && !before.Any(j => j.Judgement is Judgement.Met or Judgement.PartlyMet)
            ? new Refusal("council.nothing-to-reverse", Code)
            : null;
    }

    /// <summary>Both parties have been judged for a period.</summary>
    public void Assess() => State = BenchmarkState.Assessed;

    public Refusal? Close(string? reason)
    {
        if (State != BenchmarkState.Assessed) return new Refusal("council.close-unassessed", Code);
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("council.reason-to-close", Code);

        (State, ClosedBecause) = (BenchmarkState.Closed, reason.Trim());
        return null;
    }

    public Refusal? Reopen()
    {
        if (State != BenchmarkState.Closed) return new Refusal("council.not-closed", Code);

        (State, ClosedBecause) = (BenchmarkState.Assessed, null);
        return null;
    }
}
