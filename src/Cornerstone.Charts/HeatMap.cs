using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>One cell of a heat map and where it leads, such as to the paragraphs it counts.</summary>
public sealed record HeatCell(ChartValue Value, string? Href = null);

/// <summary>One row of a heat map, in the order of the columns. Where it ends early, the rest is unknown.</summary>
public sealed record HeatRow(string Name, IReadOnlyList<HeatCell> Cells)
{
    internal HeatCell At(int column) => column < Cells.Count ? Cells[column] : new(ChartValue.Unknown);
}

/// <summary>
/// A matrix of rows and columns coloured by value. Three answers look different from any amount: unknown (grey), zero (empty, "0") and
/// not applicable (dashed). Where the width does not hold all columns, they continue in a second band below.
/// </summary>
public sealed record HeatMap(ChartText Text, IReadOnlyList<string> Columns, IReadOnlyList<HeatRow> Rows)
{
    private const string Kind = "chart-heatmap";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        if (Rows.FirstOrDefault(r => r.Cells.Count > Columns.Count) is { } tooLong)
            throw new ArgumentException($"Row '{tooLong.Name}' has {tooLong.Cells.Count} cells for {Columns.Count} columns.");

        var table = Table(options);
        if (Rows.Count == 0 || Columns.Count == 0) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new HeatMatrix(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind, HasLinks), table);
    }

    internal bool HasLinks => Rows.Any(r => r.Cells.Any(c => c.Href is not null));

    internal IEnumerable<HeatCell> AllCells => Rows.SelectMany(r => Enumerable.Range(0, Columns.Count).Select(r.At));

    private ChartTable Table(ChartOptions options)
    {
        var numbers = new NumberText(options);
        var rows = Rows.Select(row => new ChartTableRow(new(row.Name),
            [.. Columns.Select((_, i) => numbers.Cell(row.At(i).Value, row.At(i).Href))]));
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, .. Columns], [.. rows]);
    }
}
