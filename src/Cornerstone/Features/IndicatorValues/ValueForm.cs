using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>A value as a person types it. All that was typed comes back when the form does.</summary>
public sealed class ValueForm
{
    [Display(Name = "Period"), Required, StringLength(25)]
    public string Period { get; set; } = "";

    [Display(Name = "Area"), StringLength(40)]
    public string? Area { get; set; }

    /// <summary>Code of the part by dimension; empty is all of it.</summary>
    public Dictionary<string, string?> Parts { get; set; } = [];

    [Display(Name = "What is known")]
    public FigureState Known { get; set; }

    [Display(Name = "Value"), StringLength(60)]
    public string? Value { get; set; }

    [Display(Name = "Numerator")]
    public decimal? Numerator { get; set; }

    [Display(Name = "Denominator")]
    public decimal? Denominator { get; set; }

    [Display(Name = "Source"), Required, StringLength(300)]
    public string Source { get; set; } = "";

    [Display(Name = "Collected on")]
    public DateOnly? CollectedOn { get; set; }

    [Display(Name = "Note, or why the value is unknown or does not apply"), StringLength(1_000), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    [Display(Name = "Evidence file")]
    public IFormFile? File { get; set; }

    [Display(Name = "What the file is"), StringLength(200)]
    public string? FileTitle { get; set; }

    [Display(Name = "Why there is no evidence file"), StringLength(500)]
    public string? NoEvidenceBecause { get; set; }

    /// <summary>Number of the definition card the person had before them.</summary>
    public int Card { get; set; }

    [Display(Name = "I have checked it: it is right")]
    public bool Confirmed { get; set; }

    public DimensionKey Key => DimensionKey.Of(Parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => (p.Key, p.Value!.Trim())));

    public static ValueForm Of(SeriesPoint point, IFormatProvider culture) => new()
    {
        Period = point.Period.ToString(),
        Area = point.Area,
        Parts = DimensionKey.Parse(point.Dimensions).Parts.ToDictionary(p => p.Key, p => (string?)p.Value),
        Known = point.Value.State,
        Value = point.Value.IsKnown ? point.Value.ToString(null, culture) : null,
        Numerator = point.Numerator,
        Denominator = point.Denominator,
        Source = point.Source,
        CollectedOn = point.CollectedOn,
        Note = point.Note,
        NoEvidenceBecause = point.NoEvidenceBecause,
    };

    public Period? ReadPeriod(ModelStateDictionary state, string prefix, Text T)
    {
        if (Values.Period.TryParse(Period, out var period)) return period;

        if (!string.IsNullOrWhiteSpace(Period))
        {
            state.AddModelError($"{prefix}.{nameof(Period)}", T["Write a period such as 2026, 2026-Q1, 2026-03 or 2026-01/2026-06."]);
        }

        return null;
    }

    /// <summary>
    /// The figure; null, and a fault of the form, when there is none. A share left empty is computed from its parts; "unknown" and
    /// "does not apply" are answers that need a reason.
    /// </summary>
    public Figure? ReadFigure(IndicatorDefinition card, ModelStateDictionary state, string prefix, Text T)
    {
        if (Known != FigureState.Known || card.Measure == IndicatorMeasure.Qualitative)
        {
            if (string.IsNullOrWhiteSpace(Note)) state.AddModelError($"{prefix}.{nameof(Note)}", T["Say why, or what was found: a missing value without a reason tells nobody anything."]);

            return Known == FigureState.Unknown ? Figure.Unknown : Figure.NotApplicable;
        }

        if (string.IsNullOrWhiteSpace(Value) && card.IsRatio && Numerator is { } part && Denominator is > 0m and var whole)
        {
            return Figure.Exact(decimal.Round(part / whole * card.RatioFactor, 4));
        }

        if (Figure.TryParse(Value, T.Language.Culture, out var figure) && figure.IsKnown) return figure;

        state.AddModelError($"{prefix}.{nameof(Value)}", T["Rule I9: a number (12.5), an interval (3–6), an approximate one (~50) or a bound (<10) is expected."]);
        return null;
    }

    public SeriesPoint New(DefinedIndicator indicator, Period period, Figure figure, Guid person, DateTimeOffset now, Guid? corrects) => Filled(new SeriesPoint
    {
        IndicatorId = indicator.Indicator.Id,
        Country = indicator.Indicator.Country,
        Classification = indicator.Indicator.Classification,
        Compartment = indicator.Indicator.Compartment,
        Area = Area ?? "",
        Dimensions = Key.ToString(),
        Period = period,
        Value = figure,
        Source = Source.Trim(),
        EnteredBy = person,
        EnteredAt = now,
        Corrects = corrects,
    });

    public SeriesPoint CopyTo(SeriesPoint point, Figure figure)
    {
        (point.Value, point.Source) = (figure, Source.Trim());
        point.Version++;
        return Filled(point);
    }

    public RivalValue Rival(SeriesPoint point, Figure figure, Guid person, DateTimeOffset now) => new()
    {
        PointId = point.Id,
        Country = point.Country,
        Classification = point.Classification,
        Compartment = point.Compartment,
        Value = figure,
        Numerator = Numerator,
        Denominator = Denominator,
        Source = Source.Trim(),
        Note = Trimmed(Note),
        EnteredBy = person,
        EnteredAt = now,
    };

    private SeriesPoint Filled(SeriesPoint point)
    {
        (point.Numerator, point.Denominator, point.CollectedOn) = (Numerator, Denominator, CollectedOn);
        (point.Note, point.NoEvidenceBecause) = (Trimmed(Note), Trimmed(NoEvidenceBecause));
        return point;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
