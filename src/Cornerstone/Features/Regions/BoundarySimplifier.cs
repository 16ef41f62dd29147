namespace Cornerstone.Features.Regions;

/// <summary>
/// Makes outlines small without tearing neighbours apart: rings are cut where three lines meet, each shared line is simplified
/// once (Douglas and Peucker, 1973) and used by both sides.
/// </summary>
public sealed class BoundarySimplifier
{
    // A map is at most some 900 pixels wide: what is smaller than one of them is not seen.
    private const double PixelsAcross = 900;
    private const int Decimals = 4;

    private readonly double tolerance;
    private readonly Dictionary<GeoPoint, HashSet<GeoPoint>> neighbours = [];
    private readonly Dictionary<(GeoPoint, GeoPoint, GeoPoint), List<GeoPoint>> done = [];

    private BoundarySimplifier(double tolerance) => this.tolerance = tolerance;

    public static IReadOnlyList<BoundaryFeature> Simplify(IReadOnlyList<BoundaryFeature> features)
    {
        var rounded = features.Select(f => f with { Rings = [.. f.Rings.Select(Rounded).Where(r => r.Count >= 3)] }).Where(f => f.Rings.Count > 0).ToList();
        var all = rounded.SelectMany(f => f.Rings).SelectMany(r => r).ToList();
        if (all.Count == 0)
        {
            return [];
        }

        var across = Math.Max(all.Max(p => p.Longitude) - all.Min(p => p.Longitude), all.Max(p => p.Latitude) - all.Min(p => p.Latitude));
        var simplifier = new BoundarySimplifier(across / PixelsAcross);
        foreach (var ring in rounded.SelectMany(f => f.Rings))
        {
            simplifier.Learn(ring);
        }

        return [.. rounded.Select(f => f with { Rings = simplifier.Kept(f.Rings) })];
    }

    private static List<GeoPoint> Rounded(IReadOnlyList<GeoPoint> ring)
    {
        var line = new List<GeoPoint>(ring.Count);
        foreach (var p in ring.Select(p => new GeoPoint(Math.Round(p.Longitude, Decimals), Math.Round(p.Latitude, Decimals))))
        {
            if (line.Count == 0 || line[^1] != p)
            {
                line.Add(p);
            }
        }

        if (line.Count > 1 && line[0] == line[^1])
        {
            line.RemoveAt(line.Count - 1);
        }

        return line;
    }

    private void Learn(IReadOnlyList<GeoPoint> ring)
    {
        for (var i = 0; i < ring.Count; i++)
        {
            Around(ring[i]).Add(ring[(i + 1) % ring.Count]);
            Around(ring[(i + 1) % ring.Count]).Add(ring[i]);
        }
    }

    private HashSet<GeoPoint> Around(GeoPoint p)
    {
        if (!neighbours.TryGetValue(p, out var around))
        {
            neighbours[p] = around = [];
        }

        return around;
    }

    // Islands too small to see go, but never the largest ring of an area: every region stays on the map.
    private List<IReadOnlyList<GeoPoint>> Kept(IReadOnlyList<IReadOnlyList<GeoPoint>> rings)
    {
        var largest = rings.MaxBy(Area)!;
        return [.. rings
            .Where(r => r == largest || Area(r) > 4 * tolerance * tolerance)
            .Select(r => Simplified(r) is { Count: >= 3 } small ? small : r)];
    }

    private List<GeoPoint> Simplified(IReadOnlyList<GeoPoint> ring)
    {
        var cuts = Enumerable.Range(0, ring.Count).Where(i => neighbours[ring[i]].Count > 2).ToList();
        if (cuts.Count < 2)
        {
            cuts = Opposite(ring, cuts);
        }

        var line = new List<GeoPoint>();
        for (var c = 0; c < cuts.Count; c++)
        {
            var (from, to) = (cuts[c], cuts[(c + 1) % cuts.Count]);
            var length = (to - from + ring.Count - 1) % ring.Count + 1;
            var piece = Enumerable.Range(0, length + 1).Select(i => ring[(from + i) % ring.Count]).ToList();
            line.AddRange(Piece(piece).SkipLast(1));
        }

        return line;
    }

    // A ring that meets others in fewer than two points is cut at places that do not depend on where it begins, so that a hole and
    // the area that fills it are cut alike.
    private static List<int> Opposite(IReadOnlyList<GeoPoint> ring, List<int> cuts)
    {
        var start = cuts.Count == 1 ? cuts[0] : Enumerable.Range(0, ring.Count).MinBy(i => (ring[i].Longitude, ring[i].Latitude));
        var far = Enumerable.Range(0, ring.Count).Where(i => i != start)
            .OrderByDescending(i => Square(ring[i], ring[start])).ThenBy(i => ring[i].Longitude).ThenBy(i => ring[i].Latitude).First();
        return [Math.Min(start, far), Math.Max(start, far)];
    }

    // Each line once, in one direction, whichever side asks first.
    private List<GeoPoint> Piece(List<GeoPoint> piece)
    {
        var isForward = Compare(piece[0], piece[^1]) < 0 || (piece[0] == piece[^1] && Compare(piece[1], piece[^2]) <= 0);
        var line = isForward ? piece : Enumerable.Reverse(piece).ToList();
        var key = (line[0], line[1], line[^1]);
        if (!done.TryGetValue(key, out var simple))
        {
            done[key] = simple = DouglasPeucker(line);
        }

        return isForward ? simple : Enumerable.Reverse(simple).ToList();
    }

    private List<GeoPoint> DouglasPeucker(List<GeoPoint> line)
    {
        var kept = new bool[line.Count];
        kept[0] = kept[^1] = true;
        var open = new Stack<(int From, int To)>([(0, line.Count - 1)]);
        while (open.TryPop(out var span))
        {
            var (worst, distance) = (-1, tolerance);
            for (var i = span.From + 1; i < span.To; i++)
            {
                if (Distance(line[i], line[span.From], line[span.To]) is var d && d > distance)
                {
                    (worst, distance) = (i, d);
                }
            }

            if (worst >= 0)
            {
                kept[worst] = true;
                open.Push((span.From, worst));
                open.Push((worst, span.To));
            }
        }

        return [.. line.Where((_, i) => kept[i])];
    }

    private static double Distance(GeoPoint p, GeoPoint a, GeoPoint b)
    {
        var (dx, dy) = (b.Longitude - a.Longitude, b.Latitude - a.Latitude);
        var square = dx * dx + dy * dy;
        var t = square == 0 ? 0 : Math.Clamp(((p.Longitude - a.Longitude) * dx + (p.Latitude - a.Latitude) * dy) / square, 0, 1);
        return Math.Sqrt(Square(p, new GeoPoint(a.Longitude + t * dx, a.Latitude + t * dy)));
    }

    private static double Square(GeoPoint a, GeoPoint b) => Math.Pow(a.Longitude - b.Longitude, 2) + Math.Pow(a.Latitude - b.Latitude, 2);

    private static int Compare(GeoPoint a, GeoPoint b) => (a.Longitude, a.Latitude).CompareTo((b.Longitude, b.Latitude));

    private static double Area(IReadOnlyList<GeoPoint> ring)
    {
        var twice = 0d;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            twice += a.Longitude * b.Latitude - b.Longitude * a.Latitude;
        }

        return Math.Abs(twice) / 2;
    }
}
