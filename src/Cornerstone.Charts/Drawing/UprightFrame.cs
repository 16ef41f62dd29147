namespace Cornerstone.Charts.Drawing;

/// <summary>The frame of charts whose values go up: legend, unit, value axis at the reading side's start, categories below.</summary>
internal sealed class UprightFrame
{
    private const double TickGap = 8;
    private const double EndMargin = 8;
    private const double PixelsPerTick = 38;
    private const double LeastPlotHeight = 80;
    private const double RoomBelowNegative = 14;

    private readonly Canvas canvas;
    private readonly Legend legend;
    private readonly CategoryLabels labels;
    private readonly NumberText numbers;
    private readonly string? unit;
    private readonly double labelGap;

    public UprightFrame(Canvas canvas, FrameContent content, ChartOptions options)
    {
        (this.canvas, numbers, unit) = (canvas, new NumberText(options), content.Unit);
        Height = options.Height ?? Math.Clamp(options.Width * 0.45, 220, 320);
        legend = new(content.Legend, options.Width);
        Scale = ValueScale.Around(content.Amounts, (int)Math.Max(3, (Height - legend.Height - 50) / PixelsPerTick));
        var start = Scale.Ticks.Max(t => TextWidth.Of(numbers.Short(t))) + TickGap + 2;
        var width = Math.Max(Box.LeastPlot, options.Width - start - EndMargin);
        Slot = width / content.Categories.Count;
        labels = CategoryLabels.Fit(content.Categories, Slot, content.IsSequence);
        // Figures hang below negative bars and must not touch the names.
        labelGap = Scale.Low < 0 ? RoomBelowNegative : 0;
        var top = legend.Height + (unit is null ? 0 : 18) + 14;
        // However much the words need, the marks keep some room.
        var bottom = labels.Height + labelGap;
        Height = Math.Max(Height, top + bottom + LeastPlotHeight);
        Plot = new(start, top, width, Height - top - bottom);
    }

    public ValueScale Scale { get; }

    public double Slot { get; }

    public Box Plot { get; }

    public double Height { get; }

    public double Middle(int category) => Plot.X + Slot * (category + 0.5);

    public double Y(decimal amount) => Plot.Bottom - Scale.Share(amount) * Plot.Height;

    public void Draw()
    {
        legend.Draw(canvas, 0, 0);
        if (unit is not null) canvas.Text(0, legend.Height + 13, Label.Fit(unit, canvas.Width), "chart-muted");
        foreach (var tick in Scale.Ticks)
        {
            canvas.Line(Plot.X, Y(tick), Plot.End, Y(tick), tick == 0 ? "chart-axis" : "chart-grid");
            canvas.Text(Plot.X - TickGap, Y(tick) + 4, numbers.Short(tick), "chart-tick", Anchor.End);
        }

        labels.Draw(canvas, Middle, Plot.Bottom + labelGap);
    }
}

/// <summary>What a frame must make room for.</summary>
internal sealed record FrameContent(
    IReadOnlyList<string> Categories, IEnumerable<decimal> Amounts, IEnumerable<LegendEntry> Legend, string? Unit, bool IsSequence);
