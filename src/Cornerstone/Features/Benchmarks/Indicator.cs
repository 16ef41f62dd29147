using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>Where an indicator stands (domain handbook §4.1).</summary>
public enum IndicatorState
{
    Proposed,
    Agreed,
    Baselined,
    Active,
    Retired,
}

/// <summary>What is measured. What it means stands on its definition card, what was found in its series.</summary>
public sealed class Indicator : IRecord, IVersioned
{
    public const int LongestCode = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>"SSR-02", unique in the country.</summary>
    public required string Code { get; set; }

    public IndicatorState State { get; private set; } = IndicatorState.Proposed;

    /// <summary>Lineages of the plan's nodes it measures.</summary>
    public List<Guid> PlanLineages { get; set; } = [];

    /// <summary>Day by which a baseline is to be had: the dated plan without which nothing is active and unmeasured.</summary>
    public DateOnly? BaselinePlannedFor { get; set; }

    /// <summary>The indicator that took its place; a change of unit begins a new series linked here (rule I1).</summary>
    public Guid? ReplacedBy { get; private set; }

    public string? RetiredReason { get; private set; }

    /// <summary>Its weight in the composite.</summary>
    public decimal Weight { get; set; } = 1m;

    public int Version { get; set; } = 1;

    public bool IsMeasured => State is IndicatorState.Baselined or IndicatorState.Active;

    public Refusal? Agree() => Move(IndicatorState.Proposed, IndicatorState.Agreed);

    /// <summary>A baseline was found: the indicator can be judged from now on.</summary>
    public Refusal? TakeBaseline(bool hasBaseline) => !hasBaseline
        ? new Refusal("benchmarks.baseline-missing", Code)
        : Move(IndicatorState.Agreed, IndicatorState.Baselined);

    /// <summary>No indicator is active without a baseline or a dated plan to get one (domain handbook §4.1).</summary>
    public Refusal? Activate(bool hasBaseline, DateOnly today)
    {
        if (State is not (IndicatorState.Agreed or IndicatorState.Baselined))
        {
            return new Refusal("benchmarks.wrong-state", Code, State);
        }

        if (!hasBaseline && !(BaselinePlannedFor >= today))
        {
            return new Refusal("benchmarks.no-baseline-nor-plan", Code);
        }

        State = IndicatorState.Active;
        return null;
    }

    /// <summary>Retired, never deleted; where another measures the same from now on, the successor is named.</summary>
    public Refusal? Retire(string? reason, Guid? successor)
    {
        if (State == IndicatorState.Retired)
        {
            return new Refusal("benchmarks.wrong-state", Code, State);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("benchmarks.reason-for-retiring", Code);
        }

        if (successor == Id)
        {
            return new Refusal("benchmarks.own-successor", Code);
        }

        (State, RetiredReason, ReplacedBy) = (IndicatorState.Retired, reason.Trim(), successor);
        return null;
    }

    private Refusal? Move(IndicatorState from, IndicatorState to)
    {
        if (State != from)
        {
            return new Refusal("benchmarks.wrong-state", Code, State);
        }

        State = to;
        return null;
    }
}
