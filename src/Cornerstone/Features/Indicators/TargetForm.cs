using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Benchmarks;

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

    [Display(Name = "Set by"), StringLength(200)]
    public string? SetBy { get; set; }

    [Display(Name = "Approved in"), StringLength(300)]
    public string? ApprovedIn { get; set; }

    [Display(Name = "Source"), StringLength(500)]
    public string? Source { get; set; }

    [Display(Name = "Note"), StringLength(1_000), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    public static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
