using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorValues;

public enum RivalStanding
{
    Waiting,
    Taken,
    SetAside,
}

/// <summary>
/// What a second person entered for a period that has a value: kept beside it until a third decides (domain handbook §17, invariant 9:
/// both versions are kept and a human is asked).
/// </summary>
public sealed class RivalValue : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PointId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public FigureState ValueState { get; private set; }

    public decimal? ValueLow { get; private set; }

    public decimal? ValueHigh { get; private set; }

    public bool ValueApproximate { get; private set; }

    public required Figure Value
    {
        get => Figure.Of(ValueState, ValueLow, ValueHigh, ValueApproximate);
        init => (ValueState, ValueLow, ValueHigh, ValueApproximate) = (value.State, value.Low, value.High, value.IsApproximate);
    }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public required string Source { get; init; }

    public string? Note { get; init; }

    public required Guid EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public RivalStanding Standing { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? DecidedBecause { get; private set; }

    /// <summary>A third person takes it in the other's place, or sets it aside; either way with a reason.</summary>
    public Refusal? Decide(SeriesPoint point, bool take, Guid person, string? reason)
    {
        if (Standing != RivalStanding.Waiting) return new Refusal("values.rival-decided");
        if (person == EnteredBy || person == point.EnteredBy || person == point.SubmittedBy) return new Refusal("values.rival-own");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("values.rival-reason");
        if (take && point.State is not (PointState.Entered or PointState.Returned or PointState.Submitted)) return new Refusal("values.rival-late");

        if (take)
        {
            (point.Value, point.Numerator, point.Denominator, point.Source, point.Note) = (Value, Numerator, Denominator, Source, Note);
            point.Version++;
        }

        (Standing, DecidedBy, DecidedBecause) = (take ? RivalStanding.Taken : RivalStanding.SetAside, person, reason.Trim());
        return null;
    }
}
