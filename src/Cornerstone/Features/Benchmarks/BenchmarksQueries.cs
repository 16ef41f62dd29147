using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Benchmarks;

/// <summary>An indicator with the card in force.</summary>
public sealed record DefinedIndicator(Indicator Indicator, IndicatorDefinition Definition);

/// <summary>What more than one page, or another room, reads of indicators. Row-level security decides what is found.</summary>
public static class BenchmarksQueries
{
    extension(AppDb db)
    {
        public DbSet<Indicator> Indicators => db.Set<Indicator>();

        public DbSet<IndicatorDefinition> IndicatorDefinitions => db.Set<IndicatorDefinition>();

        public DbSet<IndicatorTarget> IndicatorTargets => db.Set<IndicatorTarget>();

        public DbSet<SeriesPoint> SeriesPoints => db.Set<SeriesPoint>();

        public DbSet<SeriesImport> SeriesImports => db.Set<SeriesImport>();

        public DbSet<OwnDimension> OwnDimensions => db.Set<OwnDimension>();

        public DbSet<Framework> Frameworks => db.Set<Framework>();

        /// <summary>Thresholds of a country: its own, else the defaults.</summary>
        public async Task<Framework> FrameworkAsync(string country, CancellationToken ct) =>
            await db.Frameworks.AsNoTracking().SingleOrDefaultAsync(f => f.Country == country, ct) ?? Framework.DefaultOf(country);

        /// <summary>Indicators of a country with their cards, by code.</summary>
        public async Task<List<DefinedIndicator>> DefinedIndicatorsAsync(string country, CancellationToken ct) => (await (
            from indicator in db.Indicators.AsNoTracking()
            join card in db.IndicatorDefinitions.AsNoTracking() on indicator.Id equals card.IndicatorId
            where indicator.Country == country && card.Country == country && card.ReplacedAt == null
            orderby indicator.Code
            select new { indicator, card }).ToListAsync(ct)).ConvertAll(r => new DefinedIndicator(r.indicator, r.card));

        /// <summary>One indicator with its card; null when it is not there or not for this reader.</summary>
        public async Task<DefinedIndicator?> DefinedIndicatorAsync(string country, Guid id, CancellationToken ct) => (await (
            from indicator in db.Indicators
            join card in db.IndicatorDefinitions on indicator.Id equals card.IndicatorId
            where indicator.Id == id && indicator.Country == country && card.ReplacedAt == null
            select new { indicator, card }).ToListAsync(ct)).ConvertAll(r => new DefinedIndicator(r.indicator, r.card)).SingleOrDefault();

        /// <summary>Baselines, milestones and targets that hold, by indicator, in order of their days.</summary>
        public async Task<ILookup<Guid, IndicatorTarget>> TargetsAsync(string country, CancellationToken ct) => (await db.IndicatorTargets.AsNoTracking()
            .Where(t => t.Country == country && t.ReplacedAt == null)
            .OrderBy(t => t.OnDay).ThenBy(t => t.Kind)
            .ToListAsync(ct)).ToLookup(t => t.IndicatorId);

        public Task<List<IndicatorTarget>> TargetsOfAsync(Guid indicatorId, CancellationToken ct) => db.IndicatorTargets.AsNoTracking()
            .Where(t => t.IndicatorId == indicatorId && t.ReplacedAt == null)
            .OrderBy(t => t.OnDay).ThenBy(t => t.Kind)
            .ToListAsync(ct);

        /// <summary>
        /// Values a reader may use: those who work on them see the newest of each, whatever its state; others what is published.
        /// Where a correction waits beside the published value, workers see the correction.
        /// </summary>
        public IQueryable<SeriesPoint> PointsFor(bool working)
        {
            if (!working)
            {
                return db.SeriesPoints.AsNoTracking().Where(p => p.State == PointState.Published);
            }

            var live = db.SeriesPoints.AsNoTracking().Where(p => p.State != PointState.Corrected && p.State != PointState.Retracted);
            var (me, today, own) = (db.Reader.Id, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), db.Reader.Countries.Where(c => db.Reader.SpeaksForOwnOnly(c)).ToList());

            var (cards, mine) = (db.IndicatorDefinitions, db.FocalPoints);

            // A focal point never sees other institutions' drafts (domain handbook §0.4). For everybody else the question is not even asked.
            return own.Count == 0 ? live : live.Where(p => p.State == PointState.Published || !own.Contains(p.Country) || p.EnteredBy == me
                || cards.Any(d => d.IndicatorId == p.IndicatorId && d.ReplacedAt == null
                    && mine.Any(f => f.PersonId == me && f.InstitutionId == d.CustodianId && f.FromDay <= today && (f.UntilDay == null || f.UntilDay >= today))));
        }
    }

    /// <summary>A focal point and nothing more: their work is that of their own institutions (domain handbook §0.4).</summary>
    public static bool SpeaksForOwnOnly(this Reader reader, string country) =>
        reader.Memberships.Where(m => m.Country == country).ToList() is { Count: > 0 } held && held.TrueForAll(m => m.Role == Role.FocalPoint);
}
