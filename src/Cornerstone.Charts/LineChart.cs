using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts;

/// <summary>Lines over a sequence such as years. A value that is unknown or does not apply leaves a gap; it is never bridged.</summary>
/// <param name="Categories">The sequence, earliest first. When space is short, only every n-th is named.</param>
public sealed record LineChart(ChartText Text, IReadOnlyList<string> Categories, IReadOnlyList<Series> Series)
{
    private const string Kind = "chart-lines";
    private const double RoomPerMarker = 14;

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        Charts.Series.Check(Categories, Series);
        var table = SeriesTable.Of(Text, Categories, Series, options);
        var amounts = Series.SelectMany(s => s.Values).Where(v => v.Amount.HasValue).Select(v => v.Amount!.Value).ToList();
        if (amounts.Count == 0) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var frame = new UprightFrame(canvas, new(Categories, amounts, LegendEntries(canvas), Text.Unit, IsSequence: true), options);
        frame.Draw();
        for (var i = 0; i < Series.Count; i++) DrawSeries(canvas, frame, i, new NumberText(options));
        return new(Document.Of(Text, options, canvas, frame.Height, Kind), table);
    }

    private IEnumerable<LegendEntry> LegendEntries(Canvas canvas) => Series.Count < 2 ? [] : Series.Select((s, i) =>
        new LegendEntry(s.Name, box =>
        {
            canvas.Path($"M{canvas.Point(box.X, box.MiddleY)}L{canvas.Point(box.End, box.MiddleY)}", LineClasses(i));
            if (s.Role == SeriesRole.Measured) SeriesLook.Marker(canvas, i, box.MiddleX, box.MiddleY);
        }));

    private void DrawSeries(Canvas canvas, UprightFrame frame, int index, NumberText numbers)
    {
        var series = Series[index];
        var runs = Runs(series, Categories.Count).ToList();
        if (Series.Count == 1) DrawArea(canvas, frame, runs, index);
        var data = string.Concat(runs.Where(r => r.Count > 1).Select(run =>
            "M" + string.Join('L', run.Select(p => canvas.Point(frame.Middle(p.Category), frame.Y(p.Amount))))));
        if (data.Length > 0) canvas.Path(data, LineClasses(index));
        if (series.Role == SeriesRole.Target) return;

        foreach (var run in runs.Where(r => r.Count == 1 || frame.Slot >= RoomPerMarker))
            foreach (var (category, amount) in run)
                SeriesLook.Marker(canvas, index, frame.Middle(category), frame.Y(amount), $"{series.Name}, {Categories[category]}: {numbers.Exact(amount)}");
    }

    private static void DrawArea(Canvas canvas, UprightFrame frame, IEnumerable<List<(int Category, decimal Amount)>> runs, int index)
    {
        foreach (var run in runs.Where(r => r.Count > 1))
        {
            var line = string.Join('L', run.Select(p => canvas.Point(frame.Middle(p.Category), frame.Y(p.Amount))));
            var (first, last) = (frame.Middle(run[0].Category), frame.Middle(run[^1].Category));
            canvas.Path($"M{canvas.Point(first, frame.Y(0))}L{line}L{canvas.Point(last, frame.Y(0))}z", $"chart-area {SeriesLook.Colour(index)}");
        }
    }

    /// <summary>Unbroken stretches of known values.</summary>
    internal static IEnumerable<List<(int Category, decimal Amount)>> Runs(Series series, int categories)
    {
        var run = new List<(int, decimal)>();
        for (var i = 0; i <= categories; i++)
        {
            if (i < categories && series.At(i).Amount is { } amount)
            {
                run.Add((i, amount));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }
    }

    private string LineClasses(int index) =>
        $"chart-line {SeriesLook.Colour(index)}{(Series[index].Role == SeriesRole.Target ? " chart-target" : "")}";
}
