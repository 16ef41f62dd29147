using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws a relation graph that has been laid out: lines first, boxes over them.</summary>
internal sealed class RelationPicture(RelationGraph graph, Canvas canvas, ChartOptions options)
{
    public void Draw(RelationLayout layout)
    {
        canvas.Raw($"<defs><marker id=\"{options.Id("arrow")}\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
            + "orient=\"auto\" markerUnits=\"userSpaceOnUse\"><path class=\"chart-arrow\" d=\"M0 0.5L8 4L0 7.5z\"/></marker></defs>\n");
        canvas.OpenGroup("aria-hidden=\"true\"");
        foreach (var line in layout.Lines) DrawLine(line);
        canvas.CloseGroup();
        for (var i = 0; i < layout.Boxes.Count; i++) DrawNode(graph.Nodes[i], layout.Boxes[i]);
    }

    private void DrawLine(RelationLine line)
    {
        var touchesFocus = IsFocus(line.From) || IsFocus(line.To);
        // U+203A is mirrored with the direction of the text; an arrow would not be.
        var tooltip = $"{graph.Nodes[line.From].Label} › {graph.Nodes[line.To].Label}";
        var data = line.IsArc ? ArcData(line.Points) : LevelData(line.Points);
        canvas.Path(data, touchesFocus ? "chart-link-line chart-link-focus" : "chart-link-line", tooltip, $" marker-end=\"url(#{options.Id("arrow")})\"");
    }

    private bool IsFocus(int node) => graph.Nodes[node].State == RelationNodeState.Focus;

    private string ArcData(IReadOnlyList<(double X, double Y)> p) =>
        $"M{canvas.Point(p[0].X, p[0].Y)}C{canvas.Point(p[1].X, p[1].Y)} {canvas.Point(p[2].X, p[2].Y)} {canvas.Point(p[3].X, p[3].Y)}";

    private string LevelData(IReadOnlyList<(double X, double Y)> points)
    {
        var data = $"M{canvas.Point(points[0].X, points[0].Y)}";
        for (var i = 1; i < points.Count; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            var middle = (from.X + to.X) / 2;
            data += from.Y == to.Y
                ? $"L{canvas.Point(to.X, to.Y)}"
                : $"C{canvas.Point(middle, from.Y)} {canvas.Point(middle, to.Y)} {canvas.Point(to.X, to.Y)}";
        }

        return data;
    }

    private void DrawNode(RelationNode node, Box box)
    {
        var state = node.State switch
        {
            RelationNodeState.Focus => " chart-node-focus",
            RelationNodeState.Missing => " chart-node-missing",
            _ => "",
        };
        if (node.Href is not null) canvas.OpenLink(node.Href);
        canvas.Rect(box, $"chart-node{state}", radius: 4, tooltip: node.Href is null ? node.Label : null);
        var textClass = node.State == RelationNodeState.Focus ? "chart-on-focus" : node.State == RelationNodeState.Missing ? "chart-muted" : "chart-label";
        canvas.Text(box.MiddleX, box.MiddleY + 4, Label.Fit(node.Label, box.Width - 8), textClass, Anchor.Middle);
        if (node.Href is not null) canvas.CloseLink();
    }
}
