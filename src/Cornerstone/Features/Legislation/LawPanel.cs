using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui.Nodes;

namespace Cornerstone.Features.Legislation;

/// <summary>Laws on the pages of other rooms: beside the objective of the plan that names them, beside the paragraph they serve.</summary>
public sealed class LawPanel(AppDb db, CurrentReader current, TimeProvider clock, Text T) : INodePanel, IServing
{
    /// <summary>As the plan names its links to laws.</summary>
    public const string Kind = "Law";

    /// <summary>In the address of the page that links a law to paragraphs.</summary>
    public const string Address = "law";

    public string Label => "Laws";

    string IServing.Label => Text.Later("Law");

    public string Needs => LegislationRoom.Read;

    public string? LinkKind => Kind;

    public string RecordType => nameof(Law);

    public string? Word => Address;

    public async Task<IReadOnlyList<NodeNote>> NotesAsync(NodeAsked node, CancellationToken ct)
    {
        var linked = node.Linked.ToHashSet();
        return linked.Count == 0 ? [] : [.. (await db.LawsOfAsync(node.Country, ct))
            .Where(l => linked.Contains(l.Id.ToString()))
            .Select(l => new NodeNote(l.Title.In(T.Language.Code), AddressOf(l), T.Of(l.State), LegislationWords.ToneOf(l.State), l.Title.LanguageIn(T.Language.Code)))];
    }

    public async Task<IReadOnlyList<NodeChoice>> ChoicesAsync(string country, CancellationToken ct) =>
        [.. (await db.LawsOfAsync(country, ct)).Select(l => new NodeChoice(l.Id.ToString(), l.Title.In(T.Language.Code))).OrderBy(c => c.Text, StringComparer.CurrentCulture)];

    public async Task<IReadOnlyList<ServingRecord>> FindAsync(string country, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rights = await db.LawRightsAsync(current, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        return [.. (await db.LawsOfAsync(country, ct)).Where(l => ids.Contains(l.Id)).Select(l =>
            new ServingRecord(l.Id, l.Title.In(T.Language.Code), AddressOf(l), l.Classification, l.Compartment, rights.Covers(l))
            {
                Language = l.Title.LanguageIn(T.Language.Code),
                Status = T.Of(l.State),
                Tone = LegislationWords.ToneOf(l.State),
            })];
    }

    private static string AddressOf(Law law) => $"/{law.Country.ToLowerInvariant()}/laws/{law.Id}";
}
