using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>A change from one figure to another.</summary>
/// <param name="Note">What must be known to read the pair, such as "the report gives no years".</param>
public sealed record DumbbellRow(string Name, ChartFigure From, ChartFigure To, string? Note = null, string? Href = null);

/// <summary>"From", "To", and the heading of the notes.</summary>
public sealed record DumbbellWords(string From, string To, string Note);

/// <summary>
/// From one figure to another, row by row, on an axis of amounts. It has no axis of time, so pairs whose years the source does not give
/// can stand here and in no line chart. An interval is a thick end: it is not drawn at its middle.
/// </summary>
public sealed record DumbbellChart(ChartText Text, DumbbellWords Words, IReadOnlyList<DumbbellRow> Rows)
{
    private const string Kind = "chart-dumbbells";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        var table = Table(options);
        if (!Rows.Any(r => r.From.Ends.Concat(r.To.Ends).Any())) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new DumbbellPicture(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind, Rows.Any(r => r.Href is not null)), table);
    }

    private ChartTable Table(ChartOptions options)
    {
        var text = new FigureText(options);
        var hasNotes = Rows.Any(r => r.Note is not null);
        var rows = Rows.Select(r => new ChartTableRow(new(r.Name, Href: r.Href),
            [text.Cell(r.From), text.Cell(r.To), .. hasNotes ? new[] { new ChartTableCell(r.Note ?? "") } : []]));
        string[] notes = hasNotes ? [Words.Note] : [];
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, Words.From, Words.To, .. notes], [.. rows]);
    }
}
