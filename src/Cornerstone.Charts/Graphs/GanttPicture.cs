using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws a plan over time. Marks that are alike are gathered into one path, so that a long plan stays light.</summary>
internal sealed class GanttPicture
{
    private const double NarrowBelow = 480;
    private const double WidestNames = 400;
    private const double BarHeight = 10;
    private const double Gap = 10;
    private const double AxisHeight = 20;
    private const double LeastBar = 2;

    /// <summary>The years are written again after this many rows, so that nobody loses them.</summary>
    private const int RowsPerAxis = 30;

    private readonly GanttChart chart;
    private readonly Canvas canvas;
    private readonly ChartOptions options;
    private readonly Legend legend;
    private readonly TimeScale time;
    private readonly IReadOnlyList<Label> names;
    private readonly bool isNarrow;
    private readonly double slot;
    private readonly Box plot;
    private readonly List<(GanttState State, string Path)> done = [];
    private readonly List<(GanttState State, string Path)> signs = [];

    public GanttPicture(GanttChart chart, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.canvas, this.options) = (chart, canvas, options);
        isNarrow = options.Width < NarrowBelow;
        legend = new(LegendEntries(), options.Width);
        time = TimeScale.Around(chart.Rows.SelectMany(r => r.Days).Concat(chart.AxisDays));
        var room = isNarrow ? options.Width : Math.Min(WidestNames, options.Width * 0.38);
        names = [.. chart.Rows.Select(r => Label.Fit(r.Name, Math.Max(40, room - Indent(r)) / Boldness(r)))];
        slot = isNarrow ? 34 : 22;
        var start = isNarrow ? 2 : chart.Rows.Zip(names, (r, n) => Indent(r) + n.Width * Boldness(r)).Max() + Gap;
        plot = new(start, legend.Height, Math.Max(Box.LeastPlot, options.Width - start - 14), chart.Rows.Count * slot + Axes * AxisHeight);
    }

    private int Axes => (chart.Rows.Count + RowsPerAxis - 1) / RowsPerAxis;

    public double Draw()
    {
        legend.Draw(canvas, 0, 0);
        DrawTime();
        for (var row = 0; row < chart.Rows.Count; row++) DrawRow(row);
        foreach (var state in Enum.GetValues<GanttState>()) Gathered(done, state, "chart-fill chart-quiet");
        for (var row = 0; row < chart.Rows.Count; row++) DrawMarks(chart.Rows[row], row);
        foreach (var state in Enum.GetValues<GanttState>()) Gathered(signs, state, "chart-sign");

        DrawToday();
        return plot.Bottom + 6;
    }

    private void Gathered(List<(GanttState State, string Path)> marks, GanttState state, string classes)
    {
        var data = string.Concat(marks.Where(m => m.State == state).Select(m => m.Path));
        if (data.Length > 0) canvas.Path(data, $"{classes} {ClassOf(state)}");
    }

    // Bold letters are about a tenth wider than the width table says.
    private static double Boldness(GanttRow row) => row.Level == 0 ? 1.1 : 1;

    private double Indent(GanttRow row) => Math.Clamp(row.Level, 0, 8) * (isNarrow ? 8 : 12);

    private double Top(int row) => plot.Y + row * slot + (row / RowsPerAxis + 1) * AxisHeight;

    private double BarTop(int row) => Top(row) + (isNarrow ? 18 : (slot - BarHeight) / 2);

    private double X(DateOnly day) => plot.X + time.Share(day) * plot.Width;

    private void DrawTime()
    {
        foreach (var tick in time.Ticks(plot.Width, options.Culture))
        {
            canvas.Line(X(tick.From), plot.Y + 4, X(tick.From), plot.Bottom, "chart-grid");
            for (var axis = 0; axis < Axes; axis++)
                canvas.Text(tick.Middle(X, plot), Top(axis * RowsPerAxis) - 6, Label.Fit(tick.Name, plot.Width), "chart-tick", Anchor.Middle);
        }
    }

    private void DrawToday()
    {
        if (chart.Today is not { } today || today < time.From || today >= time.Until) return;

        canvas.Line(X(today), plot.Y + 4, X(today), plot.Bottom, "chart-today");
    }

    private void DrawRow(int index)
    {
        var row = chart.Rows[index];
        if (row.Href is not null) canvas.OpenBareLink(row.Href);
        canvas.Text(Indent(row), Top(index) + (isNarrow ? 13 : slot / 2 + 4), names[index], row.Level == 0 ? (isNarrow ? "chart-figure chart-halo" : "chart-figure") : isNarrow ? "chart-halo" : "");
        if (row.Href is not null) canvas.CloseLink();
        DrawTimeOf(row, index);
    }

    private void DrawMarks(GanttRow row, int index)
    {
        foreach (var mark in row.Marks)
            Diamond(mark.On, index, mark.State, $"{mark.Name}: {chart.DayText(mark.On, options)}, {chart.Words.Of(mark.State)}");
    }

    private void DrawTimeOf(GanttRow row, int index)
    {
        if (row.IsMilestone && (row.Until ?? row.From) is { } day)
        {
            Diamond(day, index, row.State, Tooltip(row));
            if (SignOf(row.State) is { } sign) signs.Add((row.State, $"M{canvas.Point(X(day) + 12, BarTop(index) + BarHeight / 2)}{sign}"));
        }
        else if (row.From is null && row.Until is null)
            canvas.Text(plot.X + 4, BarTop(index) + 9, Label.Fit(chart.Words.Undated, plot.Width), "chart-muted");
        else DrawBar(row, index);
    }

    private void DrawBar(GanttRow row, int index)
    {
        var (one, other) = (row.From ?? time.From, row.Until is { } end ? NextDay(end) : time.Until);
        var (from, until) = (X(one < other ? one : other), X(one < other ? other : one));
        var box = new Box(from, BarTop(index), Math.Max(LeastBar, until - from), BarHeight);
        var open = row.From is null || row.Until is null ? " chart-open" : "";
        canvas.Rect(box, ClassOf(row.State) + open, tooltip: Tooltip(row));
        var share = row.State == GanttState.Completed ? 1 : (double)Math.Clamp(row.Progress ?? 0, 0, 1);
        if (share > 0 && row.State != GanttState.Dropped) Fill(box with { Width = box.Width * share }, row.State);
        if (SignOf(row.State) is { } sign) signs.Add((row.State, $"M{canvas.Point(box.End + 8, box.MiddleY)}{sign}"));
    }

    private void Fill(Box box, GanttState state) => done.Add((state,
        $"M{canvas.Point(box.X, box.Y)}v{Canvas.Number(box.Height)}h{Canvas.Number(canvas.RightToLeft ? -box.Width : box.Width)}v{Canvas.Number(-box.Height)}z"));

    private void Diamond(DateOnly day, int index, GanttState state, string tooltip)
    {
        var classes = $"chart-diamond {ClassOf(state)}{(state == GanttState.Completed ? " chart-fill" : "")}";
        canvas.Path($"M{canvas.Point(X(day), BarTop(index) + BarHeight / 2)}m0 -6l6 6l-6 6l-6 -6z", classes, tooltip);
    }

    private string Tooltip(GanttRow row)
    {
        var days = row.IsMilestone ? chart.DayText(row.Until ?? row.From, options) : $"{chart.DayText(row.From, options)} – {chart.DayText(row.Until, options)}";
        var progress = row.Progress is { } share ? $", {GanttChart.ProgressText(share, options)}" : "";
        return $"{days}, {chart.Words.Of(row.State)}{progress}";
    }

    private static DateOnly NextDay(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);

    private static string? SignOf(GanttState state) => state switch
    {
        GanttState.Delayed => "m0 -5v6m0 2.5v1.5",
        GanttState.Completed => "m-3 0l2.5 3l4.5 -6",
        _ => null,
    };

    private static string ClassOf(GanttState state) => state switch
    {
        GanttState.Ongoing => "chart-run",
        GanttState.Delayed => "chart-late",
        GanttState.Completed => "chart-done",
        GanttState.Dropped => "chart-drop",
        GanttState.Unknown => "chart-unsaid",
        _ => "chart-plan",
    };

    private IEnumerable<LegendEntry> LegendEntries()
    {
        foreach (var state in chart.Rows.Select(r => r.State).Concat(chart.Rows.SelectMany(r => r.Marks).Select(m => m.State)).Distinct().Order())
            yield return new(chart.Words.Of(state), box => DrawSwatch(box, state));
        if (chart.Today is not null) yield return new(chart.Words.Today, box => canvas.Line(box.MiddleX, box.Y, box.MiddleX, box.Bottom, "chart-today"));
    }

    private void DrawSwatch(Box box, GanttState state)
    {
        var classes = ClassOf(state) + (state == GanttState.Completed ? " chart-fill" : "");
        canvas.Rect(new(box.X, box.MiddleY - 5, box.Width, BarHeight), classes);
        if (state == GanttState.Delayed) canvas.Path($"M{canvas.Point(box.MiddleX, box.MiddleY)}{SignOf(state)}", $"chart-sign {ClassOf(state)}");
    }
}
