namespace Cornerstone.Features.Benchmarks;

public enum IndicatorUnit
{
    Count,
    Percent,
    RatioPer100k,
    Currency,
    Days,
    Score,
    YesNo,
    Ordinal,
}

/// <summary>IATI's list of indicator measures, 1 to 5.</summary>
public enum IndicatorMeasure
{
    Unit = 1,
    Percentage = 2,
    Nominal = 3,
    Ordinal = 4,
    Qualitative = 5,
}

/// <summary>Where the value is meant to go.</summary>
public enum Direction
{
    Increase,
    Decrease,
    Maintain,
    Band,
}

public enum SourceType
{
    Administrative,
    Survey,
    Expert,
    Satellite,
    Partner,
}

/// <summary>How often a value is due.</summary>
public enum Frequency
{
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
    EveryTwoYears,
    EveryFiveYears,
}

/// <summary>Where in the chain of results it stands.</summary>
public enum ResultLevel
{
    Impact,
    Outcome,
    Output,
    Process,
}

/// <summary>How values become one along an axis. What may not be combined says so.</summary>
public enum RollUpRule
{
    None,
    Sum,

    /// <summary>Numerators over denominators: ratios are recomputed, never averaged.</summary>
    WeightedMean,
    Last,
    Max,
}

/// <summary>A stock is held on a day; a flow happened over a period. The two never add up the same way.</summary>
public enum StockOrFlow
{
    Stock,
    Flow,
}

/// <summary>Who stands behind a value (domain handbook §4.4).</summary>
public enum VerificationLevel
{
    SelfReported,
    DocumentVerified,
    FieldVerified,
    IndependentlyAudited,
}
