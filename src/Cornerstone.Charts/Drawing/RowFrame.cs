namespace Cornerstone.Charts.Drawing;

/// <summary>One row: its name with where it leads, and its figures in words.</summary>
internal sealed record FrameRow(string Name, string Figures, string? Href);

/// <summary>What a frame of rows must make room for.</summary>
/// <param name="MarkHeight">Height of what is drawn in a row.</param>
internal sealed record RowFrameContent(IReadOnlyList<FrameRow> Rows, IEnumerable<decimal> Amounts, IEnumerable<LegendEntry> Legend, string? Unit, double MarkHeight);

/// <summary>
/// The frame of charts whose amounts lie in rows: names before, figures after, value axis above. On a phone names and figures stand
/// above their row, so that the marks keep the whole width.
/// </summary>
internal sealed class RowFrame
{
    private const double Gap = 8;
    private const double WidestNames = 260;
    private const double NarrowBelow = 480;
    private const double RoomPerTick = 80;
    private const double RowGap = 10;

    private readonly Canvas canvas;
    private readonly RowFrameContent content;
    private readonly Legend legend;
    private readonly NumberText numbers;
    private readonly IReadOnlyList<Label> names;
    private readonly double headHeight;
    private readonly bool isNarrow;

    public RowFrame(Canvas canvas, RowFrameContent content, ChartOptions options)
    {
        (this.canvas, this.content, numbers) = (canvas, content, new NumberText(options));
        isNarrow = options.Width < NarrowBelow;
        legend = new(content.Legend, options.Width);
        var figures = content.Rows.Max(r => TextWidth.Of(r.Figures));
        names = [.. content.Rows.Select(r => Label.Fit(r.Name, isNarrow ? Math.Max(60, options.Width - figures - Gap) : Math.Min(WidestNames, options.Width * 0.36), 2))];
        headHeight = isNarrow ? names.Max(n => n.Height) + 4 : 0;
        Slot = headHeight + Math.Max(isNarrow ? 0 : names.Max(n => n.Height), content.MarkHeight) + RowGap;
        var start = isNarrow ? Gap : names.Max(n => n.Width) + Gap;
        var end = isNarrow ? Gap : figures + Gap + 10;
        var width = Math.Max(Box.LeastPlot, options.Width - start - end);
        Scale = ValueScale.Around(content.Amounts, (int)Math.Max(2, width / RoomPerTick));
        Plot = new(start, legend.Height + (content.Unit is null ? 0 : 18) + 22, width, Slot * content.Rows.Count);
    }

    public ValueScale Scale { get; }

    public Box Plot { get; }

    public double Slot { get; }

    public double Height => Plot.Bottom + 6;

    public double X(decimal amount) => Plot.X + Scale.Share(amount) * Plot.Width;

    /// <summary>The middle of the row's marks.</summary>
    public double Middle(int row) => Plot.Y + Slot * row + headHeight + (Slot - headHeight) / 2;

    /// <summary>A lying mark between two amounts, in whichever order.</summary>
    public Box Between(decimal one, decimal other, int row, double thickness)
    {
        var (left, right) = (X(Math.Min(one, other)), X(Math.Max(one, other)));
        return new(left, Middle(row) - thickness / 2, right - left, thickness);
    }

    public void Draw()
    {
        legend.Draw(canvas, 0, 0);
        if (content.Unit is { } unit) canvas.Text(0, legend.Height + 13, Label.Fit(unit, canvas.Width), "chart-muted");
        foreach (var tick in Scale.Ticks)
        {
            canvas.Line(X(tick), Plot.Y - 3, X(tick), Plot.Bottom, tick == 0 ? "chart-axis" : "chart-grid");
            canvas.Text(X(tick), Plot.Y - 9, numbers.Short(tick), "chart-tick", Anchor.Middle);
        }

        for (var row = 0; row < names.Count; row++) DrawRow(row);
    }

    private void DrawRow(int row)
    {
        var (name, href) = (names[row], content.Rows[row].Href);
        if (href is not null) canvas.OpenLink(href);
        var head = Plot.Y + Slot * row + headHeight;
        if (isNarrow) canvas.Text(0, head - name.Height + 12, name, "chart-halo");
        else canvas.Text(Plot.X - Gap, Middle(row) - name.Height / 2 + 11, name, "chart-label", Anchor.End);
        if (href is not null) canvas.CloseLink();
        canvas.Text(canvas.Width - 2, isNarrow ? head - 2 : Middle(row) + 4, content.Rows[row].Figures, isNarrow ? "chart-figure chart-halo" : "chart-figure", Anchor.End);
    }
}
