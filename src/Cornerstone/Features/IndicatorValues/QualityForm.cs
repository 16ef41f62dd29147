using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Benchmarks;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>How a verifier judges a value: six dimensions from 0 to 3, and who stands behind it (domain handbook §4.4).</summary>
public sealed class QualityForm
{
    [Display(Name = "Validity: it measures what it says"), Required, Range(0, 3)]
    public short? Validity { get; set; }

    [Display(Name = "Reliability: the same method each time"), Required, Range(0, 3)]
    public short? Reliability { get; set; }

    [Display(Name = "Timeliness: it is recent enough"), Required, Range(0, 3)]
    public short? Timeliness { get; set; }

    [Display(Name = "Precision: it is fine enough"), Required, Range(0, 3)]
    public short? Precision { get; set; }

    [Display(Name = "Integrity: nobody could bend it"), Required, Range(0, 3)]
    public short? Integrity { get; set; }

    [Display(Name = "Completeness: nothing is left out"), Required, Range(0, 3)]
    public short? Completeness { get; set; }

    [Display(Name = "Verification level")]
    public VerificationLevel Verification { get; set; } = VerificationLevel.DocumentVerified;

    public List<short> Marks => [.. new[] { Validity, Reliability, Timeliness, Precision, Integrity, Completeness }.OfType<short>()];
}
