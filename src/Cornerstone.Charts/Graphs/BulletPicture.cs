using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws a bullet chart.</summary>
internal sealed class BulletPicture
{
    private const double BandThickness = 20;
    private const double BarThickness = 8;

    private readonly BulletChart chart;
    private readonly Canvas canvas;
    private readonly FigureText text;
    private readonly RowFrame frame;

    public BulletPicture(BulletChart chart, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.canvas, text) = (chart, canvas, new FigureText(options));
        var rows = chart.Bullets.Select(b => new FrameRow(b.Name, $"{text.Short(b.Actual)} / {text.Short(b.Target)}", b.Href)).ToList();
        var amounts = chart.Bullets.SelectMany(b => b.Actual.Ends.Concat(b.Target.Ends).Concat(b.Bands));
        frame = new(canvas, new(rows, amounts, LegendEntries(), chart.Text.Unit, BandThickness), options);
    }

    public double Draw()
    {
        for (var row = 0; row < chart.Bullets.Count; row++) DrawBands(row);
        frame.Draw();
        for (var row = 0; row < chart.Bullets.Count; row++) DrawFigures(row);
        return frame.Height;
    }

    private void DrawBands(int row)
    {
        var from = Math.Max(0, frame.Scale.Low);
        for (var i = 0; i < chart.Bullets[row].Bands.Count; i++)
        {
            var end = chart.Bullets[row].Bands[i];
            if (end < from) continue;
            canvas.Rect(frame.Between(from, end, row, BandThickness), BandClass(i));
            from = end;
        }
    }

    private void DrawFigures(int row)
    {
        var bullet = chart.Bullets[row];
        if (bullet.Actual.State == ChartValueState.Known)
        {
            var tooltip = $"{bullet.Name}, {chart.Words.Actual}: {text.Exact(bullet.Actual)}";
            if (bullet.Actual.Amount is { } amount)
                canvas.Rect(frame.Between(0, amount, row, BarThickness), $"chart-fill chart-bar {SeriesLook.Colour(0)}", tooltip: tooltip);
            else DrawInterval(bullet.Actual, row, tooltip);
        }

        if (bullet.Target.State == ChartValueState.Known) DrawTarget(bullet, row);
    }

    // Certain up to the low end; between the ends only perhaps.
    private void DrawInterval(ChartFigure figure, int row, string tooltip)
    {
        var (low, high) = (figure.Low ?? 0, figure.High.GetValueOrDefault());
        if (low > 0) canvas.Rect(frame.Between(0, low, row, BarThickness), $"chart-fill chart-bar {SeriesLook.Colour(0)}", tooltip: tooltip);
        canvas.Rect(frame.Between(low, high, row, BarThickness), $"chart-perhaps {SeriesLook.Colour(0)}", tooltip: tooltip);
    }

    private void DrawTarget(Bullet bullet, int row)
    {
        var tooltip = $"{bullet.Name}, {chart.Words.Target}: {text.Exact(bullet.Target)}";
        foreach (var end in bullet.Target.Ends)
            canvas.Rect(new(frame.X(end) - 1.5, frame.Middle(row) - 9, 3, 18), "chart-goal-mark", tooltip: tooltip);
    }

    private static string BandClass(int band) => $"chart-band chart-band-{band + 1}";

    private IEnumerable<LegendEntry> LegendEntries()
    {
        yield return new(chart.Words.Actual, box => canvas.Rect(new(box.X, box.MiddleY - 4, box.Width, BarThickness), $"chart-fill {SeriesLook.Colour(0)}"));
        yield return new(chart.Words.Target, box => canvas.Rect(new(box.MiddleX - 1.5, box.Y - 1, 3, 14), "chart-goal-mark"));
        for (var i = 0; i < chart.Words.Bands.Count; i++)
        {
            var band = i;
            yield return new(chart.Words.Bands[i], box => canvas.Rect(box, BandClass(band)));
        }
    }
}
