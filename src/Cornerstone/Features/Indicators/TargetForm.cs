using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.Indicators;

/// <summary>A baseline, milestone or target as a person sets it.</summary>
public sealed class TargetForm
{
    [Display(Name = "Kind")]
    public TargetKind Kind { get; set; } = TargetKind.Target;

    [Display(Name = "On"), Required]
    public DateOnly? OnDay { get; set; }

    [Display(Name = "Value"), Required, StringLength(60)]
    public string? Value { get; set; }

    [Display(Name = "Area"), StringLength(40)]
    public string? Area { get; set; }

    /// <summary>Code of the part by dimension; empty is all of it.</summary>
    public Dictionary<string, string?> Parts { get; set; } = [];

    [Display(Name = "Set by"), StringLength(200)]
    public string? SetBy { get; set; }

    [Display(Name = "Approved in"), StringLength(300)]
    public string? ApprovedIn { get; set; }

    [Display(Name = "Source"), StringLength(500)]
    public string? Source { get; set; }

    [Display(Name = "Note"), StringLength(1_000), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    public DimensionKey Key => DimensionKey.Of(Parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => (p.Key, p.Value!.Trim())));

    public IndicatorTarget ToTarget(Indicator indicator, Figure value) => new()
    {
        IndicatorId = indicator.Id,
        Country = indicator.Country,
        Classification = indicator.Classification,
        Kind = Kind,
        Area = Area ?? "",
        Dimensions = Key.ToString(),
        OnDay = OnDay!.Value,
        Value = value,
        SetBy = Said(SetBy),
        ApprovedIn = Said(ApprovedIn),
        Source = Said(Source),
        Note = Said(Note),
    };

    public static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
