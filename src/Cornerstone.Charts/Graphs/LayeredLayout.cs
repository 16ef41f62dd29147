using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>
/// Columns of boxes. A link over several columns passes a place kept free for it in each; places are sorted by the average position of
/// their neighbours, which untangles most crossings.
/// </summary>
internal sealed class LayeredLayout
{
    public const double BoxHeight = 28;
    private const double BoxGap = 10;
    private const double PassingHeight = 12;
    private const double NarrowestBox = 104;
    private const double WidestBox = 200;
    private const double LeastColumnGap = 32;
    private const double Margin = 2;
    private const int Sweeps = 6;

    private readonly List<Place>[] columns;
    private readonly Place[] ofNode;
    private readonly List<(int From, int To, List<Place> Places)> routes = [];

    private LayeredLayout(Layers layers, int nodes)
    {
        columns = [.. Enumerable.Range(0, layers.Count).Select(_ => new List<Place>())];
        ofNode = new Place[nodes];
        foreach (var node in layers.Order) ofNode[node] = AddPlace(layers.Of(node), isPassing: false);
        foreach (var (from, to) in layers.Links) AddRoute(from, to);
        for (var sweep = 0; sweep < Sweeps; sweep++) Untangle(forward: sweep % 2 == 0);
    }

    /// <summary>Null when the columns do not fit the width.</summary>
    public static RelationLayout? Of(IReadOnlyList<RelationNode> nodes, Layers layers, double width)
    {
        var wanted = Math.Clamp(nodes.Max(n => TextWidth.Of(n.Label)) + 20, NarrowestBox, WidestBox);
        var room = (width - 2 * Margin - (layers.Count - 1) * LeastColumnGap) / layers.Count;
        if (room < Math.Min(wanted, NarrowestBox)) return null;

        return new LayeredLayout(layers, nodes.Count).Arrange(Math.Min(wanted, room), width);
    }

    private RelationLayout Arrange(double boxWidth, double width)
    {
        var height = columns.Max(HeightOf) + 2 * Margin;
        var pitch = columns.Length == 1 ? 0 : (width - 2 * Margin - boxWidth) / (columns.Length - 1);
        foreach (var column in columns)
        {
            var y = (height - HeightOf(column)) / 2;
            foreach (var place in column)
            {
                place.Box = new(Margin + place.Column * pitch, y, boxWidth, place.Height);
                y += place.Height + BoxGap;
            }
        }

        return new(height, [.. ofNode.Select(p => p.Box)], [.. routes.Select(r => new RelationLine(r.From, r.To, PointsOf(r.Places)))]);
    }

    private Place AddPlace(int column, bool isPassing)
    {
        var place = new Place(column, isPassing ? PassingHeight : BoxHeight) { Rank = columns[column].Count };
        columns[column].Add(place);
        return place;
    }

    private void AddRoute(int from, int to)
    {
        var (first, last) = (ofNode[from].Column, ofNode[to].Column);
        var direction = Math.Sign(last - first);
        var places = new List<Place> { ofNode[from] };
        for (var column = first + direction; column != last; column += direction) places.Add(AddPlace(column, isPassing: true));
        places.Add(ofNode[to]);
        for (var i = 1; i < places.Count; i++) places[i - 1].Join(places[i]);
        routes.Add((from, to, places));
    }

    private void Untangle(bool forward)
    {
        foreach (var column in forward ? columns : columns.Reverse())
        {
            foreach (var place in column) place.Weigh(forward);
            var sorted = column.OrderBy(p => p.Weight).ThenBy(p => p.Rank).ToList();
            column.Clear();
            column.AddRange(sorted);
            for (var i = 0; i < column.Count; i++) column[i].Rank = i - (column.Count - 1) / 2.0;
        }
    }

    private static double HeightOf(List<Place> column) => column.Sum(p => p.Height) + (column.Count - 1) * BoxGap;

    private static List<(double X, double Y)> PointsOf(List<Place> places)
    {
        var isForward = places[0].Column < places[^1].Column;
        var points = new List<(double, double)> { (isForward ? places[0].Box.End : places[0].Box.X, places[0].Box.MiddleY) };
        foreach (var place in places[1..^1])
        {
            var (enter, leave) = isForward ? (place.Box.X, place.Box.End) : (place.Box.End, place.Box.X);
            points.Add((enter, place.Box.MiddleY));
            points.Add((leave, place.Box.MiddleY));
        }

        points.Add((isForward ? places[^1].Box.X : places[^1].Box.End, places[^1].Box.MiddleY));
        return points;
    }

    private sealed class Place(int column, double height)
    {
        private readonly List<Place> neighbours = [];

        public int Column => column;

        public double Height => height;

        public double Rank { get; set; }

        public double Weight { get; private set; }

        public Box Box { get; set; }

        public void Join(Place other)
        {
            neighbours.Add(other);
            other.neighbours.Add(this);
        }

        public void Weigh(bool forward)
        {
            var beside = neighbours.Where(n => forward ? n.Column < column : n.Column > column).ToList();
            Weight = beside.Count == 0 ? Rank : beside.Average(n => n.Rank);
        }
    }
}
