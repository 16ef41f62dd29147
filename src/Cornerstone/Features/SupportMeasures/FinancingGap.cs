using Cornerstone.Values;

namespace Cornerstone.Features.SupportMeasures;

/// <summary>A promise that binds nobody yet, and how likely it is thought to be.</summary>
public sealed record WeighedPledge(decimal Amount, decimal Probability);

/// <summary>
/// What an objective lacks in a year: its cost less what the country gives and what partners are bound to give. Pledges are told
/// beside it, weighed by their probability, and never reduce it (domain handbook §5.8).
/// </summary>
public sealed record FinancingGap(decimal Cost, decimal National, decimal Committed, decimal WeightedPipeline)
{
    public static FinancingGap Of(decimal cost, decimal national, decimal committed, IEnumerable<WeighedPledge> pledges) =>
        new(cost, national, committed, pledges.Sum(p => p.Amount * p.Probability));

    /// <summary>Below zero: more is bound than it costs. That is told, and not cut off.</summary>
    public decimal Gap => Cost - National - Committed;

    public decimal GapIfPledgesCome => Gap - WeightedPipeline;

    public Percentage? Covered => Percentage.Of(National + Committed, Cost);
}

public enum Attention
{
    /// <summary>Hardly anybody is bound to pay for it.</summary>
    Orphan,
    Ordinary,

    /// <summary>More is bound than it costs.</summary>
    Darling,

    /// <summary>Its cost is not known, so nobody can say.</summary>
    Unknown,
}

/// <summary>Commitments for the next twelve months beside the cost of the same months. Bounds are values, not constants of the field.</summary>
public sealed record AttentionBounds(decimal OrphanBelow = 0.10m, decimal DarlingAbove = 1.20m)
{
    public Attention Of(decimal? cost, decimal committed) => Percentage.Of(committed, cost ?? 0m) switch
    {
        null => Attention.Unknown,
        { Share: var share } when share < OrphanBelow => Attention.Orphan,
        { Share: var share } when share > DarlingAbove => Attention.Darling,
        _ => Attention.Ordinary,
    };
}
