namespace Cornerstone.Charts.Graphs;

/// <summary>A point of the drawing, in pixels.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>
/// Degrees to pixels: equirectangular, with longitudes shortened by the cosine of the middle latitude. For one country that keeps
/// shapes familiar; it is no map to measure on.
/// </summary>
internal sealed class MapProjection
{
    private const double LeastCosine = 0.05;

    private readonly double west;
    private readonly double north;
    private readonly double shortening;
    private readonly double scale;
    private readonly double startX;
    private readonly bool crossesDateLine;

    public MapProjection(IEnumerable<GeoPoint> points, double width, double mostHeight)
    {
        var all = points.ToList();
        crossesDateLine = all.Max(p => p.Longitude) - all.Min(p => p.Longitude) > 180;
        west = all.Min(Longitude);
        north = all.Max(p => p.Latitude);
        var south = all.Min(p => p.Latitude);
        shortening = Math.Max(LeastCosine, Math.Cos((north + south) / 2 * Math.PI / 180));
        var (wide, tall) = ((all.Max(Longitude) - west) * shortening, north - south);
        scale = Math.Min(width / Math.Max(wide, 1e-6), mostHeight / Math.Max(tall, 1e-6));
        Height = tall * scale;
        startX = (width - wide * scale) / 2;
    }

    public double Height { get; }

    public Spot Of(GeoPoint point) => new(startX + (Longitude(point) - west) * shortening * scale, (north - point.Latitude) * scale);

    // Islands on both sides of the 180th meridian belong beside each other.
    private double Longitude(GeoPoint point) => crossesDateLine && point.Longitude < 0 ? point.Longitude + 360 : point.Longitude;
}

/// <summary>Where a name stands inside an outline: on the longest of several level lines through it.</summary>
internal static class MapLabelPlace
{
    private const int Lines = 9;

    public static (Spot Middle, double Room) Of(IReadOnlyList<IReadOnlyList<Spot>> rings)
    {
        var largest = rings.MaxBy(Area)!;
        var (top, bottom) = (largest.Min(p => p.Y), largest.Max(p => p.Y));
        var best = (Middle: largest[0], Room: 0.0);
        for (var i = 1; i <= Lines; i++)
        {
            var y = top + (bottom - top) * i / (Lines + 1);
            // A line near the middle is preferred to a slightly longer one at the edge.
            var weight = 1 - 0.5 * Math.Abs(i - (Lines + 1) / 2.0) / Lines;
            foreach (var (from, until) in Inside(rings, y))
                if ((until - from) * weight > best.Room) best = (new((from + until) / 2, y), (until - from) * weight);
        }

        return best;
    }

    private static double Area(IReadOnlyList<Spot> ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var next = ring[(i + 1) % ring.Count];
            sum += ring[i].X * next.Y - next.X * ring[i].Y;
        }

        return Math.Abs(sum);
    }

    private static IEnumerable<(double From, double Until)> Inside(IReadOnlyList<IReadOnlyList<Spot>> rings, double y)
    {
        var crossings = new List<double>();
        foreach (var ring in rings)
            for (var i = 0; i < ring.Count; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                if (a.Y > y != b.Y > y) crossings.Add(a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
            }

        crossings.Sort();
        return crossings.Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));
    }
}
