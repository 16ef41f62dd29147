using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Instruments;

/// <summary>One dated step of an instrument, kept for ever; a mistaken one is voided by a later one.</summary>
public sealed class InstrumentStep : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstrumentId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>Null for the first step: the instrument was entered as it stood.</summary>
    public InstrumentState? FromState { get; init; }

    public required InstrumentState ToState { get; init; }

    /// <summary>The day on which it happened, not the day on which it was entered.</summary>
    public required DateOnly HappenedOn { get; init; }

    public string? Authority { get; init; }

    public string? Reason { get; init; }

    /// <summary>First-level regions nobody had consulted when it went to validation; the reason says why.</summary>
    public List<string> RegionsNotHeard { get; init; } = [];

    public Guid? VoidsStepId { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The steps that count, in order: neither voided nor voiding.</summary>
    public static IReadOnlyList<InstrumentStep> Effective(IEnumerable<InstrumentStep> steps)
    {
        var all = steps.ToList();
        var voided = all.Select(s => s.VoidsStepId).OfType<Guid>().ToHashSet();
        return [.. all.Where(s => s.VoidsStepId is null && !voided.Contains(s.Id)).OrderBy(s => s.HappenedOn).ThenBy(s => s.RecordedAt).ThenBy(s => s.Id)];
    }
}

/// <summary>What somebody says has happened to an instrument, before the rules have had their word.</summary>
public sealed record InstrumentMove(InstrumentState To, DateOnly On)
{
    public string? Authority { get; init; }

    /// <summary>The day of adoption of an instrument entered when it was already in force; else the step's own day.</summary>
    public DateOnly? AdoptedOn { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public Guid? ReplacedBy { get; init; }

    /// <summary>Why: of a suspension, of a way back, of an end, or of a validation without all regions heard.</summary>
    public string? Reason { get; init; }
}
