using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>A published rate as it is kept: never overwritten, because figures were told by it. A revised one ends it and stands beside it.</summary>
public sealed class ExchangeRate : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SourceId { get; init; }

    public required string Country { get; init; }

    public Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Currency Currency { get; init; }

    public required DateOnly FromDay { get; init; }

    public required DateOnly UntilDay { get; init; }

    public required PeriodPrecision Precision { get; init; }

    /// <summary>Units of the currency for one of the source's base.</summary>
    public required decimal Units { get; init; }

    /// <summary>Why it waits for a person; null when nothing speaks against it.</summary>
    public RateDoubt? Doubt { get; init; }

    public Guid? AcceptedBy { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public string? AcceptedBecause { get; private set; }

    public Guid? RefusedBy { get; private set; }

    public DateTimeOffset? RefusedAt { get; private set; }

    public string? RefusedBecause { get; private set; }

    public required Guid EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public Period Period => new(FromDay, UntilDay, Precision);

    /// <summary>Doubted, and nobody has decided yet.</summary>
    public bool Waits => Doubt is not null && AcceptedAt is null && RefusedAt is null;

    /// <summary>A person looked at a doubted rate and says that it is right. What was decided before may be decided anew.</summary>
    public Refusal? Accept(Guid person, DateTimeOffset at, string because)
    {
        if (MayBeDecided() is { } refusal)
        {
            return refusal;
        }

        (AcceptedBy, AcceptedAt, AcceptedBecause) = (person, at, because);
        (RefusedBy, RefusedAt, RefusedBecause) = (null, null, null);
        return null;
    }

    /// <summary>A person looked at a doubted rate and says that it is wrong: it is kept and never used.</summary>
    public Refusal? Refuse(Guid person, DateTimeOffset at, string because)
    {
        if (MayBeDecided() is { } refusal)
        {
            return refusal;
        }

        (RefusedBy, RefusedAt, RefusedBecause) = (person, at, because);
        (AcceptedBy, AcceptedAt, AcceptedBecause) = (null, null, null);
        return null;
    }

    private Refusal? MayBeDecided() => Doubt is null ? new Refusal("rates.not-doubted") : EndedAt is not null ? new Refusal("rates.replaced") : null;
}
