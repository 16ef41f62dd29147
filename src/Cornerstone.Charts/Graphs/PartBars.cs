using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws the parts of one period as lying bars on a common axis; an interval lies between its ends and begins at neither zero nor its middle.</summary>
internal sealed class PartBars
{
    private const double Thickness = 14;

    private readonly SmallMultiplesChart chart;
    private readonly Canvas canvas;
    private readonly FigureText text;
    private readonly RowFrame frame;

    public PartBars(SmallMultiplesChart chart, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.canvas, text) = (chart, canvas, new(options));
        var rows = chart.Panels.Select(p => new FrameRow(p.Name, FigureOf(p) is { } figure ? text.Short(figure) : "", null)).ToList();
        frame = new(canvas, new(rows, chart.Amounts(), [], chart.Text.Unit, Thickness), options);
    }

    public double Draw()
    {
        frame.Draw();
        for (var row = 0; row < chart.Panels.Count; row++)
            if (FigureOf(chart.Panels[row]) is { State: ChartValueState.Known } figure) DrawBar(row, figure);
        return frame.Height;
    }

    private static ChartFigure? FigureOf(DatedSeries panel) => panel.Figures.Count == 0 ? null : panel.Figures[0].Figure;

    private void DrawBar(int row, ChartFigure figure)
    {
        var tooltip = $"{chart.Panels[row].Name}, {chart.Panels[row].Figures[0].Name}: {text.Exact(figure)}";
        if (figure.Amount is { } amount)
            canvas.Rect(frame.Between(0, amount, row, Thickness), $"{(figure.IsApproximate ? "chart-perhaps" : "chart-fill")} {SeriesLook.Colour(0)}", tooltip: tooltip);
        else
            canvas.Rect(frame.Between(figure.Low ?? Math.Min(0, figure.High.GetValueOrDefault()), figure.High.GetValueOrDefault(), row, Thickness), $"chart-perhaps {SeriesLook.Colour(0)}", tooltip: tooltip);
    }
}
