using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>Where a value stands between its author and the public (domain handbook §4.1).</summary>
public enum PointState
{
    Entered,
    Submitted,
    Returned,
    Verified,
    Published,

    /// <summary>Was published; a corrected value took its place.</summary>
    Corrected,
    Retracted,
}

/// <summary>One value of an indicator: its period, area, dimensions, where it comes from and who stands behind it.</summary>
public sealed partial class SeriesPoint : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid IndicatorId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>Code of a region; empty for the whole country.</summary>
    public string Area { get; init; } = "";

    /// <summary>Written form of <see cref="DimensionKey"/>: "age=18-24;sex=F"; empty for all.</summary>
    public string Dimensions { get; init; } = "";

    public DateOnly FromDay { get; private set; }

    public DateOnly UntilDay { get; private set; }

    public PeriodPrecision Precision { get; private set; }

    public required Period Period
    {
        get => new(FromDay, UntilDay, Precision);
        init => (FromDay, UntilDay, Precision) = (value.From, value.Until, value.Precision);
    }

    public FigureState ValueState { get; private set; }

    public decimal? ValueLow { get; private set; }

    public decimal? ValueHigh { get; private set; }

    public bool ValueApproximate { get; private set; }

    public required Figure Value
    {
        get => Figure.Of(ValueState, ValueLow, ValueHigh, ValueApproximate);
        set => (ValueState, ValueLow, ValueHigh, ValueApproximate) = (value.State, value.Low, value.High, value.IsApproximate);
    }

    public decimal? Numerator { get; set; }

    public decimal? Denominator { get; set; }

    public PointState State { get; private set; } = PointState.Entered;

    /// <summary>Validity, reliability, timeliness, precision, integrity, completeness, 0 to 3 each; null before anybody judged.</summary>
    public List<short>? Quality { get; set; }

    public VerificationLevel Verification { get; set; } = VerificationLevel.SelfReported;

    public required string Source { get; set; }

    public DateOnly? CollectedOn { get; set; }

    public string? Note { get; set; }

    /// <summary>Why there is no evidence file: nothing is verified without one or the other.</summary>
    public string? NoEvidenceBecause { get; set; }

    public required Guid EnteredBy { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public Guid? SubmittedBy { get; private set; }

    public Guid? VerifiedBy { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it stopped being what is published: corrected or retracted. A report can be rebuilt as of a past day.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was returned, corrected or retracted.</summary>
    public string? Reason { get; private set; }

    /// <summary>The published value this one is to correct.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>The value that took its place.</summary>
    public Guid? ReplacedBy { get; private set; }

    /// <summary>The import it came by; null when a person entered it.</summary>
    public Guid? ImportId { get; init; }

    public int Version { get; set; } = 1;

    public bool IsTotal => Area.Length == 0 && Dimensions.Length == 0;
}
