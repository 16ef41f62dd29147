using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Names above the columns of a matrix: side by side, broken into lines, or upright when columns are slim.</summary>
internal sealed class ColumnHeadings
{
    private const double Gap = 4;
    private const double TallestTurned = 120;

    private readonly IReadOnlyList<Label> labels;
    private readonly bool turned;

    public ColumnHeadings(IReadOnlyList<string> names, double width)
    {
        turned = names.SelectMany(n => n.Split(' ')).Max(TextWidth.Of) + Gap > width;
        labels = [.. names.Select(n => turned ? Label.Fit(n, TallestTurned) : Label.Fit(n, width - Gap, mostLines: 3))];
    }

    public double Height => turned ? labels.Max(l => l.Width) + 8 : labels.Max(l => l.Height) + 6;

    public void Draw(Canvas canvas, int column, double middle, double bottom)
    {
        if (turned) canvas.Text(middle + (canvas.RightToLeft ? -4 : 4), bottom - 5, labels[column], "chart-label", Anchor.Start, turn: -90);
        else canvas.Text(middle, bottom - 6 - labels[column].Height + Label.LineHeight, labels[column], "chart-label", Anchor.Middle);
    }
}
