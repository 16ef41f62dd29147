using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>One list of boxes, with links as arcs beside it: fits a phone whatever the graph.</summary>
internal static class ArcLayout
{
    private const double RowHeight = LayeredLayout.BoxHeight + 6;
    private const double Margin = 2;

    public static RelationLayout Of(IReadOnlyList<RelationNode> nodes, Layers layers, double width)
    {
        var boxWidth = Math.Min(width * 0.6, nodes.Max(n => TextWidth.Of(n.Label)) + 20);
        var boxes = new Box[nodes.Count];
        for (var row = 0; row < layers.Order.Count; row++)
            boxes[layers.Order[row]] = new(Margin, Margin + row * RowHeight, boxWidth, LayeredLayout.BoxHeight);

        // Longer arcs reach further out; the longest one uses all the room there is.
        var longest = Math.Max(1, layers.Links.Select(l => Math.Abs(boxes[l.From].Y - boxes[l.To].Y)).DefaultIfEmpty().Max());
        var room = width - boxWidth - 3 * Margin;
        var lines = layers.Links.Select(l => new RelationLine(l.From, l.To, Arc(boxes[l.From], boxes[l.To], room, longest), IsArc: true));
        return new(nodes.Count * RowHeight, boxes, [.. lines]);
    }

    private static (double, double)[] Arc(Box from, Box to, double room, double longest)
    {
        // Arrows leave below the middle and arrive above it, so that the two ends of a row's arcs stay apart.
        var shift = from.Y < to.Y ? 5 : -5;
        var reach = 24 + (room - 24) * Math.Abs(from.Y - to.Y) / longest;
        // A cubic curve reaches three quarters of the way to its control points.
        var control = from.End + reach / 0.75;
        return [(from.End, from.MiddleY + shift), (control, from.MiddleY + shift), (control, to.MiddleY - shift), (to.End, to.MiddleY - shift)];
    }
}
