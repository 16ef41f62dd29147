using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>Something amounts come from or go to.</summary>
/// <param name="Layer">Its place among the layers, from 0 in the direction of reading.</param>
/// <param name="IsUnsaid">It stands for what nobody said: drawn grey, last in its layer and never among the others.</param>
public sealed record SankeyNode(string Id, int Layer, string Name, string? Href = null, bool IsUnsaid = false);

/// <summary>An amount from a node to a node of the next layer, by their ids.</summary>
public sealed record SankeyLink(string From, string To, ChartValue Amount, string? Href = null);

/// <param name="Layers">Heading of each layer: "Partner", "Objective", "Institution".</param>
/// <param name="To">Heading of the column that says where an amount goes.</param>
/// <param name="Amount">Heading of the amounts.</param>
/// <param name="NotSaid">Names what came to a node and did not leave it, or the other way round.</param>
/// <param name="Others">Names small nodes that are drawn as one, by how many they are.</param>
public sealed record SankeyWords(IReadOnlyList<string> Layers, string To, string Amount, string NotSaid, Func<int, string> Others);

/// <summary>
/// Amounts on their way through layers, every width in proportion to its amount. What comes to a node and does not leave it is not
/// stretched away: the difference is drawn grey and called by its name. Small nodes are drawn as one; unknown amounts are thin dashed
/// lines; what came back (an amount below zero) and zero stand in the table only, which holds every amount by itself.
/// </summary>
public sealed record SankeyChart(ChartText Text, SankeyWords Words, IReadOnlyList<SankeyNode> Nodes, IReadOnlyList<SankeyLink> Links)
{
    private const string Kind = "chart-sankey";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        var balances = Balances();
        var table = Table(balances, options);
        var flows = new SankeyFlows(this, balances, SankeyRoom.Of(options));
        if (flows.Links.Count == 0) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new SankeyPicture(this, flows, canvas, options).Draw();
        var hasLinks = flows.Spots.Any(s => s.Href is not null) || flows.Links.Any(l => l.Href is not null);
        return new(Document.Of(Text, options, canvas, height, Kind, hasLinks), table);
    }

    private Dictionary<string, SankeyBalance> Balances()
    {
        var balances = Nodes.ToDictionary(n => n.Id, n => new SankeyBalance(n, IsFirst: n.Layer == 0, IsLast: n.Layer == Words.Layers.Count - 1), StringComparer.Ordinal);
        if (Nodes.FirstOrDefault(n => n.Layer < 0 || n.Layer >= Words.Layers.Count) is { } outside)
            throw new ArgumentException($"Node '{outside.Id}' is in no layer.");

        foreach (var link in Links)
        {
            var (from, to) = (Of(link.From), Of(link.To));
            if (to.Node.Layer != from.Node.Layer + 1) throw new ArgumentException($"The link from '{link.From}' does not lead to the next layer.");
            from.Leave(link.Amount);
            to.Come(link.Amount);
        }

        return balances;

        SankeyBalance Of(string id) => balances.TryGetValue(id, out var balance) ? balance : throw new ArgumentException($"A link names '{id}', which is not among the nodes.");
    }

    private ChartTable Table(Dictionary<string, SankeyBalance> balances, ChartOptions options)
    {
        var numbers = new NumberText(options);
        var links = Links.Select(l => new ChartTableRow(CellOf(balances[l.From].Node), [CellOf(balances[l.To].Node), numbers.Cell(l.Amount, l.Href)]));
        var unsaid = balances.Values.SelectMany(b => new[]
        {
            (From: CellOf(b.Node), To: new ChartTableCell(Words.NotSaid), Amount: b.UnsaidOut),
            (From: new ChartTableCell(Words.NotSaid), To: CellOf(b.Node), Amount: b.UnsaidIn),
        }).Where(u => u.Amount > 0).Select(u => new ChartTableRow(u.From, [u.To, numbers.Cell(u.Amount)]));
        var totals = Nodes.Select(n => new ChartTableRow(CellOf(n), [new(options.Labels.Total), numbers.Cell(balances[n.Id].Total)]));
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, Words.To, Words.Amount], [.. links, .. unsaid, .. totals]);
    }

    private static ChartTableCell CellOf(SankeyNode node) => new(node.Name, Href: node.Href);
}
