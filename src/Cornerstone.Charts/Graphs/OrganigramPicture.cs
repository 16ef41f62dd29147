using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws an organigram: a row for each unit, indented by depth; arcs of oversight at the end of the line.</summary>
internal sealed class OrganigramPicture(Organigram organigram, Canvas canvas, ChartOptions options)
{
    private const double RowHeight = 34;
    private const double BoxHeight = 26;
    private const double Top = 6;
    private const double LeastBox = 90;

    private readonly IReadOnlyList<(OrganigramUnit Unit, int Depth)> rows = organigram.Rows();

    private double Indent => Math.Min(26, options.Width / 5.0 / Math.Max(1, rows.Max(r => r.Depth)));

    // Room for the arcs; the farther apart the two ends, the farther an arc bulges.
    private double Lane => options.Width * 0.22;

    public double Draw()
    {
        var place = rows.Select((row, i) => (row.Unit.Key, i)).ToDictionary(r => r.Key, r => r.i);
        canvas.OpenGroup("aria-hidden=\"true\"");
        for (var i = 0; i < rows.Count; i++) DrawElbow(i, place);
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var overseer in rows[i].Unit.OverseenBy.Where(place.ContainsKey)) DrawOversight(place[overseer], i);
        }

        canvas.CloseGroup();
        for (var i = 0; i < rows.Count; i++) DrawUnit(i);
        return Top * 2 + rows.Count * RowHeight;
    }

    private Box BoxOf(int row)
    {
        var start = rows[row].Depth * Indent;
        var room = Math.Max(LeastBox, options.Width - Lane - start);
        return new(start + 0.5, Top + row * RowHeight, Math.Min(room, TextWidth.Of(rows[row].Unit.Name) + 24), BoxHeight);
    }

    private void DrawElbow(int row, Dictionary<string, int> place)
    {
        if (rows[row].Depth == 0 || rows[row].Unit.Parent is not { } key || !place.TryGetValue(key, out var parent)) return;

        var (above, own) = (BoxOf(parent), BoxOf(row));
        var x = above.X + Indent / 2;
        canvas.Path($"M{canvas.Point(x, above.Bottom)}L{canvas.Point(x, own.MiddleY)}L{canvas.Point(own.X, own.MiddleY)}", "chart-link-line");
    }

    // From the end of the overseer's box, out to the lane, back to the end of the box it watches; the dot marks the watched one.
    private void DrawOversight(int overseer, int watched)
    {
        var (from, to) = (BoxOf(overseer), BoxOf(watched));
        var reach = options.Width - Lane + Lane * (0.25 + 0.7 * Math.Abs(overseer - watched) / rows.Count);
        var tooltip = $"{rows[overseer].Unit.Name} › {rows[watched].Unit.Name}";
        canvas.Path(
            $"M{canvas.Point(from.End, from.MiddleY)}C{canvas.Point(reach, from.MiddleY)} {canvas.Point(reach, to.MiddleY)} {canvas.Point(to.End + 5, to.MiddleY)}",
            "chart-link-line chart-link-focus", tooltip, " stroke-dasharray=\"5 3\"");
        canvas.Rect(new(to.End + 1, to.MiddleY - 3, 6, 6), "chart-node-focus", radius: 3);
    }

    private void DrawUnit(int row)
    {
        var (unit, box) = (rows[row].Unit, BoxOf(row));
        if (unit.Href is not null) canvas.OpenLink(unit.Href);
        var tooltip = unit.IsAlert && unit.Alert is { } alert ? $"{unit.Name}: {alert}" : null;
        canvas.Rect(box, unit.IsAlert ? "chart-node chart-node-missing" : "chart-node", radius: 4, tooltip);
        canvas.Text(box.X + 12, box.MiddleY + 4, Label.Fit(unit.Name, box.Width - 20), "chart-label");
        if (unit.Href is not null) canvas.CloseLink();
    }
}
