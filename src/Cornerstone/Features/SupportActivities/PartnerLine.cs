using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportActivities;

/// <summary>An organisation with what the register knows of it, entries merged into it included.</summary>
/// <param name="Names">Other names, and identifiers.</param>
/// <param name="LastTold">When a source last changed an activity it reports, as the source says; null when it reports none, or never says.</param>
/// <param name="DaysSince">Null where nobody knows.</param>
public sealed record PartnerLine(PartnerEntry Entry, IReadOnlyList<string> Names, int Reports, int TakesPart, DateTimeOffset? LastTold, int? DaysSince)
{
    public static async Task<IReadOnlyList<PartnerLine>> ReadAsync(AppDb db, string country, DateTimeOffset now, CancellationToken ct)
    {
        var index = await db.PartnerIndexAsync(country, ct);
        var names = (await db.PartnerNames.AsNoTracking().Where(n => n.Country == country).OrderBy(n => n.Kind).ThenBy(n => n.Text)
            .Select(n => new { n.PartnerId, n.Text }).ToListAsync(ct)).ToLookup(n => index.Of(n.PartnerId)?.Id, n => n.Text);
        var activities = await db.Activities.AsNoTracking().Where(a => a.Country == country)
            .Select(a => new { a.Id, a.ReporterId, a.PartnerIds, Told = a.SaidAt }).ToListAsync(ct);
        var reported = activities.ToLookup(a => index.Of(a.ReporterId)?.Id);
        var named = activities.SelectMany(a => a.PartnerIds.Select(p => index.Of(p)?.Id).OfType<Guid>().Distinct()).CountBy(p => p).ToDictionary();
        return [.. index.Standing.Select(entry =>
        {
            var told = reported[entry.Id].Max(a => a.Told);
            return new PartnerLine(
                entry, [.. names[entry.Id].Distinct().Except(entry.Names.Texts.Values)], reported[entry.Id].Count(), named.GetValueOrDefault(entry.Id), told,
                told is { } day ? Math.Max(0, (now - day).Days) : null);
        })];
    }
}
