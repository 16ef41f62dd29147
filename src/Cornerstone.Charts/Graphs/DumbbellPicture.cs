using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws pairs of figures.</summary>
internal sealed class DumbbellPicture
{
    private const double Thickness = 12;

    private readonly DumbbellChart chart;
    private readonly Canvas canvas;
    private readonly FigureText text;
    private readonly RowFrame frame;

    public DumbbellPicture(DumbbellChart chart, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.canvas, text) = (chart, canvas, new FigureText(options));
        var rows = chart.Rows.Select(r => new FrameRow(r.Name, text.Change(r.From, r.To), r.Href)).ToList();
        var amounts = chart.Rows.SelectMany(r => r.From.Ends.Concat(r.To.Ends));
        frame = new(canvas, new(rows, amounts, LegendEntries(), chart.Text.Unit, Thickness + 6), options);
    }

    public double Draw()
    {
        frame.Draw();
        for (var row = 0; row < chart.Rows.Count; row++)
        {
            DrawWay(row);
            DrawEnd(row, chart.Rows[row].From, "chart-from", chart.Words.From);
            DrawEnd(row, chart.Rows[row].To, "chart-to", chart.Words.To);
        }

        return frame.Height;
    }

    /// <summary>Between the near ends, with an arrow in the direction of change; ends that overlap have no way between.</summary>
    private void DrawWay(int row)
    {
        var (from, to) = (chart.Rows[row].From, chart.Rows[row].To);
        if (from.State != ChartValueState.Known || to.State != ChartValueState.Known) return;

        var rises = LowOf(to) > from.High.GetValueOrDefault();
        if (!rises && to.High.GetValueOrDefault() >= LowOf(from)) return;

        var (start, end) = rises ? (frame.X(from.High.GetValueOrDefault()), frame.X(LowOf(to))) : (frame.X(LowOf(from)), frame.X(to.High.GetValueOrDefault()));
        var y = frame.Middle(row);
        canvas.Path($"M{canvas.Point(start, y)}L{canvas.Point(end, y)}", "chart-way");
        if (Math.Abs(end - start) < 24) return;

        var (middle, back) = ((start + end) / 2, rises ? -5 : 5);
        canvas.Path($"M{canvas.Point(middle + back, y - 4)}L{canvas.Point(middle, y)}L{canvas.Point(middle + back, y + 4)}", "chart-way");
    }

    private static decimal LowOf(ChartFigure figure) => figure.Low ?? Math.Min(0, figure.High.GetValueOrDefault());

    private void DrawEnd(int row, ChartFigure figure, string look, string word)
    {
        if (figure.State != ChartValueState.Known) return;

        var tooltip = $"{chart.Rows[row].Name}, {word}: {text.Exact(figure)}{(chart.Rows[row].Note is { } note ? $" ({note})" : "")}";
        var about = figure.IsApproximate ? " chart-roughly" : "";
        if (figure.Amount is { } amount)
            canvas.Path($"M{canvas.Point(frame.X(amount), frame.Middle(row))}m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z", $"{look}{about} {SeriesLook.Colour(0)}", tooltip);
        else
            canvas.Rect(frame.Between(LowOf(figure), figure.High.GetValueOrDefault(), row, Thickness), $"{look}{about} {SeriesLook.Colour(0)}", radius: 6, tooltip: tooltip);
    }

    private IEnumerable<LegendEntry> LegendEntries()
    {
        yield return new(chart.Words.From, box => DrawSwatch(box, "chart-from"));
        yield return new(chart.Words.To, box => DrawSwatch(box, "chart-to"));
    }

    private void DrawSwatch(Box box, string look) =>
        canvas.Path($"M{canvas.Point(box.MiddleX, box.MiddleY)}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", $"{look} {SeriesLook.Colour(0)}");
}
