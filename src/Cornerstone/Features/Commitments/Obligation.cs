using Cornerstone.Data;
using Cornerstone.Texts;
using Cornerstone.Values;

namespace Cornerstone.Features.Commitments;

/// <summary>Where an obligation stands between the paragraph and the people who follow it.</summary>
public enum ObligationState
{
    Proposed,
    Accepted,
    Dismissed,
}

/// <summary>
/// What one paragraph asks of somebody, in our words: who, what, by when, on which conditions. It belongs to the
/// workspace that follows it, although the paragraph may stand in the shared layer.
/// </summary>
public sealed class Obligation : IRecord, IVersioned
{
    public const int LongestWhat = 1_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required Guid DocumentId { get; init; }

    public required Guid ProvisionId { get; init; }

    /// <summary>Stable address inside the document: "op/25".</summary>
    public required string ProvisionPath { get; init; }

    /// <summary>Indicative strength of the paragraph when the obligation was opened (domain handbook §1.6).</summary>
    public short? Strength { get; init; }

    /// <summary>What is to be done, in our words.</summary>
    public required string What { get; set; }

    /// <summary>Codes of <see cref="Cornerstone.Texts.Addressees"/>.</summary>
    public List<string> Addressees { get; set; } = [];

    public DateOnly? DueDate { get; set; }

    public DatePrecision? DuePrecision { get; set; }

    /// <summary>How often it falls due again, as a code of <see cref="Commitments.Recurrence"/>: "every 90 days".</summary>
    public string? Recurrence { get; set; }

    public List<string> Conditions { get; set; } = [];

    public List<string> Themes { get; init; } = [];

    public ObligationState State { get; private set; }

    /// <summary>Why it was dismissed, or opened from a paragraph that asks for nothing.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>The institution or person who sees to it here.</summary>
    public string? Responsible { get; set; }

    /// <summary>The later obligation that took its place.</summary>
    public Guid? SupersededBy { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Takes the obligation up. Rule D8: words that ask for nothing need a person's reason.</summary>
    public Refusal? Accept(bool asks, string? reason)
    {
        if (!asks && string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("commitments.reason-for-override", ProvisionPath);
        }

        return Move(ObligationState.Accepted, asks ? null : reason);
    }

    public Refusal? Dismiss(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? new Refusal("commitments.reason-for-dismissal", ProvisionPath)
        : Move(ObligationState.Dismissed, reason);

    /// <summary>Puts a dismissed obligation back among the proposals.</summary>
    public Refusal? Reopen() => State == ObligationState.Dismissed
        ? Move(ObligationState.Proposed, null)
        : new Refusal("commitments.not-dismissed", ProvisionPath);

    private Refusal? Move(ObligationState state, string? reason)
    {
        if (State == state)
        {
            return new Refusal("commitments.already-decided", ProvisionPath);
        }

        (State, DecisionReason) = (state, reason?.Trim());
        return null;
    }
}
