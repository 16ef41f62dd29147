namespace Cornerstone.Features.Instruments;

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
