using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LanguageTracker;

/// <summary>The set a tracker counts over: documents of a kind and language that contain these words, or those named one by one.</summary>
/// <param name="Words">As in a search; null takes every document.</param>
/// <param name="Symbols">When there are any, exactly these documents and no others.</param>
public sealed record TrackedSet(string Country, string? Words, DocumentKind? Kind, string Language, int? From, int? To, IReadOnlyList<string> Symbols);

public static class TrackerQueries
{
    extension(AppDb db)
    {
        public async Task<TrackerTable> TrackAsync(TrackedSet set, IReadOnlyCollection<string> themes, int leastStrength, CancellationToken ct)
        {
            var documents = await db.DocumentsOf(set).Select(d => new { d.Id, d.Date!.Value.Year }).ToListAsync(ct);
            var years = documents.ToDictionary(d => d.Id, d => d.Year);
            var ids = years.Keys.ToList();
            var provisions = await db.LibraryProvisions.AsNoTracking()
                .Where(p => ids.Contains(p.DocumentId) && p.Themes.Any(t => themes.Contains(t)) && (leastStrength == 0 || p.Strength >= leastStrength))
                .Select(p => new { p.DocumentId, p.Themes })
                .ToListAsync(ct);
            var counts = provisions
                .SelectMany(p => p.Themes.Where(themes.Contains), (p, theme) => (theme, p.DocumentId))
                .GroupBy(x => (x.theme, Year: years[x.DocumentId]))
                .Select(g => new ThemeCount(g.Key.theme, g.Key.Year, g.Select(x => x.DocumentId).Distinct().Count(), g.Count()));
            return new TrackerTable(documents.CountBy(d => d.Year).ToDictionary(), counts);
        }

        /// <summary>Which of these symbols no document of this language carries.</summary>
        public async Task<List<string>> NotHeldAsync(string country, IReadOnlyList<string> symbols, string language, CancellationToken ct)
        {
            var held = await (
                from name in db.LibraryNames.AsNoTracking()
                join document in db.DocumentsIn(country) on name.DocumentId equals document.Id
                where symbols.Contains(name.Symbol) && name.Rank != DocumentName.Draft && document.Language == language
                select name.Symbol).Distinct().ToListAsync(ct);
            return [.. symbols.Except(held)];
        }

        private IQueryable<LibraryDocument> DocumentsOf(TrackedSet set)
        {
            var documents = db.DocumentsIn(set.Country).Where(d => d.Date != null && d.Language == set.Language);
            if (set.Symbols.Count > 0)
            {
                var names = db.LibraryNames;
                return documents.Where(d => names.Any(n => n.DocumentId == d.Id && set.Symbols.Contains(n.Symbol) && n.Rank != DocumentName.Draft));
            }

            documents = set.Kind is { } kind ? documents.Where(d => d.Kind == kind) : documents;
            documents = set.From is { } from ? documents.Where(d => d.Date >= new DateOnly(from, 1, 1)) : documents;
            documents = set.To is { } to ? documents.Where(d => d.Date <= new DateOnly(to, 12, 31)) : documents;
            if (string.IsNullOrWhiteSpace(set.Words))
            {
                return documents;
            }

            var mentioning = db.Database.SqlQuery<Guid>($"""
                select distinct m.document_id as "Value" from work.library_matches({set.Words.Trim()}, {set.Language}) m
                """);
            return documents.Where(d => mentioning.Contains(d.Id));
        }
    }
}
