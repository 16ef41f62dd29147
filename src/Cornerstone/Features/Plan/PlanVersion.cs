using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

public enum PlanVersionState
{
    Draft,

    /// <summary>Handed in for approval: nothing in it changes until it is returned or approved.</summary>
    Submitted,
    Approved,

    /// <summary>A later version was approved; this one stays readable as it was.</summary>
    Replaced,
}

/// <summary>Whether amounts are those of their own year, or of one price year (domain handbook §0.3).</summary>
public enum PriceBasis
{
    Nominal,
    Constant,
}

/// <summary>One state of the plan: a draft until another person approves it, and unchanged from then on. The database holds the lock.</summary>
public sealed class PlanVersion : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required Guid PlanId { get; init; }

    public required int Number { get; init; }

    public PlanVersionState State { get; private set; }

    public required LevelNames Levels { get; set; }

    public PriceBasis PriceBasis { get; set; }

    public int? PriceYear { get; set; }

    public Guid? CopiedFrom { get; init; }

    public Guid? SubmittedBy { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Who adopted the plan outside this program, in words.</summary>
    public string? Authority { get; private set; }

    public string? ReturnedBecause { get; private set; }

    public int Version { get; set; } = 1;

    public bool IsOpen => State == PlanVersionState.Draft;

    public Refusal? Submit(Guid person, DateTimeOffset now, int nodes)
    {
        if (State != PlanVersionState.Draft)
        {
            return new Refusal("plan.not-a-draft", Number);
        }

        if (nodes == 0)
        {
            return new Refusal("plan.nothing-to-submit", Number);
        }

        (State, SubmittedBy, SubmittedAt, ReturnedBecause) = (PlanVersionState.Submitted, person, now, null);
        return null;
    }

    /// <summary>Four eyes: neither who handed it in nor anybody who had a hand in it approves (domain handbook §0.3).</summary>
    public Refusal? Approve(Guid person, IEnumerable<Guid> drafters, string? authority, DateTimeOffset now)
    {
        if (State != PlanVersionState.Submitted)
        {
            return new Refusal("plan.not-submitted", Number);
        }

        if (person == SubmittedBy || drafters.Contains(person))
        {
            return new Refusal("plan.own-draft", Number);
        }

        if (string.IsNullOrWhiteSpace(authority))
        {
            return new Refusal("plan.authority-missing", Number);
        }

        (State, ApprovedBy, ApprovedAt, Authority) = (PlanVersionState.Approved, person, now, authority.Trim());
        return null;
    }

    public Refusal? Return(string? reason)
    {
        if (State != PlanVersionState.Submitted)
        {
            return new Refusal("plan.not-submitted", Number);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("plan.reason-for-return", Number);
        }

        (State, ReturnedBecause) = (PlanVersionState.Draft, reason.Trim());
        return null;
    }

    /// <summary>A later version took its place.</summary>
    public void Replace() => State = State == PlanVersionState.Approved
        ? PlanVersionState.Replaced
        : throw new InvalidOperationException($"Version {Number} is {State}: only an approved one is replaced.");
}
