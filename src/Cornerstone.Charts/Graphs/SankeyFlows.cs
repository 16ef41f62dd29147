namespace Cornerstone.Charts.Graphs;

/// <summary>How much a drawing has room for.</summary>
/// <param name="MostNodes">In one layer; the smallest are drawn as one.</param>
/// <param name="LeastShare">Of what passes a layer: what is smaller is drawn with others of its size.</param>
internal sealed record SankeyRoom(bool IsNarrow, int MostNodes, decimal LeastShare)
{
    private const int NarrowBelow = 480;

    public static SankeyRoom Of(ChartOptions options) =>
        options.Width < NarrowBelow ? new(true, MostNodes: 7, LeastShare: 0.03m) : new(false, MostNodes: 12, LeastShare: 0.01m);
}

/// <summary>A node as it is drawn: one, or several small ones.</summary>
internal sealed class SankeySpot(string name, string? href, int layer, IReadOnlyList<SankeyBalance> members)
{
    public string Name => name;

    public string? Href => href;

    public int Layer => layer;

    public bool IsUnsaid => members[0].Node.IsUnsaid;

    public bool IsGathered => members.Count > 1;

    public decimal Drawn { get; } = members.Sum(m => m.Drawn);

    public decimal UnsaidIn { get; } = members.Sum(m => m.UnsaidIn);

    public decimal UnsaidOut { get; } = members.Sum(m => m.UnsaidOut);

    public decimal Total { get; } = members.Sum(m => m.Total.Amount ?? 0);

    public bool IsKnown => members.Any(m => m.Total.Amount is not null);

    public bool HasUnknown => members.Any(m => m.HasUnknown);

    /// <summary>Named ones by crossings; then what is gathered; last what nobody said.</summary>
    public int Rank => IsUnsaid ? 2 : IsGathered ? 1 : 0;
}

/// <summary>All that goes from one spot to another.</summary>
/// <param name="Amount">Null where it is not known.</param>
internal sealed record SankeyFlow(SankeySpot From, SankeySpot To, decimal? Amount, string? Href);

/// <summary>Nodes and links as they are drawn: the small ones gathered, what has no width left to the table.</summary>
internal sealed class SankeyFlows
{
    private readonly Dictionary<string, SankeySpot> spotOf = new(StringComparer.Ordinal);

    public SankeyFlows(SankeyChart chart, Dictionary<string, SankeyBalance> balances, SankeyRoom room)
    {
        Layers = [.. chart.Words.Layers.Select((_, layer) => Gather(chart, [.. balances.Values.Where(b => b.Node.Layer == layer && (b.Drawn > 0 || b.HasUnknown))], layer, room))];
        var drawn = chart.Links.Where(l => l.Amount.Amount > 0 || l.Amount.State == ChartValueState.Unknown);
        Links = [.. drawn.GroupBy(l => (From: spotOf[l.From], To: spotOf[l.To], IsKnown: l.Amount.Amount is not null)).Select(g => new SankeyFlow(
            g.Key.From, g.Key.To, g.Key.IsKnown ? g.Sum(l => l.Amount.Amount.GetValueOrDefault()) : null, g.Count() == 1 ? g.First().Href : null))];
        Room = room;
    }

    public IReadOnlyList<IReadOnlyList<SankeySpot>> Layers { get; }

    public IReadOnlyList<SankeyFlow> Links { get; }

    public SankeyRoom Room { get; }

    public IEnumerable<SankeySpot> Spots => Layers.SelectMany(l => l);

    private List<SankeySpot> Gather(SankeyChart chart, List<SankeyBalance> nodes, int layer, SankeyRoom room)
    {
        var least = nodes.Sum(n => n.Drawn) * room.LeastShare;
        var bySize = nodes.Where(n => !n.Node.IsUnsaid).OrderByDescending(n => n.Drawn).ToList();
        var kept = bySize.TakeWhile((n, i) => n.Drawn >= least && (i < room.MostNodes - 1 || bySize.Count <= room.MostNodes)).Count();
        // One alone is not "others".
        if (bySize.Count - kept == 1) kept = bySize.Count;
        var spots = bySize.Take(kept).Concat(nodes.Where(n => n.Node.IsUnsaid)).Select(n => Keep(new(n.Node.Name, n.Node.Href, layer, [n]), [n])).ToList();
        var rest = bySize[kept..];
        if (rest.Count > 0) spots.Add(Keep(new(chart.Words.Others(rest.Count), null, layer, rest), rest));
        return spots;
    }

    private SankeySpot Keep(SankeySpot spot, List<SankeyBalance> members)
    {
        foreach (var member in members) spotOf[member.Node.Id] = spot;
        return spot;
    }
}
