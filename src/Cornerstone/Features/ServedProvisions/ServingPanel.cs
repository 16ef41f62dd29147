using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Languages;

namespace Cornerstone.Features.ServedProvisions;

/// <summary>Beside a paragraph in the library's reader: the objectives, laws, instruments and benchmarks that serve it.</summary>
public sealed class ServingPanel(AppDb db, ServingRecords serving, Text T) : IProvisionPanel
{
    public string Label => "What serves it here";

    public async Task<ILookup<Guid, ProvisionNote>> NotesAsync(string country, Guid documentId, CancellationToken ct)
    {
        var document = await db.DocumentAsync(country, documentId, ct);
        var address = document is null ? null : LibraryAddress.Permanent(document.Symbol, document.Kind);
        if (address is null)
        {
            return Enumerable.Empty<ProvisionNote>().ToLookup(_ => Guid.Empty);
        }

        var links = (await db.RecordsServingAsync(country, address, ct)).SelectMany(l => l).ToList();
        var records = (await serving.OfAsync(country, links, ct)).ToLookup(r => r.Link.Provision);
        return (links.Count == 0 ? [] : await db.ProvisionsOfAsync(documentId, ct))
            .SelectMany(p => records[$"{address}/{p.Path}"], (p, r) => (p.Id, Note: NoteOf(r)))
            .ToLookup(n => n.Id, n => n.Note);
    }

    private ProvisionNote NoteOf(ServingLink link) =>
        new(T["{0}: {1}", T[link.Room.Label], link.Record.Title], link.Record.Address, link.Record.Status ?? T.Of(link.Link.Relation), link.Record.Tone);
}
