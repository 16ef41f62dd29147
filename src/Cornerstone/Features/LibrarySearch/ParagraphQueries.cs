using Cornerstone.Data;
using Cornerstone.Features.Library;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LibrarySearch;

/// <summary>A paragraph that answers a question, with the document it stands in and an excerpt around the words.</summary>
public sealed record ParagraphHit(LibraryProvision Provision, NamedDocument Document, MarkedText Excerpt);

/// <summary>One page of hits and how many there are in all.</summary>
public sealed record ParagraphHits(IReadOnlyList<ParagraphHit> Hits, long Paragraphs, long Documents)
{
    public static readonly ParagraphHits None = new([], 0, 0);
}

/// <summary>
/// Search over paragraphs. The database function finds and ranks by its index and gives back only what the reader may
/// see; the rows themselves are then read under row-level security like all others.
/// </summary>
public static class ParagraphQueries
{
    extension(AppDb db)
    {
        public async Task<ParagraphHits> ParagraphsAsync(string country, ParagraphFilter filter, int skip, int take, CancellationToken ct)
        {
            var asked = Blank(filter.Q);
            var found = await db.Database.SqlQuery<Found>($"""
                select provision_id as "ProvisionId", provisions as "Provisions", documents as "Documents"
                from work.search_library({asked}, {country}, {Blank(filter.Language)}, {filter.Kind?.ToString()}, {Blank(filter.Symbol)},
                    {filter.From}, {filter.To}, {Blank(filter.Theme)}, {Blank(filter.Addressee)}, {filter.Strength}, {Blank(filter.Within)}, {filter.Symbols()}, {skip}, {take})
                """).ToListAsync(ct);
            if (found.Count == 0)
            {
                return ParagraphHits.None;
            }

            var ids = found.ConvertAll(f => f.ProvisionId);
            var rows = await (
                from provision in db.LibraryProvisions.AsNoTracking()
                join document in db.DocumentsIn(country) on provision.DocumentId equals document.Id
                where ids.Contains(provision.Id)
                select new { provision, document = new NamedDocument(document.Id, document.Country, document.Language, document.Symbol, document.Title, document.Date) })
                .ToDictionaryAsync(r => r.provision.Id, ct);
            var excerpts = asked is null ? [] : await db.ExcerptsAsync(asked, ids, ct);
            var hits = ids.Where(rows.ContainsKey)
                .Select(id => new ParagraphHit(rows[id].provision, rows[id].document, excerpts.GetValueOrDefault(id) ?? MarkedText.Start(rows[id].provision.Text)));
            return new([.. hits], found[0].Provisions, found[0].Documents);
        }

        /// <summary>The words around each hit, marked by the same dictionary that found it.</summary>
        private async Task<Dictionary<Guid, MarkedText>> ExcerptsAsync(string asked, List<Guid> ids, CancellationToken ct)
        {
            var options = $"StartSel={MarkedText.Open}, StopSel={MarkedText.Close}, MaxFragments=2, MaxWords=45, MinWords=20, FragmentDelimiter= … ";
            var rows = await db.Database.SqlQuery<Excerpt>($"""
                select p.id as "Id", ts_headline(q.configuration, translate(p.text, {MarkedText.Marks}, ''), websearch_to_tsquery(q.configuration, {asked}), {options}) as "Text"
                from work.library_provision p
                join (values ('ar', 'reference.ar'::regconfig), ('en', 'reference.en'), ('es', 'reference.es'), ('fr', 'reference.fr'), ('ru', 'reference.ru'))
                    as q (language, configuration) on q.language = p.language
                where p.id = any ({ids})
                """).ToListAsync(ct);
            return rows.ToDictionary(r => r.Id, r => new MarkedText(r.Text));
        }
    }

    // PostgreSQL has no text with the sign NUL, and nobody means it.
    private static string? Blank(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } words ? words : null;

    private sealed record Found(Guid ProvisionId, long Provisions, long Documents);

    private sealed record Excerpt(Guid Id, string Text);
}
