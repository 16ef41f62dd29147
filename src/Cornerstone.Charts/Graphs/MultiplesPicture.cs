using System.Globalization;
using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws small lines side by side. All share one scale of amounts and one of time, so that heights and places can be compared.</summary>
internal sealed class MultiplesPicture
{
    private const double WantedWidth = 165;
    private const int MostColumns = 6;
    private const double Gap = 18;
    private const double PlotHeight = 58;
    private const double HeadGap = 10;
    private const double FootHeight = 20;
    private const double RowGap = 14;
    private const double RoomPerMarker = 9;
    private const double Edge = 4;
    private const int Ticks = 2;
    private const int NameLines = 2;

    private readonly SmallMultiplesChart chart;
    private readonly Canvas canvas;
    private readonly FigureText text;
    private readonly NumberText numbers;
    private readonly ValueScale scale;
    private readonly ((DateOnly On, string Name) First, (DateOnly On, string Name) Last) ends;
    private readonly List<Label> names;
    private readonly int columns;
    private readonly double start;
    private readonly double width;
    private readonly double headHeight;
    private readonly double top;

    public MultiplesPicture(SmallMultiplesChart chart, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.canvas, text, numbers) = (chart, canvas, new(options), new(options));
        scale = ValueScale.Around(chart.Amounts(), Ticks);
        ends = (chart.Periods().First(), chart.Periods().Last());
        start = scale.Ticks.Max(t => TextWidth.Of(numbers.Short(t))) + 8;
        columns = Math.Clamp((int)((options.Width - start + Gap) / WantedWidth), 1, Math.Min(MostColumns, chart.Panels.Count));
        width = Math.Max(Box.LeastPlot, (options.Width - start - (columns - 1) * Gap) / columns);
        names = [.. chart.Panels.Select(p => Label.Fit(p.Name, Math.Max(Box.LeastPlot, width - TextWidth.Of(LastOf(p)) - 8), NameLines))];
        headHeight = names.Max(n => n.Height) + HeadGap;
        top = chart.Text.Unit is null ? 0 : 20;
    }

    public double Draw()
    {
        if (chart.Text.Unit is { } unit) canvas.Text(0, 13, Label.Fit(unit, canvas.Width), "chart-muted");
        for (var i = 0; i < chart.Panels.Count; i++) DrawPanel(i);
        return top + Rows * (Slot - RowGap) + (Rows - 1) * RowGap;
    }

    private int Rows => (chart.Panels.Count + columns - 1) / columns;

    private double Slot => headHeight + PlotHeight + FootHeight + RowGap;

    private Box PlotOf(int panel) => new(start + panel % columns * (width + Gap), top + panel / columns * Slot + headHeight, width, PlotHeight);

    private void DrawPanel(int index)
    {
        var (panel, plot) = (chart.Panels[index], PlotOf(index));
        canvas.Text(plot.X, plot.Y - headHeight + 12, names[index], "chart-label");
        canvas.Text(plot.End, plot.Y - headHeight + 12, LastOf(panel), "chart-figure", Anchor.End);
        DrawAxes(index, plot);
        DrawLine(panel, plot);
    }

    private void DrawAxes(int index, Box plot)
    {
        foreach (var tick in scale.Ticks)
        {
            canvas.Line(plot.X, Y(tick, plot), plot.End, Y(tick, plot), tick == 0 ? "chart-axis" : "chart-grid");
            if (index % columns == 0) canvas.Text(plot.X - 6, Y(tick, plot) + 4, numbers.Short(tick), "chart-tick", Anchor.End);
        }

        canvas.Text(plot.X, plot.Bottom + 14, EndName(ends.First), "chart-tick");
        canvas.Text(plot.End, plot.Bottom + 14, EndName(ends.Last), "chart-tick", Anchor.End);
    }

    /// <summary>The name of the first or last period; its year where both names together are too long. The table has the whole name.</summary>
    private Label EndName((DateOnly On, string Name) end)
    {
        var room = width / 2 - 4;
        var isLong = TextWidth.Of(ends.First.Name) > room || TextWidth.Of(ends.Last.Name) > room;
        return Label.Fit(isLong ? end.On.Year.ToString(CultureInfo.InvariantCulture) : end.Name, room);
    }

    private void DrawLine(DatedSeries panel, Box plot)
    {
        var figures = panel.Figures.OrderBy(f => f.On).ToList();
        var data = string.Concat(DatedMarks.Runs(figures).Where(r => r.Count > 1).Select(run =>
            "M" + string.Join('L', run.Select(f => canvas.Point(X(f.On, plot), Y(f.Figure.Amount.GetValueOrDefault(), plot))))));
        if (data.Length > 0) canvas.Path(data, $"chart-line {SeriesLook.Colour(0)}");

        var isCrowded = figures.Count * RoomPerMarker > plot.Width;
        var alone = DatedMarks.Runs(figures).Where(r => r.Count == 1).Select(r => r[0]).ToHashSet();
        foreach (var figure in figures.Where(f => f.Figure.State == ChartValueState.Known && (!isCrowded || f.Figure.IsInterval || alone.Contains(f))))
            DrawFigure(figure, plot, $"{panel.Name}, {figure.Name}: {text.Exact(figure.Figure)}");
    }

    private void DrawFigure(DatedFigure figure, Box plot, string tooltip)
    {
        var x = X(figure.On, plot);
        if (figure.Figure.Amount is not { } amount)
            DatedMarks.Whisker(canvas, figure.Figure, x, a => Y(a, plot), $"chart-whisker {SeriesLook.Colour(0)}", tooltip);
        else if (figure.Figure.IsApproximate)
            canvas.Path($"M{canvas.Point(x, Y(amount, plot))}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", $"chart-about {SeriesLook.Colour(0)}", tooltip);
        else SeriesLook.Marker(canvas, 0, x, Y(amount, plot), tooltip);
    }

    /// <summary>The newest figure in words, whatever it is: "unknown" is an answer too.</summary>
    private string LastOf(DatedSeries panel) => panel.Figures.MaxBy(f => f.On) is { } last ? text.Short(last.Figure) : "";

    // From the first period to the last; half a mark stays inside on either side. Two periods may end on one day: then all stands at the start.
    private double X(DateOnly day, Box plot)
    {
        var span = ends.Last.On.DayNumber - ends.First.On.DayNumber;
        return plot.X + Edge + (span == 0 ? 0 : (day.DayNumber - ends.First.On.DayNumber) / (double)span * (plot.Width - 2 * Edge));
    }

    private double Y(decimal amount, Box plot) => plot.Bottom - scale.Share(amount) * plot.Height;
}
