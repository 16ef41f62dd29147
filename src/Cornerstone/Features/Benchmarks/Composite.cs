using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>
/// Progress of several indicators in one number, with the part of their weight that has data. Below the coverage that a framework asks for, the
/// number is not told: it would speak for what nobody measured (domain handbook §4.3).
/// </summary>
/// <param name="Progress">C = Σ wᵢ · clamp(pᵢ, 0, 1) / Σ wᵢ over indicators with data; null below the lowest coverage.</param>
/// <param name="Coverage">Σ wᵢ with data over Σ wᵢ of all; null when there is no weight at all.</param>
public sealed record Composite(Percentage? Progress, Percentage? Coverage)
{
    public static Composite Of(IEnumerable<(decimal Weight, Percentage? Progress)> parts, decimal lowestCoverage)
    {
        var all = parts.ToList();
        var told = all.Where(p => p.Progress is not null).ToList();
        var weight = told.Sum(p => p.Weight);
        var coverage = Percentage.Of(weight, all.Sum(p => p.Weight));
        return coverage is not { } share || share.Share < lowestCoverage
            ? new(null, coverage)
            : new(Percentage.Of(told.Sum(p => p.Weight * Math.Clamp(p.Progress!.Value.Share, 0m, 1m)), weight), coverage);
    }
}
