using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Reclassifications;

/// <summary>A request with the names of those who asked and decided.</summary>
public sealed record ReclassificationLine(Reclassification Request, string Asker, string? Decider);

/// <summary>People of one role who would read the record and do not now.</summary>
public sealed record NewReaders(Role Role, int People);

internal static class ReclassificationQueries
{
    extension(AppDb db)
    {
        /// <summary>The newest first. Row-level security shows those about records the reader may read, or might have before.</summary>
        public Task<List<ReclassificationLine>> ReclassificationsAsync(string country, int atMost, CancellationToken ct) => (
            from request in db.Set<Reclassification>().AsNoTracking()
            join asker in db.Users on request.AskedBy equals asker.Id
            join decided in db.Users on request.DecidedBy equals decided.Id into deciders
            from decider in deciders.DefaultIfEmpty()
            where request.Country == country
            orderby request.AskedAt descending, request.Id descending
            select new ReclassificationLine(request, asker.Name, decider == null ? null : decider.Name)).Take(atMost).ToListAsync(ct);

        /// <summary>The record a request is about; null when it is gone, or the reader may not read it.</summary>
        public async Task<IRecord?> RecordOfAsync(Reclassification request, CancellationToken ct)
        {
            var kind = db.Model.GetEntityTypes().SingleOrDefault(e => e.GetSchema() == "work" && e.GetTableName() == request.RecordTable);
            return kind is null ? null : await db.FindAsync(kind.ClrType, [request.RecordId], ct) as IRecord;
        }

        /// <summary>Who reads the new level and not the old one, by role. In the shared layer the public level is everybody's, and they are not counted.</summary>
        public async Task<IReadOnlyList<NewReaders>> NewReadersAsync(string country, Classification from, Classification to, CancellationToken ct)
        {
            var people = await db.Memberships.AsNoTracking()
                .Where(m => m.Country == country && m.EndedAt == null && m.Role != Role.Administrator)
                .Select(m => new { m.PersonId, m.Role, m.Clearance }).ToListAsync(ct);
            return [.. people.GroupBy(m => m.PersonId).Where(p => p.Max(m => m.Clearance) >= to && p.Max(m => m.Clearance) < from)
                .GroupBy(p => p.MaxBy(m => m.Clearance)!.Role).OrderBy(r => r.Key).Select(r => new NewReaders(r.Key, r.Count()))];
        }
    }
}
