using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>How a rate stands for its period.</summary>
public enum RateMethod
{
    /// <summary>The mean of the days of the period.</summary>
    Average,

    /// <summary>The rate of the period's last day.</summary>
    PeriodEnd,

    /// <summary>Fixed in advance and in force for the period, such as the operational rates of the United Nations.</summary>
    InForce,

    /// <summary>The source does not say.</summary>
    Unstated,
}

/// <summary>Who published a row of rates, how they were made, against which currency, and when they are asked: the first in order that has a rate answers.</summary>
public sealed class RateSource : IRecord, IVersioned
{
    public const int LongestCode = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>Short and stable, such as "imf-average-year".</summary>
    public required string Code { get; init; }

    /// <summary>What the publisher calls it.</summary>
    public required string Name { get; set; }

    public required string Publisher { get; set; }

    /// <summary>Where it is published.</summary>
    public string? Address { get; set; }

    public required RateMethod Method { get; set; }

    /// <summary>Rates are units of another currency for one of this.</summary>
    public required Currency Base { get; init; }

    /// <summary>Lower is asked earlier. A country's own sources are asked before those of the shared layer.</summary>
    public required int Order { get; set; }

    /// <summary>Terms of use, gaps known, anything a reader should know.</summary>
    public string? Note { get; set; }

    public int Version { get; set; } = 1;
}
