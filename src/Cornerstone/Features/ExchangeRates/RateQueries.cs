using Cornerstone.Access;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>What other rooms read of rates.</summary>
public static class RateQueries
{
    extension(AppDb db)
    {
        public DbSet<RateSource> RateSources => db.Set<RateSource>();

        public DbSet<ExchangeRate> ExchangeRates => db.Set<ExchangeRate>();

        /// <summary>In the order in which they are asked: the country's own before those of the shared layer.</summary>
        public Task<List<RateSource>> RateSourcesAsync(string country, CancellationToken ct) => db.RateSources.AsNoTracking()
            .Where(s => s.Country == country || s.Country == Workspace.Shared)
            .OrderBy(s => s.Country == country ? 0 : 1).ThenBy(s => s.Order).ThenBy(s => s.Code).ThenBy(s => s.Id)
            .ToListAsync(ct);

        /// <summary>Rates in force, whether doubted or not.</summary>
        public IQueryable<ExchangeRate> RatesInForce(string country) => db.ExchangeRates.AsNoTracking()
            .Where(r => (r.Country == country || r.Country == Workspace.Shared) && r.EndedAt == null);

        /// <summary>All rates a country converts by: none that waits for a person.</summary>
        public async Task<RateBook> RateBookAsync(string country, CancellationToken ct) =>
            new(await db.RateSourcesAsync(country, ct), await db.UsableQuotesAsync(country, ct));

        public async Task<List<RateQuote>> UsableQuotesAsync(string country, CancellationToken ct)
        {
            var sources = (await db.RateSourcesAsync(country, ct)).ToDictionary(s => s.Id);
            var rates = await db.RatesInForce(country).Where(r => r.Doubt == null || r.AcceptedAt != null).ToListAsync(ct);
            return [.. rates.Where(r => sources.ContainsKey(r.SourceId)).Select(r => new RateQuote(sources[r.SourceId], r.Currency, r.Period, r.Units))];
        }
    }
}
