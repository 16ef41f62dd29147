using System.Text.Json;

namespace Cornerstone.Features.Regions;

/// <summary>
/// The shared lines of a TopoJSON file. A ring names lines by number, a negative number (one's complement) meaning the line
/// read backwards; quantised lines are differences, scaled and moved by the file's transform.
/// </summary>
internal sealed class TopoArcs(List<List<GeoPoint>?> arcs)
{
    public static TopoArcs Read(JsonElement root, Action count)
    {
        var transform = root.TryGetProperty("transform", out var t) && t.ValueKind == JsonValueKind.Object ? t : default;
        var (scale, translate) = (Of(transform, "scale"), Of(transform, "translate"));
        var isQuantised = scale is not null && translate is not null;
        var lines = new List<List<GeoPoint>?>();
        if (root.TryGetProperty("arcs", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var arc in list.EnumerateArray())
            {
                lines.Add(Line(arc, isQuantised ? scale!.Value : (1, 1), isQuantised ? translate!.Value : (0, 0), isQuantised, count));
            }
        }

        return new TopoArcs(lines);
    }

    /// <summary>The points of a ring; null where it names a line that is not there or not readable.</summary>
    public List<GeoPoint?>? Ring(JsonElement ring)
    {
        if (ring.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var points = new List<GeoPoint?>();
        foreach (var index in ring.EnumerateArray())
        {
            if (index.ValueKind != JsonValueKind.Number || !index.TryGetInt32(out var number) || At(number < 0 ? ~number : number) is not { } arc)
            {
                return null;
            }

            // Each line begins where the one before ended.
            var line = number < 0 ? Enumerable.Reverse(arc) : arc;
            points.AddRange((points.Count == 0 ? line : line.Skip(1)).Select(p => (GeoPoint?)p));
            if (points.Count > BoundaryFile.MostPoints)
            {
                return null;
            }
        }

        return points;
    }

    /// <summary>The first two numbers of an array; a third, the height, is left.</summary>
    public static (double X, double Y)? Pair(JsonElement pair) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() >= 2
        && pair[0].ValueKind == JsonValueKind.Number && pair[1].ValueKind == JsonValueKind.Number
        && pair[0].TryGetDouble(out var x) && pair[1].TryGetDouble(out var y) && double.IsFinite(x) && double.IsFinite(y)
            ? (x, y)
            : null;

    private static (double X, double Y)? Of(JsonElement transform, string name) =>
        transform.ValueKind == JsonValueKind.Object && transform.TryGetProperty(name, out var pair) ? Pair(pair) : null;

    private static List<GeoPoint>? Line(JsonElement arc, (double X, double Y) scale, (double X, double Y) translate, bool isQuantised, Action count)
    {
        if (arc.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var line = new List<GeoPoint>();
        var (x, y) = (0d, 0d);
        foreach (var step in arc.EnumerateArray())
        {
            count();
            if (Pair(step) is not { } pair)
            {
                return null;
            }

            (x, y) = isQuantised ? (x + pair.X, y + pair.Y) : pair;
            line.Add(new GeoPoint(x * scale.X + translate.X, y * scale.Y + translate.Y));
        }

        return line;
    }

    private List<GeoPoint>? At(int number) => number < arcs.Count ? arcs[number] : null;
}
