namespace Cornerstone.Charts.Drawing;

/// <summary>One entry of a legend: how to draw its swatch in a given box, and its words.</summary>
internal sealed record LegendEntry(string Text, Action<Box> DrawSwatch);

/// <summary>Rows of entries in reading order, as many in a row as fit.</summary>
internal sealed class Legend
{
    private const double RowHeight = 20;
    private const double SwatchWidth = 14;
    private const double SwatchGap = 6;
    private const double EntryGap = 18;

    private readonly List<(LegendEntry Entry, Label Label, double X, int Row)> places = [];
    private readonly int rows;

    public Legend(IEnumerable<LegendEntry> entries, double room)
    {
        double x = 0;
        foreach (var entry in entries)
        {
            var label = Label.Fit(entry.Text, room - SwatchWidth - SwatchGap);
            var width = SwatchWidth + SwatchGap + label.Width;
            if (x > 0 && x + width > room) (x, rows) = (0, rows + 1);
            places.Add((entry, label, x, rows));
            x += width + EntryGap;
        }

        if (places.Count > 0) rows++;
    }

    public double Height => rows == 0 ? 0 : rows * RowHeight + 4;

    public void Draw(Canvas canvas, double x, double y)
    {
        foreach (var (entry, label, offset, row) in places)
        {
            var top = y + row * RowHeight;
            entry.DrawSwatch(new(x + offset, top + 2, SwatchWidth, 12));
            canvas.Text(x + offset + SwatchWidth + SwatchGap, top + 12.5, label, "chart-label");
        }
    }
}
