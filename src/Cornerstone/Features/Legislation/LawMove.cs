namespace Cornerstone.Features.Legislation;

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
