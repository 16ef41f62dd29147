namespace Cornerstone.Charts.Graphs;

/// <summary>Chooses the order of spots in each layer: the one of all it tries in which the least crosses.</summary>
internal sealed class SankeyOrder
{
    private const int Sweeps = 12;

    private readonly SankeyFlows flows;
    private readonly Dictionary<SankeySpot, int> place = [];
    private readonly ILookup<SankeySpot, SankeyFlow> coming;
    private readonly ILookup<SankeySpot, SankeyFlow> leaving;

    private SankeyOrder(SankeyFlows flows)
    {
        this.flows = flows;
        (coming, leaving) = (flows.Links.ToLookup(l => l.To), flows.Links.ToLookup(l => l.From));
    }

    public static IReadOnlyList<IReadOnlyList<SankeySpot>> Of(SankeyFlows flows) => new SankeyOrder(flows).Best();

    /// <summary>How much of the amounts crosses; each pair as wide as the narrower of the two.</summary>
    public static double Crossing(IReadOnlyList<SankeyFlow> links, Func<SankeySpot, int> placeOf)
    {
        var crossing = 0.0;
        foreach (var layer in links.GroupBy(l => l.From.Layer).Select(g => g.ToList()))
            for (var i = 0; i < layer.Count; i++)
                for (var j = i + 1; j < layer.Count; j++)
                    if ((placeOf(layer[i].From) - placeOf(layer[j].From)) * (placeOf(layer[i].To) - placeOf(layer[j].To)) < 0)
                        crossing += Math.Min(Width(layer[i]), Width(layer[j]));
        return crossing;
    }

    private List<List<SankeySpot>> Best()
    {
        var order = flows.Layers.Select(layer => layer.OrderBy(s => s.Rank).ToList()).ToList();
        Number(order);
        var (best, least) = (Copy(order), Crossing(flows.Links, s => place[s]));
        for (var sweep = 0; sweep < Sweeps && least > 0; sweep++)
        {
            Untangle(order, forward: sweep % 2 == 0);
            if (Crossing(flows.Links, s => place[s]) is var crossing && crossing < least) (best, least) = (Copy(order), crossing);
        }

        return best;
    }

    private void Untangle(List<List<SankeySpot>> order, bool forward)
    {
        foreach (var layer in forward ? Enumerable.Range(1, order.Count - 1) : Enumerable.Range(0, order.Count - 1).Reverse())
        {
            order[layer] = [.. order[layer].OrderBy(s => s.Rank).ThenBy(s => Pull(s, forward)).ThenBy(s => place[s])];
            Number(order);
        }
    }

    /// <summary>Where the spots it is joined to stand, by how much joins them.</summary>
    private double Pull(SankeySpot spot, bool forward)
    {
        var joined = forward ? coming[spot] : leaving[spot];
        var weight = joined.Sum(Width);
        return weight == 0 ? place[spot] : joined.Sum(l => Width(l) * place[forward ? l.From : l.To]) / weight;
    }

    // What is not known is drawn as a hair.
    private static double Width(SankeyFlow link) => (double)(link.Amount ?? 0) + double.Epsilon;

    private void Number(List<List<SankeySpot>> order)
    {
        foreach (var layer in order)
            for (var i = 0; i < layer.Count; i++) place[layer[i]] = i;
    }

    private static List<List<SankeySpot>> Copy(List<List<SankeySpot>> order) => [.. order.Select(layer => layer.ToList())];
}
