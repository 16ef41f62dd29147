using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LanguageTracker;

/// <summary>The set a tracker counts over: documents of a kind and language that contain these words.</summary>
/// <param name="Words">As in a search; null takes every document.</param>
public sealed record TrackedSet(string Country, string? Words, DocumentKind? Kind, string Language, int? From, int? To);

public static class TrackerQueries
{
    extension(AppDb db)
    {
        public async Task<TrackerTable> TrackAsync(TrackedSet set, IReadOnlyCollection<string> themes, CancellationToken ct)
        {
            var documents = await db.DocumentsOf(set).Select(d => new { d.Id, d.Date!.Value.Year }).ToListAsync(ct);
            var years = documents.ToDictionary(d => d.Id, d => d.Year);
            var ids = years.Keys.ToList();
            var provisions = await db.LibraryProvisions.AsNoTracking()
                .Where(p => ids.Contains(p.DocumentId) && p.Themes.Any(t => themes.Contains(t)))
                .Select(p => new { p.DocumentId, p.Themes })
                .ToListAsync(ct);
            var counts = provisions
                .SelectMany(p => p.Themes.Where(themes.Contains), (p, theme) => (theme, p.DocumentId))
                .GroupBy(x => (x.theme, Year: years[x.DocumentId]))
                .Select(g => new ThemeCount(g.Key.theme, g.Key.Year, g.Select(x => x.DocumentId).Distinct().Count(), g.Count()));
            return new TrackerTable(documents.CountBy(d => d.Year).ToDictionary(), counts);
        }

        private IQueryable<LibraryDocument> DocumentsOf(TrackedSet set)
        {
            var documents = db.DocumentsIn(set.Country).Where(d => d.Date != null && d.Language == set.Language);
            documents = set.Kind is { } kind ? documents.Where(d => d.Kind == kind) : documents;
            documents = set.From is { } from ? documents.Where(d => d.Date >= new DateOnly(from, 1, 1)) : documents;
            documents = set.To is { } to ? documents.Where(d => d.Date <= new DateOnly(to, 12, 31)) : documents;
            if (string.IsNullOrWhiteSpace(set.Words))
            {
                return documents;
            }

            var mentioning = db.Database.SqlQuery<Guid>($"""
                select distinct p.document_id as "Value"
                from work.library_matches({set.Words.Trim()}, {set.Language}) m
                join work.library_provision p on p.id = m.provision_id
                """);
            return documents.Where(d => mentioning.Contains(d.Id));
        }
    }
}
