using Cornerstone.Access;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>A doubted rate with who published it.</summary>
public sealed record DoubtedRate(ExchangeRate Rate, RateSource Source)
{
    /// <summary>Of one country and of the shared layer; those of newer periods first.</summary>
    public static IQueryable<ExchangeRate> In(AppDb db, string country, bool isDecided) => db.RatesInForce(country)
        .Where(r => r.Doubt != null && (r.AcceptedAt != null || r.RefusedAt != null) == isDecided)
        .OrderByDescending(r => r.FromDay).ThenBy(r => r.Id);

    public static async Task<List<DoubtedRate>> ReadAsync(AppDb db, IQueryable<ExchangeRate> rates, string country, CancellationToken ct)
    {
        var sources = await db.RateSources.AsNoTracking().Where(s => s.Country == country || s.Country == Workspace.Shared).ToDictionaryAsync(s => s.Id, ct);
        return [.. (await rates.ToListAsync(ct)).Where(r => sources.ContainsKey(r.SourceId)).Select(r => new DoubtedRate(r, sources[r.SourceId]))];
    }
}
