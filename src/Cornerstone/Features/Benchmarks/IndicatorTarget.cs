using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

public enum TargetKind
{
    /// <summary>The value at the start.</summary>
    Baseline,

    /// <summary>What is to be reached on the way, by a day.</summary>
    Milestone,

    /// <summary>The value at the end.</summary>
    Target,
}

/// <summary>Where an indicator began, what it is to pass and where it is to arrive; for the whole country or a part of it.</summary>
public sealed class IndicatorTarget : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid IndicatorId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required TargetKind Kind { get; init; }

    /// <summary>Code of a region; empty for the whole country.</summary>
    public string Area { get; init; } = "";

    /// <summary>Written form of <see cref="DimensionKey"/>; empty for all.</summary>
    public string Dimensions { get; init; } = "";

    public required DateOnly OnDay { get; init; }

    public FigureState ValueState { get; private set; }

    public decimal? ValueLow { get; private set; }

    public decimal? ValueHigh { get; private set; }

    public bool ValueApproximate { get; private set; }

    public required Figure Value
    {
        get => Figure.Of(ValueState, ValueLow, ValueHigh, ValueApproximate);
        set => (ValueState, ValueLow, ValueHigh, ValueApproximate) = (value.State, value.Low, value.High, value.IsApproximate);
    }

    /// <summary>Who set it.</summary>
    public string? SetBy { get; set; }

    /// <summary>The act or document that approved it, in words; and its document where the library has it.</summary>
    public string? ApprovedIn { get; set; }

    public Guid? DocumentId { get; set; }

    /// <summary>Where the baseline's value comes from.</summary>
    public string? Source { get; set; }

    public string? Note { get; set; }

    /// <summary>When another took its place; null while it holds.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public int Version { get; set; } = 1;
}
