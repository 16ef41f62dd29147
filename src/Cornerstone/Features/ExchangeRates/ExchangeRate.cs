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

    public required Guid EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public Period Period => new(FromDay, UntilDay, Precision);

    /// <summary>A person looked at a doubted rate and says that it is right.</summary>
    public void Accept(Guid person, DateTimeOffset at, string because) => (AcceptedBy, AcceptedAt, AcceptedBecause) = (person, at, because);
}
