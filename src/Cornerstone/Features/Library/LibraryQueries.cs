using Cornerstone.Access;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Library;

/// <summary>What more than one page, verb or room reads of the library. Row-level security decides what is found.</summary>
public static class LibraryQueries
{
    extension(AppDb db)
    {
        public DbSet<LibraryDocument> LibraryDocuments => db.Set<LibraryDocument>();

        public DbSet<LibraryProvision> LibraryProvisions => db.Set<LibraryProvision>();

        public DbSet<ProvisionReference> LibraryReferences => db.Set<ProvisionReference>();

        public DbSet<DocumentName> LibraryNames => db.Set<DocumentName>();

        public DbSet<OriginalFile> LibraryFiles => db.Set<OriginalFile>();

        /// <summary>
        /// Documents a page of this workspace may show: its own and the shared layer. A reader of several countries
        /// sees each in its own place.
        /// </summary>
        public IQueryable<LibraryDocument> DocumentsIn(string country) => db.LibraryDocuments.AsNoTracking()
            .Where(d => d.Country == country || d.Country == Workspace.Shared);

        public Task<LibraryDocument?> DocumentAsync(string country, Guid id, CancellationToken ct) =>
            db.DocumentsIn(country).SingleOrDefaultAsync(d => d.Id == id, ct);

        public Task<List<LibraryProvision>> ProvisionsOfAsync(Guid documentId, CancellationToken ct) => db.LibraryProvisions.AsNoTracking()
            .Where(p => p.DocumentId == documentId).OrderBy(p => p.Ordinal).ToListAsync(ct);

        /// <summary>Who is cited by this document, each citation with the target the reader may open, if any.</summary>
        public async Task<ILookup<Guid, Citation>> CitationsByAsync(LibraryDocument document, string country, CancellationToken ct)
        {
            var references = await db.LibraryReferences.AsNoTracking()
                .Where(r => r.DocumentId == document.Id).OrderBy(r => r.Start).ToListAsync(ct);
            var sought = references.Where(r => r.Sought != null).Select(r => r.Sought!).Distinct().ToList();
            var targets = await db.DocumentsNamedAsync(sought, country, document.Language, ct);
            return references.ToLookup(r => r.ProvisionId, r => new Citation(r, r.Sought is { } s ? targets.GetValueOrDefault(s) : null));
        }

        /// <summary>
        /// The document each symbol names: by its own symbol before an alias before a draft's number; of several
        /// language versions the asked one, else English, else any.
        /// </summary>
        public async Task<Dictionary<string, NamedDocument>> DocumentsNamedAsync(
            IReadOnlyCollection<string> symbols, string country, string language, CancellationToken ct)
        {
            var found = await (
                from name in db.LibraryNames.AsNoTracking()
                join document in db.DocumentsIn(country) on name.DocumentId equals document.Id
                where symbols.Contains(name.Symbol)
                select new { name.Symbol, name.Rank, Document = new NamedDocument(document.Id, document.Country, document.Language, document.Symbol, document.Title, document.Date) })
                .ToListAsync(ct);
            return found
                .OrderBy(f => f.Rank)
                .ThenByDescending(f => f.Document.Language == language)
                .ThenByDescending(f => f.Document.Language == "en")
                .ThenByDescending(f => f.Document.Country == country)
                .ThenBy(f => f.Document.Id)
                .DistinctBy(f => f.Symbol)
                .ToDictionary(f => f.Symbol, f => f.Document);
        }

        /// <summary>Documents that cite this one by any of its names.</summary>
        public IQueryable<LibraryDocument> DocumentsCiting(LibraryDocument document, string country) =>
            from citing in db.DocumentsIn(country)
            join reference in db.LibraryReferences on citing.Id equals reference.DocumentId
            join name in db.LibraryNames on reference.Sought equals name.Symbol
            where name.DocumentId == document.Id && citing.Id != document.Id
            select citing;

        /// <summary>The same work in other languages, by its own symbol; of several copies the first.</summary>
        public async Task<List<NamedDocument>> LanguageVersionsOfAsync(LibraryDocument document, string country, CancellationToken ct)
        {
            if (document.Symbol is null)
            {
                return [];
            }

            var versions = await db.DocumentsIn(country)
                .Where(d => d.Symbol == document.Symbol && d.Language != document.Language)
                .OrderBy(d => d.Language).ThenBy(d => d.Id)
                .Select(d => new NamedDocument(d.Id, d.Country, d.Language, d.Symbol, d.Title, d.Date))
                .ToListAsync(ct);
            return [.. versions.DistinctBy(v => v.Language)];
        }
    }
}

/// <summary>Enough of a document to link to it.</summary>
public sealed record NamedDocument(Guid Id, string Country, string Language, string? Symbol, string? Title, DateOnly? Date);

/// <summary>A reference as written, with the document it leads to; null where the library holds none the reader may see.</summary>
public sealed record Citation(ProvisionReference Reference, NamedDocument? Target);
