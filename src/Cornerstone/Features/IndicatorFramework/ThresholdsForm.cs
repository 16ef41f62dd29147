using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Benchmarks;

namespace Cornerstone.Features.IndicatorFramework;

/// <summary>Thresholds as people write them: performance and deviations as numbers, shares in per cent.</summary>
public sealed class ThresholdsForm
{
    private const decimal PerCent = 100m;

    [Display(Name = "Green from"), Required]
    public decimal? GreenFrom { get; set; }

    [Display(Name = "Amber from"), Required]
    public decimal? AmberFrom { get; set; }

    [Display(Name = "Too early until"), Required]
    public decimal? TooEarlyUntil { get; set; }

    [Display(Name = "Stale after so many frequencies"), Required]
    public decimal? StaleFactor { get; set; }

    [Display(Name = "Lowest quality"), Required]
    public decimal? LowestQuality { get; set; }

    [Display(Name = "Lowest coverage"), Required]
    public decimal? LowestCoverage { get; set; }

    [Display(Name = "Greatest jump"), Required]
    public decimal? GreatestJump { get; set; }

    [Display(Name = "Greatest deviation"), Required]
    public decimal? GreatestDeviation { get; set; }

    public static ThresholdsForm Of(Framework framework) => new()
    {
        GreenFrom = Plain(framework.GreenFrom),
        AmberFrom = Plain(framework.AmberFrom),
        TooEarlyUntil = Plain(framework.TooEarlyUntil * PerCent),
        StaleFactor = Plain(framework.StaleFactor),
        LowestQuality = Plain(framework.LowestQuality * PerCent),
        LowestCoverage = Plain(framework.LowestCoverage * PerCent),
        GreatestJump = Plain(framework.GreatestJump * PerCent),
        GreatestDeviation = Plain(framework.GreatestDeviation),
    };

    /// <summary>A field left empty keeps what the framework has; the form asks for it first.</summary>
    public void CopyTo(Framework framework)
    {
        framework.GreenFrom = GreenFrom ?? framework.GreenFrom;
        framework.AmberFrom = AmberFrom ?? framework.AmberFrom;
        framework.TooEarlyUntil = TooEarlyUntil / PerCent ?? framework.TooEarlyUntil;
        framework.StaleFactor = StaleFactor ?? framework.StaleFactor;
        framework.LowestQuality = LowestQuality / PerCent ?? framework.LowestQuality;
        framework.LowestCoverage = LowestCoverage / PerCent ?? framework.LowestCoverage;
        framework.GreatestJump = GreatestJump / PerCent ?? framework.GreatestJump;
        framework.GreatestDeviation = GreatestDeviation ?? framework.GreatestDeviation;
    }

    // 0.9000 as it is stored, 0.9 as it is written.
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
