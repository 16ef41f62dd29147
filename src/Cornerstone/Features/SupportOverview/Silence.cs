using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportMeasures;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportOverview;

/// <summary>How long a reporter has been silent.</summary>
/// <param name="Running">Of its activities, those that its last word leaves under way: their state today nobody knows.</param>
/// <param name="Told">When a source last changed any of them, as the source says; null where none says when.</param>
public sealed record Silence(Guid? Partner, int Activities, int Running, DateTimeOffset? Told, int? Days)
{
    /// <summary>The longest silence first, before it those who never say when they tell.</summary>
    public static async Task<IReadOnlyList<Silence>> ReadAsync(AppDb db, PartnerIndex partners, string country, DateTimeOffset now, CancellationToken ct)
    {
        var reporters = await db.Activities.AsNoTracking().Where(a => a.Country == country).GroupBy(a => a.ReporterId).Select(g => new
        {
            Reporter = g.Key,
            All = g.Count(),
            Running = g.Count(a => a.Status == ActivityStatus.Implementation || a.Status == ActivityStatus.Finalisation),
            Told = g.Max(a => a.SaidAt),
        }).ToListAsync(ct);
        return
        [
            .. reporters.GroupBy(r => partners.Of(r.Reporter)?.Id)
                .Select(g => (g.Key, All: g.Sum(r => r.All), Running: g.Sum(r => r.Running), Told: g.Max(r => r.Told)))
                .Select(r => new Silence(r.Key, r.All, r.Running, r.Told, Reliability.Freshness(r.Told, now)))
                .OrderByDescending(s => s.Days ?? int.MaxValue).ThenByDescending(s => s.Running).ThenBy(s => s.Partner),
        ];
    }
}
