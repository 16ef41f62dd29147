using Cornerstone.Values;

namespace Cornerstone.Published;

public enum PublicUnit
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

public enum PublicDirection
{
    Increase,
    Decrease,
    Maintain,
    Band,
}

public enum PublicLight
{
    Green,
    Amber,
    Red,
    Grey,
    Blue,
}

/// <summary>Why a light is grey.</summary>
public enum PublicWhy
{
    NoData,
    Stale,
    LowQuality,
    NoTarget,
    ContextOnly,
    TooEarly,
    Uncertain,
}

public enum PublicTargetKind
{
    Baseline,
    Milestone,
    Target,
}

/// <summary>An indicator as everybody reads it: what is measured, by whom, and its light on the day of the edition.</summary>
public sealed record PublishedIndicator : PublishedRow
{
    public required Wording Name { get; init; }

    public required Wording Meaning { get; init; }

    public required Wording Component { get; init; }

    public required PublicUnit Unit { get; init; }

    public string? UnitDetail { get; init; }

    public List<string> OrdinalLevels { get; init; } = [];

    public required PublicDirection Direction { get; init; }

    public decimal? BandLow { get; init; }

    public decimal? BandHigh { get; init; }

    public required string Frequency { get; init; }

    public required string Source { get; init; }

    public required string Custodian { get; init; }

    /// <summary>What the institution is called, where the custodian is one.</summary>
    public Wording? CustodianName { get; init; }

    /// <summary>Null where the value it is judged by is withheld.</summary>
    public PublicLight? Light { get; init; }

    public PublicWhy? LightWhy { get; init; }

    /// <summary>It moves away from its target.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Its numbers stand for people one by one: rounded, and the small ones withheld.</summary>
    public bool CountsPeople { get; init; }
}

/// <summary>A number of an indicator, or why there is none.</summary>
public abstract record PublishedFigure : PublishedRow
{
    public required ToldState State { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    public bool IsApproximate { get; init; }

    /// <summary>The one number, exact or approximate; never the middle of an interval.</summary>
    public decimal? Number => Low == High ? Low : null;
}

/// <summary>A value of a period, of the whole country, an area or a part.</summary>
public sealed record PublishedValue : PublishedFigure
{
    /// <summary>Code of a region; empty for the whole country.</summary>
    public string Area { get; init; } = "";

    public Wording? AreaName { get; init; }

    /// <summary>"age=18-24;sex=F"; empty for all.</summary>
    public string Part { get; init; } = "";

    public Wording? PartName { get; init; }

    public required DateOnly FromDay { get; init; }

    public required DateOnly UntilDay { get; init; }

    public required PeriodPrecision Precision { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>Numbers of people are rounded to it; null where nothing was rounded.</summary>
    public int? RoundedTo { get; init; }

    public required string Source { get; init; }

    public bool IsTotal => Area.Length == 0 && Part.Length == 0;

    public Period Period => new(FromDay, UntilDay, Precision);
}

/// <summary>Where it began and where it is to arrive.</summary>
public sealed record PublishedTarget : PublishedFigure
{
    public required PublicTargetKind Kind { get; init; }

    public required DateOnly OnDay { get; init; }
}
