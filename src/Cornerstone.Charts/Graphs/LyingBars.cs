using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws a bar chart whose bars lie, with the names of the categories beside them.</summary>
internal sealed class LyingBars
{
    private const double NameGap = 8;
    private const double WidestNames = 220;
    private const double RoomPerTick = 90;

    private readonly BarChart chart;
    private readonly Canvas canvas;
    private readonly ChartOptions options;
    private readonly NumberText numbers;
    private readonly IReadOnlyList<BarPiece> pieces;
    private readonly ValueScale scale;
    private readonly IReadOnlyList<Label> names;
    private readonly Legend legend;
    private readonly Box plot;
    private readonly double slot;
    private readonly BarLanes lanes;

    public LyingBars(BarChart chart, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.canvas, this.options) = (chart, canvas, options);
        numbers = new(options);
        pieces = BarPiece.Of(chart);
        legend = new(chart.LegendEntries(canvas, options), options.Width);
        names = [.. chart.Categories.Select(c => Label.Fit(c, Math.Min(WidestNames, options.Width * 0.38), mostLines: 2))];
        var start = names.Max(n => n.Width) + NameGap;
        scale = ValueScale.Around(BarPiece.Reach(pieces), (int)Math.Max(2, (options.Width - start) / RoomPerTick));
        var laneCount = chart.Layout == BarLayout.Grouped ? chart.Series.Count : 1;
        slot = Math.Max(names.Max(n => n.Height) + 6, laneCount == 1 ? 26 : laneCount * 14 + 10);
        lanes = BarLanes.In(slot, laneCount);
        var end = pieces.Max(p => TextWidth.Of(FigureOf(p.Category, p.Series))) + 8;
        plot = new(start, legend.Height + UnitHeight + 22, Math.Max(Box.LeastPlot, options.Width - start - end), slot * chart.Categories.Count);
    }

    public double Draw()
    {
        DrawFrame();
        foreach (var piece in pieces)
            canvas.Rect(BoxOf(piece), $"chart-fill chart-bar {SeriesLook.Colour(piece.Series, chart.Series[piece.Series])}", tooltip: Tooltip(piece));
        foreach (var series in pieces.GroupBy(p => p.Series)) SeriesLook.Hatch(canvas, options, series.Key, series.Select(BoxOf));
        for (var i = 0; i < chart.Categories.Count; i++) DrawFigures(i);
        return plot.Bottom + 6;
    }

    private double UnitHeight => chart.Text.Unit is null ? 0 : 18;

    private double X(decimal amount) => plot.X + scale.Share(amount) * plot.Width;

    private Box BoxOf(BarPiece piece)
    {
        var (left, right) = (X(Math.Min(piece.From, piece.To)), X(Math.Max(piece.From, piece.To)));
        return new(left, plot.Y + slot * piece.Category + lanes.Offset(piece.Lane), right - left, lanes.Drawn);
    }

    private void DrawFrame()
    {
        legend.Draw(canvas, 0, 0);
        if (chart.Text.Unit is { } unit) canvas.Text(0, legend.Height + 13, Label.Fit(unit, options.Width), "chart-muted");
        foreach (var tick in scale.Ticks)
        {
            canvas.Line(X(tick), plot.Y - 3, X(tick), plot.Bottom, tick == 0 ? "chart-axis" : "chart-grid");
            canvas.Text(X(tick), plot.Y - 9, numbers.Short(tick), "chart-tick", Anchor.Middle);
        }

        for (var i = 0; i < names.Count; i++)
            canvas.Text(plot.X - NameGap, plot.Y + slot * (i + 0.5) - names[i].Height / 2 + 11, names[i], "chart-label", Anchor.End);
    }

    private string Tooltip(BarPiece piece) =>
        $"{chart.Series[piece.Series].Name}, {chart.Categories[piece.Category]}: {numbers.Exact(piece.To - piece.From)}";

    private void DrawFigures(int category)
    {
        var lanesUsed = chart.Layout == BarLayout.Grouped ? chart.Series.Count : 1;
        for (var lane = 0; lane < lanesUsed; lane++)
        {
            var ends = pieces.Where(p => p.Category == category && p.Lane == lane).Select(p => p.To).Append(0).ToList();
            var y = plot.Y + slot * category + lanes.Offset(lane) + lanes.Drawn / 2 + 4;
            var isBelow = ends.Min() < 0 && ends.Max() == 0;
            var figure = FigureOf(category, lane);
            // A figure of a negative bar goes to its other end when there is room before the names.
            if (isBelow && X(ends.Min()) - TextWidth.Of(figure) - 5 < plot.X) isBelow = false;
            canvas.Text(isBelow ? X(ends.Min()) - 5 : X(ends.Max()) + 5, y, figure, "chart-figure", isBelow ? Anchor.End : Anchor.Start);
        }
    }

    private string FigureOf(int category, int series)
    {
        if (chart.Layout == BarLayout.Grouped) return FigureOf(chart.Series[series].At(category));
        if (chart.Total(category) is not { } total) return chart.HasUnknown(category) ? options.Labels.UnknownMark : options.Labels.NotApplicable;
        return chart.HasUnknown(category) ? $"{numbers.Short(total)} + {options.Labels.UnknownMark}" : numbers.Short(total);
    }

    private string FigureOf(ChartValue value) => value.State switch
    {
        ChartValueState.Known => numbers.Short(value.Amount.GetValueOrDefault()),
        ChartValueState.NotApplicable => options.Labels.NotApplicable,
        _ => options.Labels.UnknownMark,
    };
}
