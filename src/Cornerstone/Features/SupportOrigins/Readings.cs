using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportOrigins;

/// <summary>One time a source told of an activity: in which file, where, and word for word. Words are null where the page they stand on is kept closer.</summary>
internal sealed record Reading(Guid ImportId, string FileName, string? Standard, DateTimeOffset At, long Line, byte[]? Record)
{
    public Cornerstone.Iati.Activity? Said { get; } = Record is null ? null : SaidRecord.Reread(Record, Standard);
}

internal static class Readings
{
    // What changed long ago stands in the journal; a page compares the last ones.
    private const int Most = 20;

    /// <summary>The newest first.</summary>
    public static async Task<List<Reading>> OfAsync(AppDb db, Guid activity, CancellationToken ct)
    {
        var found = await (
            from reading in db.ActivityReadings.AsNoTracking()
            join import in db.FileImports on reading.ImportId equals import.Id
            where reading.ActivityId == activity
            orderby reading.Id descending
            select new { reading, import.FileName, import.Standard, import.ImportedAt }).Take(Most).ToListAsync(ct);
        var pages = found.Select(f => f.reading.PageId).ToList();
        var contents = await db.SupportPages.AsNoTracking().Where(p => pages.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return found.ConvertAll(f => new Reading(
            f.reading.ImportId, f.FileName, f.Standard, f.ImportedAt, f.reading.Line,
            contents.TryGetValue(f.reading.PageId, out var page) ? FilePages.Unpack(page, f.reading.Start, f.reading.Length) : null));
    }
}
