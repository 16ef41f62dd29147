using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>An activity that may be published.</summary>
public sealed record OfferedActivity(Guid Id, string Identifier, Wording? Title);

/// <summary>Makes the rows by which the public reads support: each public activity with its money, less what is withheld.</summary>
internal sealed class SupportRows(AppDb db, string country)
{
    // So many are read at a time.
    private const int Batch = 500;

    /// <summary>Public, of a public source, and not told better by another public record.</summary>
    public Task<List<OfferedActivity>> OfferedAsync(CancellationToken ct)
    {
        var sources = db.SupportSources.Where(s => s.Classification == Classification.Public && s.Compartment == null);
        var joined = db.SameActivities.Where(s => s.IsSame && s.EndedAt == null && s.Classification == Classification.Public && s.Compartment == null);
        return db.Activities.AsNoTracking()
            .Where(a => a.Country == country && a.Classification == Classification.Public && a.Compartment == null
                && sources.Any(s => s.Id == a.SourceId) && !joined.Any(s => s.ActivityId == a.Id))
            .OrderBy(a => a.Identifier).ThenBy(a => a.Id).Select(a => new OfferedActivity(a.Id, a.Identifier, a.Title)).ToListAsync(ct);
    }

    /// <summary>All that may be published, but for those left out, each a thing of its own.</summary>
    /// <param name="keys">By which names activities were published before.</param>
    /// <param name="regions">Names of the country's public regions by their codes.</param>
    public async Task<List<DraftSubject>> AllAsync(IReadOnlyCollection<Guid> leftOut, SupportKeys keys, IReadOnlyDictionary<string, Wording> regions, Text T, CancellationToken ct)
    {
        var drafts = await DraftsAsync(leftOut, regions, T, ct);
        var withheld = await db.WithholdingsInForceAsync(country, ct);
        var telling = MoneyLinks.AlsoKept(drafts, withheld);
        return drafts.ConvertAll(d => KeptBack.Of(d, keys.Of(d.Activity), [.. withheld[d.Activity.Id]], telling));
    }

    private async Task<List<SupportDraft>> DraftsAsync(IReadOnlyCollection<Guid> leftOut, IReadOnlyDictionary<string, Wording> regions, Text T, CancellationToken ct)
    {
        var sources = (await db.SupportSources.AsNoTracking().Where(s => s.Country == country && s.Classification == Classification.Public && s.Compartment == null).ToListAsync(ct))
            .ToDictionary(s => s.Id, s => Text.InEach(() => T["{0}: {1}", T.Of(s.Kind), s.Reference]));
        var teller = new SupportTeller(await NamedPartners.PublicAsync(db, country, ct), sources, regions, T);
        var drafts = new List<SupportDraft>();
        foreach (var batch in (await OfferedAsync(ct)).Select(o => o.Id).Where(id => !leftOut.Contains(id)).Chunk(Batch))
        {
            var activities = await db.Activities.AsNoTracking().Where(a => batch.Contains(a.Id)).ToListAsync(ct);
            var moved = (await db.Transactions.AsNoTracking().Where(t => batch.Contains(t.ActivityId)).ToListAsync(ct)).ToLookup(t => t.ActivityId);
            var planned = (await db.PlannedAmounts.AsNoTracking().Where(p => batch.Contains(p.ActivityId)).ToListAsync(ct)).ToLookup(p => p.ActivityId);
            drafts.AddRange(activities.Select(a => new SupportDraft(a, teller.Told(a),
            [
                .. moved[a.Id].OrderBy(t => t.Date).ThenBy(t => t.Number).Select(t => (t.Id, teller.Told(a, t))),
                .. planned[a.Id].OrderBy(p => p.Kind).ThenBy(p => p.FromDay).ThenBy(p => p.Number).Select(p => (p.Id, teller.Told(p))),
            ])));
        }

        return [.. drafts.OrderBy(d => d.Activity.Identifier, StringComparer.Ordinal).ThenBy(d => d.Activity.Id)];
    }
}

/// <summary>An activity with its lines before anything is kept back.</summary>
internal sealed record SupportDraft(Activity Activity, PublishedActivity Told, IReadOnlyList<(Guid Id, PublishedLine Told)> Lines);
