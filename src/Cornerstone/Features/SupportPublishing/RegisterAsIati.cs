using Cornerstone.Data;
using Cornerstone.Features.Regions;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>
/// Activities of the register as a file of IATI 2.03 for one who may read them here: as the register has them, with all of it that he
/// may see. What the public does not read is withheld from the public's file, not from his. Never more than a batch is held.
/// </summary>
internal sealed class RegisterAsIati(AppDb db, string country, Text T)
{
    private const int Batch = 500;

    /// <param name="asked">What the standard has no place for is left out (<see cref="PublicIati.Holds(PublishedActivity)"/>).</param>
    public async Task WriteAsync(Stream into, IEnumerable<Guid> asked, DateTimeOffset now, CancellationToken ct)
    {
        var sources = await db.SupportSources.AsNoTracking().Where(s => s.Country == country).ToDictionaryAsync(s => s.Id, s => Wording.Of("en", s.Reference), ct);
        var regions = (await db.RegionsAsync(country, ct)).DistinctBy(r => r.Code).ToDictionary(r => r.Code, r => r.Names);
        var teller = new SupportTeller(await NamedPartners.SeenAsync(db, country, ct), sources, regions, T);
        using var memory = new MemoryStream();
        using (var writer = new IatiWriter(memory, RecordKind.Activity, now))
        {
            foreach (var batch in asked.Order().Chunk(Batch))
            {
                foreach (var (activity, lines) in await ReadAsync(teller, batch, [.. sources.Keys], ct)) writer.Write(PublicIati.Told(activity, lines));
                await PassOnAsync(memory, into, ct);
            }
        }

        await PassOnAsync(memory, into, ct);
    }

    private async Task<List<(PublishedActivity Activity, IEnumerable<PublishedLine> Lines)>> ReadAsync(SupportTeller teller, Guid[] batch, HashSet<Guid> sources, CancellationToken ct)
    {
        var activities = await db.Activities.AsNoTracking().Where(a => a.Country == country && batch.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct);
        var moved = (await db.Transactions.AsNoTracking().Where(t => t.Country == country && batch.Contains(t.ActivityId)).ToListAsync(ct)).ToLookup(t => t.ActivityId);
        var planned = (await db.PlannedAmounts.AsNoTracking().Where(p => p.Country == country && batch.Contains(p.ActivityId)).ToListAsync(ct)).ToLookup(p => p.ActivityId);
        return
        [
            .. from activity in activities
               where sources.Contains(activity.SourceId)
               let told = teller.Told(activity)
               where PublicIati.Holds(told)
               let lines = moved[activity.Id].OrderBy(t => t.Date).ThenBy(t => t.Number).Select(t => teller.Told(activity, t))
                   .Concat(planned[activity.Id].OrderBy(p => p.Kind).ThenBy(p => p.FromDay).ThenBy(p => p.Number).Select(teller.Told))
               select (told, lines),
        ];
    }

    // The writer writes on at its own pace: what it has written so far goes out.
    private static async Task PassOnAsync(MemoryStream memory, Stream into, CancellationToken ct)
    {
        memory.Position = 0;
        await memory.CopyToAsync(into, ct);
        memory.SetLength(0);
    }
}
