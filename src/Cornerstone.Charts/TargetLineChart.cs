using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>A figure at a day, such as the last day of the period it speaks of.</summary>
/// <param name="Name">The period as readers know it: "2026", "second quarter of 2026".</param>
public sealed record DatedFigure(DateOnly On, string Name, ChartFigure Figure);

/// <summary>One line: "All", or one part of a disaggregation such as "Women".</summary>
public sealed record DatedSeries(string Name, IReadOnlyList<DatedFigure> Figures);

/// <summary>What shall be reached by a day.</summary>
public sealed record TargetPoint(DateOnly On, string Name, decimal Amount);

/// <summary>Between two milestones the target rises evenly, or stays where it was until the day of the next.</summary>
public enum TargetShape
{
    Linear,
    Stepwise,
}

/// <summary>The way from the baseline over milestones to the target.</summary>
/// <param name="Tolerance">How far above or below still counts as met; drawn as a band.</param>
public sealed record TargetPath(IReadOnlyList<TargetPoint> Points, TargetShape Shape = TargetShape.Linear, decimal Tolerance = 0);

/// <summary>Amounts between which a figure shall stay, for indicators that are neither to rise nor to fall.</summary>
public sealed record ChartBand(decimal Low, decimal High);

/// <summary>Words of the legend and of the table: "Target", "Tolerance", "Baseline", "Wanted range", "Today".</summary>
public sealed record TargetLineWords(string Target, string Tolerance, string Baseline, string Band, string Today);

/// <summary>
/// Measured figures over time against baseline and target. Intervals stand as whiskers with both ends, figures that are only about right
/// as hollow marks, and what is unknown leaves a gap that no line bridges.
/// </summary>
public sealed record TargetLineChart(ChartText Text, TargetLineWords Words, IReadOnlyList<DatedSeries> Series)
{
    private const string Kind = "chart-targets";

    public DatedFigure? Baseline { get; init; }

    public TargetPath? Target { get; init; }

    public ChartBand? Band { get; init; }

    public DateOnly? Today { get; init; }

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        var table = Table(options);
        if (!Amounts().Any()) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new TargetLinePicture(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind), table);
    }

    /// <summary>Every amount that will be drawn; a wanted range alone is no chart.</summary>
    internal IEnumerable<decimal> Amounts() => Series.SelectMany(s => s.Figures).SelectMany(f => f.Figure.Ends)
        .Concat(Baseline?.Figure.Ends ?? [])
        .Concat(TargetPoints.SelectMany(p => new[] { p.Amount - Tolerance, p.Amount + Tolerance }));

    internal IEnumerable<DateOnly> Days() => Series.SelectMany(s => s.Figures).Select(f => f.On)
        .Concat(Baseline is { } baseline ? [baseline.On] : [])
        .Concat(TargetPoints.Select(p => p.On));

    internal IEnumerable<TargetPoint> TargetPoints => Target?.Points.OrderBy(p => p.On) ?? Enumerable.Empty<TargetPoint>();

    internal decimal Tolerance => Target?.Tolerance ?? 0;

    private ChartTable Table(ChartOptions options)
    {
        var text = new FigureText(options);
        var rows = Periods().OrderBy(p => p.On).Select(period => new ChartTableRow(new(period.Name),
        [
            .. Series.Select(s => CellOf(s.Figures.FirstOrDefault(f => (f.On, f.Name) == period)?.Figure, text)),
            .. Columns(period).Select(figure => CellOf(figure, text)),
        ]));
        string[] targets = Target is null ? [] : [Words.Target];
        string[] baselines = Baseline is null ? [] : [Words.Baseline];
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, .. Series.Select(s => s.Name), .. baselines, .. targets], [.. rows]);
    }

    private IEnumerable<(DateOnly On, string Name)> Periods() => Series.SelectMany(s => s.Figures).Select(f => (f.On, f.Name))
        .Concat(Baseline is { } baseline ? [(baseline.On, baseline.Name)] : [])
        .Concat(TargetPoints.Select(p => (p.On, p.Name))).Distinct();

    private IEnumerable<ChartFigure?> Columns((DateOnly On, string Name) period)
    {
        if (Baseline is { } baseline) yield return (baseline.On, baseline.Name) == period ? baseline.Figure : null;
        if (Target is not null) yield return TargetPoints.FirstOrDefault(p => (p.On, p.Name) == period) is { } point ? point.Amount : null;
    }

    /// <summary>Where nothing is due, nothing stands: that is neither zero nor unknown.</summary>
    private static ChartTableCell CellOf(ChartFigure? figure, FigureText text) => figure is { } known ? text.Cell(known) : new("");
}
