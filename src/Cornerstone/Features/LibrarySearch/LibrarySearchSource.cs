using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.LibrarySearch;

/// <summary>The library's answer to the box at the top of every page: the document whose symbol was typed, and paragraphs.</summary>
public sealed class LibrarySearchSource(AppDb db, Text T) : ISearchSource
{
    private const int MostHits = 8;

    public string Label => Text.Later("Library");

    public string? Needs => LibraryRoom.Read;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct)
    {
        var hits = new List<SearchHit>();
        if (DocumentSymbol.TryParse(query, out var symbol) || DocumentSymbol.TryParseLenient(query, out symbol))
        {
            var named = await db.DocumentsNamedAsync([DocumentNames.Sought(symbol.Value)], country, T.Language.Code, ct);
            hits.AddRange(named.Values.Select(d => new SearchHit(T.NameOf(d), LibraryAddress.Document(country, d.Id), d.Title, d.Language)));
        }

        var found = await db.ParagraphsAsync(country, new ParagraphFilter { Q = query }, skip: 0, MostHits, ct);
        hits.AddRange(found.Hits.Select(h => new SearchHit(
            T["{0}, {1}", T.NameOf(h.Document), T.PlaceOf(h.Provision.Path)],
            LibraryAddress.Provision(country, h.Provision.DocumentId, h.Provision.Path),
            h.Excerpt.Plain,
            h.Provision.Language)));
        return hits;
    }
}
