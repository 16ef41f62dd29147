using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>
/// The definition card: what is counted, how, by whom, how often (domain handbook §4.2). Never overwritten; a change is the
/// next card, so that an old value keeps the meaning it had.
/// </summary>
public sealed class IndicatorDefinition : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid IndicatorId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>1 for the first card, and so on.</summary>
    public int Number { get; init; } = 1;

    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>When the next card took its place; null for the one in force.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>Why the card changed; null for the first.</summary>
    public string? Reason { get; init; }

    public required Wording Name { get; init; }

    public required Wording Meaning { get; init; }

    public required IndicatorUnit Unit { get; init; }

    /// <summary>The currency's code, what a score runs to, what is counted: "USD", "of 10", "officers".</summary>
    public string? UnitDetail { get; init; }

    public required IndicatorMeasure Measure { get; init; }

    public required Direction Direction { get; init; }

    public decimal? BandLow { get; init; }

    public decimal? BandHigh { get; init; }

    /// <summary>How far outside the band, or below the baseline, a value may fall.</summary>
    public decimal? Tolerance { get; init; }

    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    public required string Method { get; init; }

    public required SourceType SourceType { get; init; }

    /// <summary>Where values come from by default.</summary>
    public required string Source { get; init; }

    public required Frequency Frequency { get; init; }

    /// <summary>Days from the end of a period until its value can be there.</summary>
    public int LagDays { get; init; }

    /// <summary>Who keeps the indicator, as they call themselves.</summary>
    public required string Custodian { get; init; }

    public Guid? CustodianId { get; init; }

    public string? SdgCode { get; init; }

    /// <summary>Code of a component, national ones among them.</summary>
    public required string Component { get; init; }

    public required ResultLevel Level { get; init; }

    /// <summary>Keys of the dimensions a value has to be split by: "sex", "age", "region".</summary>
    public List<string> Disaggregations { get; init; } = [];

    public required RollUpRule OverTime { get; init; }

    public required RollUpRule OverAreas { get; init; }

    public required RollUpRule OverDimensions { get; init; }

    public required StockOrFlow StockOrFlow { get; init; }

    /// <summary>Counted since a fixed day: it can never fall.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>Told beside others and never aimed at: it has no target and no light (domain handbook §4.5, SSR-01).</summary>
    public bool IsContextOnly { get; init; }

    /// <summary>What each level of an ordinal scale means, from 0 upwards.</summary>
    public List<string> OrdinalLevels { get; init; } = [];

    /// <summary>True for shares and ratios: they are computed anew from numerators and denominators.</summary>
    public bool IsRatio => Unit is IndicatorUnit.Percent or IndicatorUnit.RatioPer100k;

    /// <summary>By what numerator over denominator is multiplied.</summary>
    public decimal RatioFactor => Unit switch
    {
        IndicatorUnit.Percent => 100m,
        IndicatorUnit.RatioPer100k => 100_000m,
        _ => 1m,
    };

    public int FrequencyMonths => MonthsOf(Frequency);

    public static int MonthsOf(Frequency frequency) => frequency switch
    {
        Frequency.Monthly => 1,
        Frequency.Quarterly => 3,
        Frequency.HalfYearly => 6,
        Frequency.Yearly => 12,
        Frequency.EveryTwoYears => 24,
        _ => 60,
    };
}
