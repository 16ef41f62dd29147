using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws a waterfall in rows, from above: wholes from zero, steps from where the one before ended.</summary>
internal sealed class WaterfallPicture
{
    private const double Thickness = 18;
    private const double UnknownThickness = 6;

    private readonly WaterfallChart chart;
    private readonly IReadOnlyList<WaterfallLevel> levels;
    private readonly Canvas canvas;
    private readonly NumberText numbers;
    private readonly ChartOptions options;
    private readonly RowFrame frame;

    public WaterfallPicture(WaterfallChart chart, IReadOnlyList<WaterfallLevel> levels, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.levels, this.canvas, this.options, numbers) = (chart, levels, canvas, options, new NumberText(options));
        var rows = chart.Rows.Select((r, i) => new FrameRow(r.Name, Figure(i, numbers.Short, options.Labels.UnknownMark), r.Href)).ToList();
        frame = new(canvas, new(rows, levels.SelectMany(l => new[] { l.From, l.To }), LegendEntries(), chart.Text.Unit, Thickness), options);
    }

    public double Draw()
    {
        frame.Draw();
        for (var row = 1; row < chart.Rows.Count; row++) DrawWay(row);
        for (var row = 0; row < chart.Rows.Count; row++) DrawRow(row);
        return frame.Height;
    }

    /// <summary>From the end of a row to the beginning of the next; a row that begins anew has none.</summary>
    private void DrawWay(int row)
    {
        if (chart.Rows[row].Kind == WaterfallKind.Start) return;
        var (x, before) = (frame.X(levels[row - 1].To), levels[row - 1].IsKnown);
        var end = frame.Middle(row) + (IsNothing(row) ? Thickness : -Thickness) / 2;
        canvas.Line(x, frame.Middle(row - 1) + Thickness / 2, x, end, before ? "chart-step-way" : "chart-step-way chart-step-unsure");
    }

    private void DrawRow(int row)
    {
        var tooltip = $"{chart.Rows[row].Name}: {Figure(row, numbers.Exact, options.Labels.Unknown)}";
        if (IsUnknown(row))
        {
            // Anywhere on the axis: a bar of some length would be an amount.
            canvas.Rect(new(frame.Plot.X, frame.Middle(row) - UnknownThickness / 2, frame.Plot.Width, UnknownThickness), "chart-heat-unknown", tooltip: tooltip);
        }
        else if (!IsNothing(row))
        {
            canvas.Rect(frame.Between(levels[row].From, levels[row].To, row, Thickness), $"chart-step {LookOf(chart.Rows[row].Kind)}", tooltip: tooltip);
        }
    }

    private bool IsNothing(int row) => chart.Rows[row].Kind != WaterfallKind.Total && chart.Rows[row].Amount.State == ChartValueState.NotApplicable;

    private bool IsUnknown(int row) => chart.Rows[row].Kind == WaterfallKind.Total ? !levels[row].IsKnown : chart.Rows[row].Amount.State == ChartValueState.Unknown;

    private string Figure(int row, Func<decimal, string> write, string unknown) => IsUnknown(row) ? unknown
        : chart.Rows[row].Kind == WaterfallKind.Total ? write(levels[row].To)
        : chart.Rows[row].Amount.Amount is { } amount ? write(amount)
        : options.Labels.NotApplicable;

    private static string LookOf(WaterfallKind kind) => kind switch
    {
        WaterfallKind.Step => $"chart-fill {SeriesLook.Colour(2)}",
        WaterfallKind.Perhaps => $"chart-perhaps {SeriesLook.Colour(2)}",
        _ => $"chart-fill {SeriesLook.Colour(0)}",
    };

    private IEnumerable<LegendEntry> LegendEntries() =>
        from kind in new[] { (Kind: WaterfallKind.Total, Word: chart.Words.Whole), (Kind: WaterfallKind.Step, Word: chart.Words.Step), (Kind: WaterfallKind.Perhaps, Word: chart.Words.Perhaps) }
        where chart.Rows.Any(r => LookOf(r.Kind) == LookOf(kind.Kind))
        select new LegendEntry(kind.Word, box => canvas.Rect(box, LookOf(kind.Kind)));
}
