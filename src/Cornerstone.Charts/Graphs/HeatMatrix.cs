using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws a heat map.</summary>
internal sealed class HeatMatrix
{
    private const double CellGap = 2;
    private const double NameGap = 10;
    private const double WidestNames = 230;
    private const double NarrowestCell = 30;
    private const double WidestCell = 96;
    private const string NotApplicableMark = "–";
    private const double BandGap = 14;

    private readonly HeatMap map;
    private readonly Canvas canvas;
    private readonly ChartOptions options;
    private readonly NumberText numbers;
    private readonly HeatScale scale;
    private readonly IReadOnlyList<Label> names;
    private readonly double start;
    private readonly int columnsPerBand;
    private readonly double cellWidth;
    private readonly ColumnHeadings headings;
    private readonly string notApplicable;

    public HeatMatrix(HeatMap map, Canvas canvas, ChartOptions options)
    {
        (this.map, this.canvas, this.options) = (map, canvas, options);
        numbers = new(options);
        scale = new([.. map.AllCells.Where(c => c.Value.Amount.HasValue).Select(c => c.Value.Amount!.Value)]);
        names = [.. map.Rows.Select(r => Label.Fit(r.Name, Math.Min(WidestNames, options.Width * 0.36), mostLines: 2))];
        start = names.Max(n => n.Width) + NameGap;
        var widest = map.AllCells.Max(c => TextWidth.Of(ShortestTextOf(c.Value)));
        var fitting = Math.Max(1, (int)((options.Width - start) / Math.Max(NarrowestCell, widest + 8)));
        // Bands of equal length look intended; one with a single column left over would not.
        var bands = (map.Columns.Count + fitting - 1) / fitting;
        columnsPerBand = (map.Columns.Count + bands - 1) / bands;
        cellWidth = Math.Clamp((options.Width - start) / columnsPerBand, NarrowestCell, WidestCell);
        headings = new(map.Columns, cellWidth);
        notApplicable = TextWidth.Of(options.Labels.NotApplicable) <= cellWidth - 6 ? options.Labels.NotApplicable : NotApplicableMark;
    }

    public double Draw()
    {
        double y = 0;
        for (var first = 0; first < map.Columns.Count; first += columnsPerBand)
            y = DrawBand(first, Math.Min(first + columnsPerBand, map.Columns.Count), y) + BandGap;

        var legend = new Legend(LegendEntries(), options.Width);
        canvas.OpenGroup(Quiet);
        legend.Draw(canvas, 0, y);
        canvas.CloseGroup();
        return y + legend.Height;
    }

    // Each linked cell names its row and column itself; reading the headings as well would only repeat them.
    private string Quiet => map.HasLinks ? "aria-hidden=\"true\"" : "class=\"chart-frame\"";

    private double DrawBand(int first, int end, double top)
    {
        var y = top + headings.Height;
        canvas.OpenGroup(Quiet);
        for (var column = first; column < end; column++)
            headings.Draw(canvas, column, start + (column - first + 0.5) * cellWidth, y);
        canvas.CloseGroup();
        for (var row = 0; row < names.Count; row++)
        {
            var height = Math.Max(28, names[row].Height + 4);
            canvas.OpenGroup(Quiet);
            canvas.Text(start - NameGap, y + (height - names[row].Height) / 2 + 10, names[row], "chart-label", Anchor.End);
            canvas.CloseGroup();
            for (var column = first; column < end; column++)
                DrawCell(row, column, new(start + (column - first) * cellWidth, y, cellWidth - CellGap, height - CellGap));
            y += height;
        }

        return y;
    }

    private void DrawCell(int row, int column, Box box)
    {
        var cell = map.Rows[row].At(column);
        var meaning = $"{map.Rows[row].Name}, {map.Columns[column]}: {numbers.Exact(cell.Value)}";
        if (cell.Href is not null) canvas.OpenLink(cell.Href);
        canvas.Rect(Inset(box, cell.Value), $"chart-cell chart-heat-{StepOf(cell.Value)}", radius: 2, tooltip: meaning);
        var text = cell.Value.State == ChartValueState.NotApplicable ? notApplicable : ShortestTextOf(cell.Value);
        canvas.Text(box.MiddleX, box.MiddleY + 4, text, $"chart-on-heat-{StepOf(cell.Value)}", Anchor.Middle);
        if (cell.Href is not null) canvas.CloseLink();
    }

    // Half a pixel in, so that the outlines of zero and not applicable stay inside the cell.
    private static Box Inset(Box box, ChartValue value) => value.Amount is null or 0
        ? new(box.X + 0.5, box.Y + 0.5, box.Width - 1, box.Height - 1)
        : box;

    private string StepOf(ChartValue value) => value.State switch
    {
        ChartValueState.Known => scale.StepOf(value.Amount.GetValueOrDefault()),
        ChartValueState.NotApplicable => "na",
        _ => "unknown",
    };

    private string ShortestTextOf(ChartValue value) => value.State switch
    {
        ChartValueState.Known => numbers.Short(value.Amount.GetValueOrDefault()),
        ChartValueState.NotApplicable => NotApplicableMark,
        _ => options.Labels.UnknownMark,
    };

    private IEnumerable<LegendEntry> LegendEntries()
    {
        if (scale.HasNegative)
            foreach (var (colour, low, high) in scale.Steps.Reverse()) yield return Swatch($"n{colour}", RangeText(-high, -low));
        if (map.AllCells.Any(c => c.Value.Amount == 0)) yield return Swatch("0", numbers.Short(0));
        if (scale.HasPositive)
            foreach (var (colour, low, high) in scale.Steps) yield return Swatch($"{colour}", RangeText(low, high));
        if (map.AllCells.Any(c => c.Value.State == ChartValueState.Unknown))
            yield return Swatch("unknown", $"{options.Labels.UnknownMark} {options.Labels.Unknown}");
        if (map.AllCells.Any(c => c.Value.State == ChartValueState.NotApplicable))
            yield return Swatch("na", notApplicable == NotApplicableMark ? $"{notApplicable} {options.Labels.NotApplicable}" : notApplicable);
    }

    private string RangeText(decimal low, decimal high) => low == high ? numbers.Short(low) : numbers.Range(low, high);

    private LegendEntry Swatch(string step, string text) =>
        new(text, box => canvas.Rect(new(box.X + 0.5, box.Y + 0.5, box.Width - 1, box.Height - 1), $"chart-cell chart-heat-{step}", radius: 2));
}
