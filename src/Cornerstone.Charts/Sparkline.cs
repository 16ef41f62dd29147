using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts;

/// <summary>A line the size of a word, for a table cell or beside a figure: no axes, the last known point marked.</summary>
public sealed record Sparkline(ChartText Text, IReadOnlyList<string> Categories, Series Series)
{
    private const string Kind = "chart-sparkline";
    private const double Margin = 4;
    private const int DefaultHeight = 28;

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        Charts.Series.Check(Categories, [Series]);
        var height = options.Height ?? DefaultHeight;
        var runs = LineChart.Runs(Series, Categories.Count).ToList();
        var canvas = new Canvas(options);
        if (runs.Count > 0) DrawRuns(canvas, runs, height);
        else canvas.Line(Margin, height / 2.0, options.Width - Margin, height / 2.0, "chart-nothing");
        return new(Document.Of(Text, options, canvas, height, Kind), SeriesTable.Of(Text, Categories, [Series], options));
    }

    private void DrawRuns(Canvas canvas, List<List<(int Category, decimal Amount)>> runs, double height)
    {
        // A sparkline shows the shape of change, so its scale spans the values and need not include zero.
        var low = runs.Min(r => r.Min(p => p.Amount));
        var span = runs.Max(r => r.Max(p => p.Amount)) - low;
        double Y(decimal amount) => span == 0 ? height / 2 : height - Margin - (double)((amount - low) / span) * (height - 2 * Margin);
        double X(int category) => Categories.Count == 1
            ? canvas.Width / 2
            : Margin + category * (canvas.Width - 2 * Margin) / (Categories.Count - 1);

        foreach (var run in runs)
            canvas.Path("M" + string.Join('L', run.Select(p => canvas.Point(X(p.Category), Y(p.Amount)))), $"chart-line {SeriesLook.Colour(0)}");
        foreach (var (category, amount) in runs.Where(r => r.Count == 1).Select(r => r[0]).Append(runs[^1][^1]).Distinct())
            canvas.Path($"M{canvas.Point(X(category), Y(amount))}m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z", $"chart-dot {SeriesLook.Colour(0)}");
    }
}
