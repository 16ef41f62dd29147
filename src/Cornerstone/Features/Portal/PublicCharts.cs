using Cornerstone.Charts;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Ui;

namespace Cornerstone.Features.Portal;

/// <summary>Published figures as drawings; what is withheld or unknown leaves a gap.</summary>
internal static class PublicCharts
{
    private const int SparkWidth = 220;
    private const int MostInSpark = 12;

    /// <summary>The course of the last years, the size of a line.</summary>
    public static Chart Spark(PublicIndicator indicator, Text T)
    {
        var totals = indicator.Totals.TakeLast(MostInSpark).ToList();
        var names = totals.ConvertAll(v => T.Said(v.Period));
        var text = new ChartText(indicator.Card.Name.In(T.Language.Code), T["{0} to {1}", names[0], names[^1]], T["Period"], T["Value"]);
        return new Sparkline(text, names, new Series(T["All"], [.. totals.Select(v => v.Number is { } n ? ChartValue.Known(n) : ChartValue.Unknown)])).Draw(T.Drawing($"spark-{indicator.Card.Position}", SparkWidth));
    }

    /// <summary>The whole course with baseline and target.</summary>
    public static TargetLineChart Line(PublicIndicator indicator, Text T)
    {
        var card = indicator.Card;
        return new TargetLineChart(
            new ChartText(card.Name.In(T.Language.Code), T["Values of the whole country, with baseline and target."], T["Period"], T["Value"]),
            new TargetLineWords(T["Target"], T["Tolerance"], T["Baseline"], T["Wanted range"], T["Today"]),
            [new DatedSeries(T["All"], [.. indicator.Totals.Select(v => new DatedFigure(v.UntilDay, T.Said(v.Period), FigureOf(v)))])])
        {
            Baseline = indicator.Baseline is { State: ToldState.Known } baseline ? new(baseline.OnDay, T["Baseline"], FigureOf(baseline)) : null,
            Target = PathOf(indicator, T),
            Band = card is { Direction: PublicDirection.Band, BandLow: { } low, BandHigh: { } high } ? new ChartBand(low, high) : null,
        };
    }

    private static TargetPath? PathOf(PublicIndicator indicator, Text T)
    {
        var points = indicator.Targets.Where(t => t.Number is not null).DistinctBy(t => t.OnDay)
            .Select(t => new TargetPoint(t.OnDay, t.OnDay.ToString("d MMM yyyy", T.Language.Culture), t.Number!.Value)).ToList();
        return points.Count > 1 && indicator.Card.Direction is PublicDirection.Increase or PublicDirection.Decrease ? new TargetPath(points) : null;
    }

    private static ChartFigure FigureOf(PublishedFigure figure) => figure switch
    {
        { State: ToldState.NotApplicable } => ChartFigure.NotApplicable,
        { Low: { } low, High: { } high } => ChartFigure.Between(low, high, figure.IsApproximate),
        { High: { } high } => ChartFigure.Below(high),
        { Low: { } low } => ChartFigure.Known(low, isApproximate: true),
        _ => ChartFigure.Unknown,
    };
}
