using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Nodes;

namespace Cornerstone.Features.Instruments;

/// <summary>On the page of a plan's node: the instruments it belongs to, each with its state.</summary>
public sealed class InstrumentPanel(AppDb db, Text T) : INodePanel
{
    public string Label => "Instruments";

    public string Needs => InstrumentsRoom.Read;

    public string? LinkKind => "Instrument";

    public async Task<IReadOnlyList<NodeNote>> NotesAsync(NodeAsked node, CancellationToken ct)
    {
        var linked = node.Linked.ToHashSet();
        return linked.Count == 0 ? [] : [.. (await db.InstrumentsOfAsync(node.Country, ct))
            .Where(i => linked.Contains(i.Id.ToString()))
            .Select(i => new NodeNote(
                i.Title.In(T.Language.Code), $"/{node.Country.ToLowerInvariant()}/instruments/{i.Id}", T.Of(i.State), InstrumentWords.ToneOf(i.State), i.Title.LanguageIn(T.Language.Code)))];
    }

    public async Task<IReadOnlyList<NodeChoice>> ChoicesAsync(string country, CancellationToken ct) =>
        [.. (await db.InstrumentsOfAsync(country, ct)).Select(i => new NodeChoice(i.Id.ToString(), i.Title.In(T.Language.Code))).OrderBy(c => c.Text, StringComparer.CurrentCulture)];
}
