using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Legislation;

/// <summary>
/// One dated step of a law. Steps are never changed or removed: a step entered by mistake is voided by a later one,
/// so that the register can be read as it stood on any day.
/// </summary>
public sealed class LawStep : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LawId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>Null for the first step: the law was entered as it stood.</summary>
    public LawState? FromState { get; init; }

    public required LawState ToState { get; init; }

    /// <summary>The day on which it happened, not the day on which it was entered.</summary>
    public required DateOnly HappenedOn { get; init; }

    public string? Body { get; init; }

    public string? Reference { get; init; }

    public Guid? ByLawId { get; init; }

    public string? Reason { get; init; }

    /// <summary>The mistaken step that this one takes back.</summary>
    public Guid? VoidsStepId { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Reads a law's steps.</summary>
public static class LawSteps
{
    /// <summary>The steps that count, in order: neither voided nor voiding.</summary>
    public static IReadOnlyList<LawStep> Effective(IEnumerable<LawStep> steps, DateTimeOffset? knownAt = null)
    {
        var known = steps.Where(s => knownAt is null || s.RecordedAt <= knownAt).ToList();
        var voided = known.Select(s => s.VoidsStepId).OfType<Guid>().ToHashSet();
        return [.. known.Where(s => s.VoidsStepId is null && !voided.Contains(s.Id)).OrderBy(s => s.HappenedOn).ThenBy(s => s.RecordedAt).ThenBy(s => s.Id)];
    }

    /// <summary>Where the law stood on a day, as far as was known at a moment; null before its first step.</summary>
    public static LawState? StateOn(IEnumerable<LawStep> steps, DateOnly day, DateTimeOffset? knownAt = null) =>
        Effective(steps, knownAt).LastOrDefault(s => s.HappenedOn <= day)?.ToState;

    public static bool WasInForce(IEnumerable<LawStep> steps, DateOnly day, DateTimeOffset? knownAt = null) => LawPath.IsInForce(StateOn(steps, day, knownAt));
}

/// <summary>What somebody says has happened to a law, before the rules have had their word.</summary>
public sealed record LawMove(LawState To, DateOnly On)
{
    /// <summary>Who acted: the cabinet, the national assembly, the head of state.</summary>
    public string? Body { get; init; }

    /// <summary>Where it can be checked: a gazette, a record of votes.</summary>
    public string? Reference { get; init; }

    public string? Number { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The later law that amended or repealed it.</summary>
    public Guid? ByLawId { get; init; }

    public string? Reason { get; init; }
}
