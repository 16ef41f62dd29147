using System.Globalization;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>A row of a series, understood.</summary>
internal sealed record SeriesEntry(WorkbookRow Row, StoredIndicator Of, Period Period, string Area, StoredPart Part, Figure Value, decimal? Numerator, decimal? Denominator)
{
    /// <summary>What each cell means; null with the finding where the first one means nothing.</summary>
    public static SeriesEntry? Read(WorkbookRow row, StoredSeries stored, Text T, out WorkbookFinding? finding)
    {
        var indicator = stored.Indicators.GetValueOrDefault(row.Text("indicator") ?? "");
        var (period, area, key) = (stored.PeriodOf(row.Text("period")), row.Text("area") ?? "", stored.KeyOf(row.Text("dimensions")));
        var (numerator, denominator) = (row.Number("numerator"), row.Number("denominator"));
        var isPlace = area.Length == 0 || stored.Regions.Contains(area);
        var part = isPlace && key is not null ? indicator?.PartOf(area, key) : null;
        var value = indicator is null ? null : ValueOf(row, indicator.Card, numerator, denominator);
        finding = indicator switch
        {
            null or { Indicator.State: IndicatorState.Retired } => row.Finding("indicator", "series.indicator", T["the code of an indicator in use"]),
            // A focal point brings in values of the institutions they speak for (domain handbook §0.4).
            { MayNotEnter: { Code: "values.not-yours" } notYours } => row.Finding("indicator", notYours.Code, T[notYours]),
            _ when period is null => row.Finding("period", "series.period", T["a period such as 2024, 2024-Q1 or 2024-03"]),
            _ when !isPlace => row.Finding("area", "series.area", T["the code of a region, or empty for the whole country"]),
            _ when part is null => row.Finding("dimensions", "series.dimensions", T["parts such as sex=F;age=18-24"]),
            _ when part.Refused is { } refused => row.Finding("dimensions", "series.dimensions", T[refused]),
            _ when value is null => row.Finding("value", "I9", T["a number, 3–6, ~50, <10, unknown or n/a"]),
            _ => null,
        };
        return finding is null ? new(row, indicator!, period!, area, part!, value!, numerator, denominator) : null;
    }

    private static Figure? ValueOf(WorkbookRow row, IndicatorDefinition card, decimal? numerator, decimal? denominator) => row.Text("value") is { } written
        ? decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain) ? Figure.Exact(plain)
            : Figure.TryParse(written, out var figure) ? figure : null
        : card.IsRatio && RollUp.RatioOf(card, numerator, denominator) is { } ratio ? Figure.Exact(decimal.Round(ratio, 8)) : null;
}
