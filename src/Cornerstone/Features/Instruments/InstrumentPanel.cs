using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui.Nodes;

namespace Cornerstone.Features.Instruments;

/// <summary>Instruments on the pages of other rooms: beside the objective of the plan that names them, beside the paragraph they serve.</summary>
public sealed class InstrumentPanel(AppDb db, CurrentReader current, Text T) : INodePanel, IServing
{
    /// <summary>As the plan names its links to instruments.</summary>
    public const string Kind = "Instrument";

    /// <summary>In the address of the page that links an instrument to paragraphs.</summary>
    public const string Address = "instrument";

    public string Label => "Instruments";

    string IServing.Label => Text.Later("Instrument");

    public string Needs => InstrumentsRoom.Read;

    public string? LinkKind => Kind;

    public string RecordType => nameof(Instrument);

    public string? Word => Address;

    public async Task<IReadOnlyList<NodeNote>> NotesAsync(NodeAsked node, CancellationToken ct)
    {
        var linked = node.Linked.ToHashSet();
        return linked.Count == 0 ? [] : [.. (await db.InstrumentsOfAsync(node.Country, ct))
            .Where(i => linked.Contains(i.Id.ToString()))
            .Select(i => new NodeNote(i.Title.In(T.Language.Code), AddressOf(i), T.Of(i.State), InstrumentWords.ToneOf(i.State), i.Title.LanguageIn(T.Language.Code)))];
    }

    public async Task<IReadOnlyList<NodeChoice>> ChoicesAsync(string country, CancellationToken ct) =>
        [.. (await db.InstrumentsOfAsync(country, ct)).Select(i => new NodeChoice(i.Id.ToString(), i.Title.In(T.Language.Code))).OrderBy(c => c.Text, StringComparer.CurrentCulture)];

    public async Task<IReadOnlyList<ServingRecord>> FindAsync(string country, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.InstrumentsOfAsync(country, ct)).Where(i => ids.Contains(i.Id)).Select(i =>
            new ServingRecord(i.Id, i.Title.In(T.Language.Code), AddressOf(i), i.Classification, i.Compartment, current.May(InstrumentsRoom.Edit))
            {
                Language = i.Title.LanguageIn(T.Language.Code),
                Status = T.Of(i.State),
                Tone = InstrumentWords.ToneOf(i.State),
            })];

    private static string AddressOf(Instrument instrument) => $"/{instrument.Country.ToLowerInvariant()}/instruments/{instrument.Id}";
}
