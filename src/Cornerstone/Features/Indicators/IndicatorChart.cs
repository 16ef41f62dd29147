using Cornerstone.Charts;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.Indicators;

/// <summary>An indicator's line with baseline, target and band; intervals stay intervals, gaps stay gaps.</summary>
internal static class IndicatorChart
{
    public static TargetLineChart Of(IndicatorStanding standing, IReadOnlyList<SeriesPoint> totals, DateOnly today, Text T)
    {
        var card = standing.Definition;
        var baseline = standing.Targets.FirstOrDefault(t => t is { Kind: TargetKind.Baseline, Area: "", Dimensions: "" });
        return new TargetLineChart(
            new ChartText(card.Name.In(T.Language.Code), T["Values of the whole country, with baseline and target."], T["Period"], T.WordOf(card.Unit)),
            new TargetLineWords(T["Target"], T["Tolerance"], T["Baseline"], T["Wanted range"], T["Today"]),
            [new DatedSeries(T["All"], [.. totals.Select(p => new DatedFigure(p.UntilDay, T.NameOf(p.Period), FigureOf(p.Value)))])])
        {
            Baseline = baseline is null ? null : new(baseline.OnDay, T["Baseline"], FigureOf(baseline.Value)),
            Target = PathOf(standing, T),
            Band = card is { Direction: Direction.Band, BandLow: { } low, BandHigh: { } high } ? new ChartBand(low, high) : null,
            Today = today,
        };
    }

    public static ChartFigure FigureOf(Figure figure) => figure switch
    {
        { State: FigureState.Unknown } => ChartFigure.Unknown,
        { State: FigureState.NotApplicable } => ChartFigure.NotApplicable,
        { Low: { } low, High: { } high } => ChartFigure.Between(low, high, figure.IsApproximate),
        { High: { } high } => ChartFigure.Below(high),
        { Low: { } low } => ChartFigure.Known(low, isApproximate: true),
        _ => ChartFigure.Unknown,
    };

    // What is to hold has a course without an end, and no line of targets to draw.
    private static TargetPath? PathOf(IndicatorStanding standing, Text T) => standing is not { Course: { } course } || standing.Definition.Direction == Direction.Maintain
        ? null
        : new TargetPath([.. course.Points.Select(p => new TargetPoint(p.Day, p.Day.ToString("d MMM yyyy", T.Language.Culture), p.Value))]);
}
