using Cornerstone.Data;
using Cornerstone.Features.Support;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportImport;

/// <summary>Activities that a file changes, with their lines, corrections, and what their source said last.</summary>
internal static class StoredActivities
{
    public static async Task<Dictionary<Guid, StoredActivity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var activities = await db.Activities.Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        var transactions = (await db.Transactions.Where(t => ids.Contains(t.ActivityId)).ToListAsync(ct)).ToLookup(t => t.ActivityId);
        var planned = (await db.PlannedAmounts.Where(p => ids.Contains(p.ActivityId)).ToListAsync(ct)).ToLookup(p => p.ActivityId);
        var corrections = (await db.SupportCorrections.Where(c => ids.Contains(c.ActivityId) && c.EndedAt == null).ToListAsync(ct)).ToLookup(c => c.ActivityId);
        return activities.ToDictionary(a => a.Id, a => new StoredActivity(
            a, [.. transactions[a.Id]], [.. planned[a.Id]], [.. corrections[a.Id]]));
    }

    /// <summary>What the sources of these activities said last, read anew. A page its reader may not see is not there.</summary>
    public static async Task<Dictionary<Guid, Cornerstone.Iati.Activity>> SaidBeforeAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var readings = db.ActivityReadings.AsNoTracking();
        var last = await (
            from reading in readings
            join import in db.FileImports on reading.ImportId equals import.Id
            where ids.Contains(reading.ActivityId)
                && !readings.Any(later => later.ActivityId == reading.ActivityId && later.Id > reading.Id)
            select new { reading.ActivityId, reading.PageId, reading.Start, reading.Length, import.Standard }).ToListAsync(ct);
        var said = new Dictionary<Guid, Cornerstone.Iati.Activity>();
        foreach (var group in last.GroupBy(l => l.PageId))
        {
            if (await db.SupportPages.AsNoTracking().SingleOrDefaultAsync(p => p.Id == group.Key, ct) is not { } page)
            {
                continue;
            }

            foreach (var place in group)
            {
                if (SaidRecord.Reread(FilePages.Unpack(page, place.Start, place.Length), place.Standard) is { } activity)
                {
                    said[place.ActivityId] = activity;
                }
            }
        }

        return said;
    }
}
