namespace Cornerstone.Charts.Graphs;

/// <summary>Sorts the nodes of a graph into layers, so that links lead from earlier layers to later ones; circles are cut where it costs least.</summary>
internal sealed class Layers
{
    private readonly List<int>[] next;
    private readonly List<int>[] previous;
    private readonly int[] layerOf;

    public Layers(int nodes, IReadOnlyList<(int From, int To)> links)
    {
        Links = links;
        next = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        previous = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        layerOf = new int[nodes];
        foreach (var (from, to) in links) Connect(from, to);
        Order = TopologicalOrder();
        TurnBackwardLinks();
        foreach (var node in Order) layerOf[node] = previous[node].Count == 0 ? 0 : previous[node].Max(p => layerOf[p]) + 1;
        PullSourcesCloser();
    }

    public IReadOnlyList<(int From, int To)> Links { get; }

    /// <summary>All nodes, each before those it leads to, as far as circles allow.</summary>
    public IReadOnlyList<int> Order { get; }

    public int Count => layerOf.Max() + 1;

    public int Of(int node) => layerOf[node];

    private void Connect(int from, int to)
    {
        next[from].Add(to);
        previous[to].Add(from);
    }

    private List<int> TopologicalOrder()
    {
        var left = new SortedSet<int>(Enumerable.Range(0, next.Length));
        var incoming = previous.Select(p => p.Count).ToArray();
        var order = new List<int>();
        while (left.Count > 0)
        {
            // Without a free node there is a circle: cut it before the node with the fewest unmet links.
            var node = left.MinBy(n => (incoming[n], n));
            left.Remove(node);
            order.Add(node);
            foreach (var following in next[node]) incoming[following]--;
        }

        return order;
    }

    private void TurnBackwardLinks()
    {
        var place = new int[next.Length];
        for (var i = 0; i < Order.Count; i++) place[Order[i]] = i;
        foreach (var (from, to) in Links.Where(l => place[l.From] > place[l.To]))
        {
            next[from].Remove(to);
            previous[to].Remove(from);
            Connect(to, from);
        }
    }

    private void PullSourcesCloser()
    {
        foreach (var node in Order.Reverse().Where(n => previous[n].Count == 0 && next[n].Count > 0))
            layerOf[node] = next[node].Min(n => layerOf[n]) - 1;
    }
}
