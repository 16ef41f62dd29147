using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Nodes;

namespace Cornerstone.Features.Legislation;

/// <summary>On the page of a plan's node: the laws it needs, each with its state.</summary>
public sealed class LawPanel(AppDb db, Text T) : INodePanel
{
    public string Label => "Laws";

    public string Needs => LegislationRoom.Read;

    public string? LinkKind => "Law";

    public async Task<IReadOnlyList<NodeNote>> NotesAsync(NodeAsked node, CancellationToken ct)
    {
        var linked = node.Linked.ToHashSet();
        return linked.Count == 0 ? [] : [.. (await db.LawsOfAsync(node.Country, ct))
            .Where(l => linked.Contains(l.Id.ToString()))
            .Select(l => new NodeNote(
                l.Title.In(T.Language.Code), $"/{node.Country.ToLowerInvariant()}/laws/{l.Id}", T.Of(l.State), LegislationWords.ToneOf(l.State), l.Title.LanguageIn(T.Language.Code)))];
    }

    public async Task<IReadOnlyList<NodeChoice>> ChoicesAsync(string country, CancellationToken ct) =>
        [.. (await db.LawsOfAsync(country, ct)).Select(l => new NodeChoice(l.Id.ToString(), l.Title.In(T.Language.Code))).OrderBy(c => c.Text, StringComparer.CurrentCulture)];
}
