using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>
/// One small picture for each part of a whole, side by side on common axes: women, men; the regions; the ranks. Over several periods
/// each is a line; of one period alone each is a bar, because a line of one point shows nothing.
/// </summary>
/// <param name="Panels">In the order they are read.</param>
public sealed record SmallMultiplesChart(ChartText Text, IReadOnlyList<DatedSeries> Panels)
{
    private const string Kind = "chart-multiples";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        var table = Table(options);
        if (!Amounts().Any()) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = Periods().Skip(1).Any() ? new MultiplesPicture(this, canvas, options).Draw() : new PartBars(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind), table);
    }

    internal IEnumerable<decimal> Amounts() => Panels.SelectMany(p => p.Figures).SelectMany(f => f.Figure.Ends);

    internal IEnumerable<(DateOnly On, string Name)> Periods() => Panels.SelectMany(p => p.Figures).Select(f => (f.On, f.Name)).Distinct().OrderBy(p => p.On);

    private ChartTable Table(ChartOptions options)
    {
        var text = new FigureText(options);
        var periods = Periods().ToList();
        // Where nothing was asked, nothing stands: that is neither zero nor unknown.
        var rows = Panels.Select(panel => new ChartTableRow(new(panel.Name),
            [.. periods.Select(p => panel.Figures.FirstOrDefault(f => (f.On, f.Name) == p) is { } figure ? text.Cell(figure.Figure) : new(""))]));
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, .. periods.Select(p => p.Name)], [.. rows]);
    }
}
