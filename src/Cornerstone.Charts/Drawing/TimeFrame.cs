namespace Cornerstone.Charts.Drawing;

/// <summary>The frame of charts of amounts over time: legend, unit, value axis at the reading side's start, years or months below.</summary>
internal sealed class TimeFrame
{
    private const double TickGap = 8;
    private const double EndMargin = 12;
    private const double PixelsPerTick = 38;
    private const double LeastPlotHeight = 80;
    private const double NamesHeight = 26;

    private readonly Canvas canvas;
    private readonly ChartOptions options;
    private readonly Legend legend;
    private readonly NumberText numbers;
    private readonly string? unit;
    private readonly TimeScale time;
    private readonly Box plot;

    public TimeFrame(Canvas canvas, TimeFrameContent content, ChartOptions options)
    {
        (this.canvas, this.options, numbers, unit) = (canvas, options, new NumberText(options), content.Unit);
        legend = new(content.Legend, options.Width);
        var top = legend.Height + (unit is null ? 0 : 18) + 14;
        Height = Math.Max(options.Height ?? Math.Clamp(options.Width * 0.45, 220, 320), top + NamesHeight + LeastPlotHeight);
        Scale = ValueScale.Around(content.Amounts, (int)Math.Max(3, (Height - top - NamesHeight) / PixelsPerTick));
        time = TimeScale.Around(content.Days);
        var start = Scale.Ticks.Max(t => TextWidth.Of(numbers.Short(t))) + TickGap + 2;
        plot = new(start, top, Math.Max(Box.LeastPlot, options.Width - start - EndMargin), Height - top - NamesHeight);
    }

    public ValueScale Scale { get; }

    public double Height { get; }

    public double Start => plot.X;

    public double End => plot.End;

    public double Top => plot.Y;

    public double Bottom => plot.Bottom;

    public double X(DateOnly day) => plot.X + time.Share(day) * plot.Width;

    public double Y(decimal amount) => plot.Bottom - Scale.Share(amount) * plot.Height;

    public void Draw()
    {
        legend.Draw(canvas, 0, 0);
        if (unit is not null) canvas.Text(0, legend.Height + 13, Label.Fit(unit, canvas.Width), "chart-muted");
        foreach (var tick in Scale.Ticks)
        {
            canvas.Line(plot.X, Y(tick), plot.End, Y(tick), tick == 0 ? "chart-axis" : "chart-grid");
            canvas.Text(plot.X - TickGap, Y(tick) + 4, numbers.Short(tick), "chart-tick", Anchor.End);
        }

        foreach (var tick in time.Ticks(plot.Width, options.Culture))
        {
            canvas.Line(X(tick.From), plot.Bottom, X(tick.From), plot.Bottom + 5, "chart-axis");
            canvas.Text(tick.Middle(X, plot), plot.Bottom + 18, Label.Fit(tick.Name, plot.Width), "chart-label", Anchor.Middle);
        }
    }
}

/// <summary>What a frame over time must make room for.</summary>
internal sealed record TimeFrameContent(IReadOnlyCollection<DateOnly> Days, IEnumerable<decimal> Amounts, IEnumerable<LegendEntry> Legend, string? Unit);
