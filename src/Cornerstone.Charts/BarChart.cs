using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>Beside each other, to compare series; or on top of each other, to show a total and what it is made of.</summary>
public enum BarLayout
{
    Grouped,
    Stacked,
}

/// <summary>Upright bars suit years; lying bars suit long names.</summary>
public enum BarDirection
{
    Vertical,
    Horizontal,
}

/// <summary>Bars by category. Negative values go below zero (stacked ones separately); an unknown value shows the unknown mark, not a bar.</summary>
/// <param name="IsSequence">The categories are a sequence such as years: when space is short only every n-th is named.</param>
public sealed record BarChart(
    ChartText Text,
    IReadOnlyList<string> Categories,
    IReadOnlyList<Series> Series,
    BarLayout Layout = BarLayout.Grouped,
    BarDirection Direction = BarDirection.Vertical,
    bool IsSequence = false)
{
    private const string Kind = "chart-bars";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        Charts.Series.Check(Categories, Series);
        var table = Table(options);
        if (!Series.Any(s => s.Values.Any(v => v.Amount.HasValue))) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        SeriesLook.DefineHatches(canvas, options, Series.Count);
        var height = Direction == BarDirection.Vertical
            ? new UprightBars(this, canvas, options).Draw()
            : new LyingBars(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind), table);
    }

    internal IEnumerable<LegendEntry> LegendEntries(Canvas canvas, ChartOptions options) => Series.Count < 2 ? [] : Series.Select((s, i) =>
        new LegendEntry(s.Name, box =>
        {
            canvas.Rect(box, $"chart-fill {SeriesLook.Colour(i, s)}", radius: 2);
            SeriesLook.Hatch(canvas, options, i, [box]);
        }));

    /// <summary>The total of the known parts; null when no part is known.</summary>
    internal decimal? Total(int category) =>
        Series.Any(s => s.At(category).Amount.HasValue) ? Series.Sum(s => s.At(category).Amount ?? 0) : null;

    internal bool HasUnknown(int category) => Series.Any(s => s.At(category).State == ChartValueState.Unknown);

    private ChartTable Table(ChartOptions options)
    {
        var table = SeriesTable.Of(Text, Categories, Series, options);
        if (Layout == BarLayout.Grouped || Series.Count < 2) return table;

        var numbers = new NumberText(options);
        // A sum with an unknown part is unknown, whatever the drawing shows of it.
        var rows = table.Rows.Select((row, i) => row with
        {
            Cells = [.. row.Cells, numbers.Cell(HasUnknown(i) ? ChartValue.Unknown : Total(i) is { } sum ? sum : ChartValue.NotApplicable)],
        });
        return table with { Head = [.. table.Head, options.Labels.Total], Rows = [.. rows] };
    }
}
