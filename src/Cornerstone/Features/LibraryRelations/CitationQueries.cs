using Cornerstone.Data;
using Cornerstone.Features.Library;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LibraryRelations;

/// <summary>A symbol that is cited, how often, and the document it leads to where the library holds one.</summary>
public sealed record CitedSymbol(string Symbol, int Mentions, int Documents, NamedDocument? Target);

public sealed record CitingDocument(NamedDocument Document, int Mentions);

/// <summary>One symbol's document citing another symbol.</summary>
public sealed record CitationPair(string From, string To, int Mentions);

/// <summary>Counts of citations, for the reference graph.</summary>
public static class CitationQueries
{
    extension(AppDb db)
    {
        public async Task<List<CitedSymbol>> MostCitedAsync(string country, string language, int take, CancellationToken ct)
        {
            var counts = await (
                from reference in db.LibraryReferences.AsNoTracking()
                join citing in db.DocumentsIn(country) on reference.DocumentId equals citing.Id
                where reference.Sought != null && reference.Sought != citing.Symbol
                group reference by reference.Sought into cited
                orderby cited.Select(r => r.DocumentId).Distinct().Count() descending, cited.Key
                select new { Symbol = cited.Key!, Mentions = cited.Count(), Documents = cited.Select(r => r.DocumentId).Distinct().Count() })
                .Take(take).ToListAsync(ct);
            var targets = await db.DocumentsNamedAsync([.. counts.Select(c => c.Symbol)], country, language, ct);
            return [.. counts.Select(c => new CitedSymbol(c.Symbol, c.Mentions, c.Documents, targets.GetValueOrDefault(c.Symbol)))];
        }

        public async Task<List<CitedSymbol>> CitedByAsync(LibraryDocument document, string country, CancellationToken ct)
        {
            var counts = await db.LibraryReferences.AsNoTracking()
                .Where(r => r.DocumentId == document.Id && r.Sought != null && r.Sought != document.Symbol)
                .GroupBy(r => r.Sought!)
                .Select(g => new { Symbol = g.Key, Mentions = g.Count() })
                .OrderByDescending(c => c.Mentions).ThenBy(c => c.Symbol)
                .ToListAsync(ct);
            var targets = await db.DocumentsNamedAsync([.. counts.Select(c => c.Symbol)], country, document.Language, ct);
            return [.. counts.Select(c => new CitedSymbol(c.Symbol, c.Mentions, 1, targets.GetValueOrDefault(c.Symbol)))];
        }

        public async Task<List<CitingDocument>> CitingAsync(LibraryDocument document, string country, CancellationToken ct)
        {
            var citing = await db.DocumentsCiting(document, country)
                .GroupBy(d => new { d.Id, d.Country, d.Language, d.Symbol, d.Title, d.Date })
                .Select(g => new { g.Key, Mentions = g.Count() })
                .OrderByDescending(c => c.Mentions).ThenBy(c => c.Key.Id)
                .ToListAsync(ct);
            return [.. citing.Select(c => new CitingDocument(new(c.Key.Id, c.Key.Country, c.Key.Language, c.Key.Symbol, c.Key.Title, c.Key.Date), c.Mentions))];
        }

        /// <summary>Citations among these symbols themselves.</summary>
        public async Task<List<CitationPair>> PairsAmongAsync(string country, IReadOnlyCollection<string> symbols, CancellationToken ct)
        {
            var pairs = await (
                from reference in db.LibraryReferences.AsNoTracking()
                join citing in db.DocumentsIn(country) on reference.DocumentId equals citing.Id
                where symbols.Contains(reference.Sought) && symbols.Contains(citing.Symbol) && reference.Sought != citing.Symbol
                group reference by new { From = citing.Symbol, To = reference.Sought } into pair
                orderby pair.Key.From, pair.Key.To
                select new { pair.Key.From, pair.Key.To, Mentions = pair.Count() }).ToListAsync(ct);
            return [.. pairs.Select(p => new CitationPair(p.From!, p.To!, p.Mentions))];
        }
    }
}
