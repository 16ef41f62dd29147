using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>From what performance a light is green, when a value is stale, what coverage a composite needs (domain handbook §4.3, §4.4).</summary>
public sealed class Framework : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; } = Classification.Public;

    public decimal GreenFrom { get; set; } = 0.90m;

    public decimal AmberFrom { get; set; } = 0.60m;

    /// <summary>Up to this expected progress it is too early to judge.</summary>
    public decimal TooEarlyUntil { get; set; } = 0.05m;

    /// <summary>How many frequencies, and the lag, until a value is stale.</summary>
    public decimal StaleFactor { get; set; } = 2m;

    /// <summary>The least quality for publication, and for a light that is not grey.</summary>
    public decimal LowestQuality { get; set; } = 0.50m;

    /// <summary>Below this coverage a composite is not shown.</summary>
    public decimal LowestCoverage { get; set; } = 0.60m;

    /// <summary>A change by more than this share of the value before is to be confirmed (rule I5).</summary>
    public decimal GreatestJump { get; set; } = 0.50m;

    /// <summary>A value further than this many standard deviations from the mean is to be confirmed (rule I5).</summary>
    public decimal GreatestDeviation { get; set; } = 3m;

    public int Version { get; set; } = 1;

    /// <summary>What is wrong with thresholds somebody set: each refusal with the property it is about.</summary>
    public IEnumerable<(string Property, Refusal Refusal)> Check()
    {
        (string Property, decimal Value, decimal Least, decimal Most)[] ranges =
        [
            (nameof(GreenFrom), GreenFrom, 0.01m, 2m),
            (nameof(AmberFrom), AmberFrom, 0m, 2m),
            (nameof(TooEarlyUntil), TooEarlyUntil, 0m, 0.5m),
            (nameof(StaleFactor), StaleFactor, 1m, 10m),
            (nameof(LowestQuality), LowestQuality, 0m, 1m),
            (nameof(LowestCoverage), LowestCoverage, 0m, 1m),
            (nameof(GreatestJump), GreatestJump, 0.01m, 10m),
            (nameof(GreatestDeviation), GreatestDeviation, 1m, 10m),
        ];
        foreach (var (property, _, least, most) in ranges.Where(r => r.Value < r.Least || r.Value > r.Most))
        {
            yield return IsShare(property)
                ? (property, new Refusal("benchmarks.threshold-share", new Percentage(least), new Percentage(most)))
                : (property, new Refusal("benchmarks.threshold-range", least, most));
        }

        if (AmberFrom >= GreenFrom)
        {
            yield return (nameof(AmberFrom), new Refusal("benchmarks.threshold-order", GreenFrom));
        }
    }

    /// <summary>True for thresholds people write as percentages; performance and deviations are plain numbers (domain handbook §4.3, §4.4).</summary>
    public static bool IsShare(string property) => property is nameof(TooEarlyUntil) or nameof(LowestQuality) or nameof(LowestCoverage) or nameof(GreatestJump);

    public Percentage MinimumQuality => new(LowestQuality);

    /// <summary>What holds where a country has settled nothing of its own.</summary>
    public static Framework DefaultOf(string country) => new() { Country = country };
}
