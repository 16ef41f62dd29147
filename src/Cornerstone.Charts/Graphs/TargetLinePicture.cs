using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws figures over time with their target.</summary>
internal sealed class TargetLinePicture
{
    private const double RoomPerMarker = 9;

    private readonly TargetLineChart chart;
    private readonly Canvas canvas;
    private readonly FigureText text;
    private readonly TimeFrame frame;

    public TargetLinePicture(TargetLineChart chart, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.canvas, text) = (chart, canvas, new FigureText(options));
        var amounts = chart.Amounts().Concat(chart.Band is { } band ? [band.Low, band.High] : []);
        frame = new(canvas, new([.. chart.Days()], amounts, LegendEntries(), chart.Text.Unit), options);
    }

    public double Draw()
    {
        DrawBands();
        frame.Draw();
        DrawToday();
        DrawTarget();
        for (var i = 0; i < chart.Series.Count; i++) DrawSeries(i);
        DrawBaseline();
        return frame.Height;
    }

    private void DrawBands()
    {
        if (chart.Band is { } band)
            canvas.Rect(new(frame.Start, frame.Y(band.High), frame.End - frame.Start, frame.Y(band.Low) - frame.Y(band.High)), "chart-wanted",
                tooltip: $"{chart.Words.Band}: {text.Exact(ChartFigure.Between(band.Low, band.High))}");
        var path = Path().ToList();
        if (chart.Tolerance == 0 || path.Count < 2) return;

        var upper = path.Select(p => canvas.Point(frame.X(p.On), frame.Y(p.Amount + chart.Tolerance)));
        var lower = Enumerable.Reverse(path).Select(p => canvas.Point(frame.X(p.On), frame.Y(p.Amount - chart.Tolerance)));
        canvas.Path($"M{string.Join('L', upper.Concat(lower))}z", "chart-tolerance");
    }

    /// <summary>The corners of the target's line: from an exact baseline over each milestone.</summary>
    private IEnumerable<(DateOnly On, decimal Amount)> Path()
    {
        (DateOnly On, decimal Amount)? before = chart.Baseline is { Figure.Amount: { } start } baseline ? (baseline.On, start) : null;
        if (before is { } first && chart.TargetPoints.Any(p => p.On > first.On)) yield return first;
        else before = null;
        foreach (var point in chart.TargetPoints)
        {
            if (before is { } last && point.On <= last.On) continue;
            if (chart.Target!.Shape == TargetShape.Stepwise && before is { } level) yield return (point.On, level.Amount);
            yield return (point.On, point.Amount);
            before = (point.On, point.Amount);
        }
    }

    private void DrawTarget()
    {
        var path = Path().Select(p => canvas.Point(frame.X(p.On), frame.Y(p.Amount))).ToList();
        if (path.Count > 1) canvas.Path("M" + string.Join('L', path), "chart-line chart-goal chart-target");
        foreach (var point in chart.TargetPoints)
            canvas.Path($"M{canvas.Point(frame.X(point.On), frame.Y(point.Amount))}m-5 0h10M{canvas.Point(frame.X(point.On), frame.Y(point.Amount))}m0 -5v10",
                "chart-line chart-goal", $"{chart.Words.Target}, {point.Name}: {text.Exact(point.Amount)}");
    }

    private void DrawToday()
    {
        if (chart.Today is not { } today || frame.X(today) <= frame.Start || frame.X(today) >= frame.End) return;

        canvas.Line(frame.X(today), frame.Top, frame.X(today), frame.Bottom, "chart-today");
    }

    private void DrawBaseline()
    {
        if (chart.Baseline is not { } baseline) return;

        var tooltip = $"{chart.Words.Baseline}, {baseline.Name}: {text.Exact(baseline.Figure)}";
        if (baseline.Figure.IsInterval) DatedMarks.Whisker(canvas, baseline.Figure, frame.X(baseline.On), frame.Y, "chart-whisker chart-goal", tooltip);
        else if (baseline.Figure.Amount is { } amount)
            canvas.Path($"M{canvas.Point(frame.X(baseline.On), frame.Y(amount))}{BaselineMark}", "chart-marker chart-goal", tooltip);
    }

    private const string BaselineMark = "m-5 -5h10v10h-10z";

    private void DrawSeries(int index)
    {
        var figures = chart.Series[index].Figures.OrderBy(f => f.On).ToList();
        var data = string.Concat(DatedMarks.Runs(figures).Where(r => r.Count > 1).Select(run =>
            "M" + string.Join('L', run.Select(f => canvas.Point(frame.X(f.On), frame.Y(f.Figure.Amount.GetValueOrDefault()))))));
        if (data.Length > 0) canvas.Path(data, $"chart-line {SeriesLook.Colour(index)}");
        var isCrowded = figures.Count * RoomPerMarker > frame.End - frame.Start;
        foreach (var figure in figures.Where(f => f.Figure.State == ChartValueState.Known && (!isCrowded || IsAlone(figures, f))))
            DrawFigure(index, figure, $"{chart.Series[index].Name}, {figure.Name}: {text.Exact(figure.Figure)}");
    }

    private static bool IsAlone(List<DatedFigure> figures, DatedFigure figure) =>
        figure.Figure.IsInterval || DatedMarks.Runs(figures).Any(r => r.Count == 1 && r[0] == figure);

    private void DrawFigure(int index, DatedFigure figure, string tooltip)
    {
        var x = frame.X(figure.On);
        if (figure.Figure.Amount is not { } amount) DatedMarks.Whisker(canvas, figure.Figure, x, frame.Y, $"chart-whisker {SeriesLook.Colour(index)}", tooltip);
        else if (figure.Figure.IsApproximate)
            canvas.Path($"M{canvas.Point(x, frame.Y(amount))}m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", $"chart-about {SeriesLook.Colour(index)}", tooltip);
        else SeriesLook.Marker(canvas, index, x, frame.Y(amount), tooltip);
    }

    private IEnumerable<LegendEntry> LegendEntries()
    {
        for (var i = 0; i < chart.Series.Count; i++)
        {
            var index = i;
            yield return new(chart.Series[i].Name, box =>
            {
                DrawStroke(box, $"chart-line {SeriesLook.Colour(index)}");
                SeriesLook.Marker(canvas, index, box.MiddleX, box.MiddleY);
            });
        }

        if (chart.Target is not null) yield return new(chart.Words.Target, box => DrawStroke(box, "chart-line chart-goal chart-target"));
        if (chart.Tolerance != 0) yield return new(chart.Words.Tolerance, box => canvas.Rect(box, "chart-tolerance"));
        if (chart.Band is not null) yield return new(chart.Words.Band, box => canvas.Rect(box, "chart-wanted"));
        if (chart.Baseline is not null)
            yield return new(chart.Words.Baseline, box => canvas.Path($"M{canvas.Point(box.MiddleX, box.MiddleY)}{BaselineMark}", "chart-marker chart-goal"));
        if (chart.Today is not null) yield return new(chart.Words.Today, box => canvas.Line(box.MiddleX, box.Y, box.MiddleX, box.Bottom, "chart-today"));
    }

    private void DrawStroke(Box box, string classes) =>
        canvas.Path($"M{canvas.Point(box.X, box.MiddleY)}L{canvas.Point(box.End, box.MiddleY)}", classes);
}
