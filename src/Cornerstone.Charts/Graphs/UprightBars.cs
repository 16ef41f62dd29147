using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws a bar chart whose bars stand.</summary>
internal sealed class UprightBars
{
    private readonly BarChart chart;
    private readonly Canvas canvas;
    private readonly ChartOptions options;
    private readonly NumberText numbers;
    private readonly IReadOnlyList<BarPiece> pieces;
    private readonly UprightFrame frame;
    private readonly BarLanes lanes;

    public UprightBars(BarChart chart, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.canvas, this.options) = (chart, canvas, options);
        numbers = new(options);
        pieces = BarPiece.Of(chart);
        frame = new(canvas, new(chart.Categories, BarPiece.Reach(pieces), chart.LegendEntries(canvas, options), chart.Text.Unit, chart.IsSequence), options);
        lanes = BarLanes.In(frame.Slot, chart.Layout == BarLayout.Grouped ? chart.Series.Count : 1);
    }

    public double Draw()
    {
        frame.Draw();
        foreach (var piece in pieces) DrawPiece(piece);
        foreach (var series in pieces.GroupBy(p => p.Series)) SeriesLook.Hatch(canvas, options, series.Key, series.Select(BoxOf));
        for (var i = 0; i < chart.Categories.Count; i++) DrawFigures(i);
        return frame.Height;
    }

    private Box BoxOf(BarPiece piece)
    {
        var (top, bottom) = (frame.Y(Math.Max(piece.From, piece.To)), frame.Y(Math.Min(piece.From, piece.To)));
        return new(frame.Plot.X + frame.Slot * piece.Category + lanes.Offset(piece.Lane), top, lanes.Drawn, bottom - top);
    }

    private void DrawPiece(BarPiece piece)
    {
        var series = chart.Series[piece.Series];
        var tooltip = $"{series.Name}, {chart.Categories[piece.Category]}: {numbers.Exact(piece.To - piece.From)}";
        canvas.Rect(BoxOf(piece), $"chart-fill chart-bar {SeriesLook.Colour(piece.Series, chart.Series[piece.Series])}", tooltip: tooltip);
    }

    private void DrawFigures(int category)
    {
        if (chart.Layout == BarLayout.Stacked) DrawStackTotal(category);
        else
            for (var lane = 0; lane < chart.Series.Count; lane++) DrawBarFigure(category, lane);
    }

    private void DrawStackTotal(int category)
    {
        var middle = frame.Middle(category);
        var mark = chart.HasUnknown(category) ? options.Labels.UnknownMark : null;
        if (chart.Total(category) is not { } total)
        {
            if (mark is not null) DrawFigure(middle, frame.Y(0), mark, frame.Slot, isMuted: true);
            return;
        }

        var top = pieces.Where(p => p.Category == category).Max(p => Math.Max(p.From, p.To));
        var figure = numbers.Short(total);
        DrawFigure(middle, frame.Y(top), mark is null ? figure : $"{figure} + {mark}", frame.Slot);
    }

    private void DrawBarFigure(int category, int lane)
    {
        var value = chart.Series[lane].At(category);
        var middle = frame.Plot.X + frame.Slot * category + lanes.Offset(lane) + lanes.Drawn / 2;
        if (value.State == ChartValueState.Unknown) DrawFigure(middle, frame.Y(0), options.Labels.UnknownMark, lanes.Thickness + 4, isMuted: true);
        else if (value.Amount is < 0 and { } below) DrawFigure(middle, frame.Y(below) + 18, numbers.Short(below), RoomPerFigure);
        else if (value.Amount is { } amount) DrawFigure(middle, frame.Y(amount), numbers.Short(amount), RoomPerFigure);
    }

    private double RoomPerFigure => chart.Series.Count == 1 ? frame.Slot : lanes.Thickness - 2;

    /// <summary>A figure that does not fit is left to the tooltip and the table.</summary>
    private void DrawFigure(double middle, double y, string figure, double room, bool isMuted = false)
    {
        if (TextWidth.Of(figure) <= room) canvas.Text(middle, y - 5, figure, isMuted ? "chart-muted" : "chart-figure", Anchor.Middle);
    }
}
