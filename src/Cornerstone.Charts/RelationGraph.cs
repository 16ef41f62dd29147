using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>How a node stands out: the one the reader came from, or one that is mentioned but not held.</summary>
public enum RelationNodeState
{
    Present,
    Focus,
    Missing,
}

/// <summary>A thing in a relation graph, such as a document.</summary>
public sealed record RelationNode(string Id, string Label, string? Href = null, RelationNodeState State = RelationNodeState.Present);

/// <summary>A directed relation, such as "cites", by the ids of its nodes.</summary>
public sealed record RelationEdge(string From, string To, string? Label = null);

/// <summary>Headings of the data table: "Document", "Cites", "How".</summary>
public sealed record RelationHeadings(string From, string To, string Relation);

/// <summary>
/// Who points to whom: arrows in reading direction, through as many columns as the longest chain has; one list with arcs where the width
/// does not hold the columns. The same input always gives the same drawing. A relation of a node with itself is listed in the table only.
/// </summary>
public sealed record RelationGraph(ChartText Text, RelationHeadings Headings, IReadOnlyList<RelationNode> Nodes, IReadOnlyList<RelationEdge> Edges)
{
    private const string Kind = "chart-relations";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        var byId = Nodes.Select((node, i) => (node.Id, i)).ToDictionary(n => n.Id, n => n.i, StringComparer.Ordinal);
        var links = Edges.Select(e => (From: IndexOf(byId, e.From), To: IndexOf(byId, e.To))).ToList();
        var table = Table(links);
        if (Nodes.Count == 0) return Document.Empty(Text, options, table, Kind);

        var layers = new Layers(Nodes.Count, [.. links.Where(l => l.From != l.To).Distinct()]);
        var canvas = new Canvas(options);
        var picture = new RelationPicture(this, canvas, options);
        var layout = LayeredLayout.Of(Nodes, layers, options.Width) ?? ArcLayout.Of(Nodes, layers, options.Width);
        picture.Draw(layout);
        return new(Document.Of(Text, options, canvas, layout.Height, Kind, Nodes.Any(n => n.Href is not null)), table);
    }

    private static int IndexOf(Dictionary<string, int> byId, string id) => byId.TryGetValue(id, out var index)
        ? index
        : throw new ArgumentException($"An edge names '{id}', which is not among the nodes.");

    private ChartTable Table(List<(int From, int To)> links)
    {
        var rows = Edges.Select((edge, i) => new ChartTableRow(CellOf(links[i].From), [CellOf(links[i].To), new(edge.Label ?? "")]));
        return new(SeriesTable.Caption(Text), [Headings.From, Headings.To, Headings.Relation], [.. rows]);
    }

    private ChartTableCell CellOf(int node) => new(Nodes[node].Label, Href: Nodes[node].Href);
}
