using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Indicators;

/// <summary>One indicator's values, as its page shows them.</summary>
internal static class SeriesQueries
{
    /// <summary>Enough for half a lifetime of months; older values are in the export.</summary>
    private const int MostShown = 480;

    // Small charts show a course, not an archive.
    private const int YearsOfParts = 6;
    private const int MostParts = 2_500;

    extension(AppDb db)
    {
        /// <summary>Values of the whole country, in order of time; of a value and its correction the one the reader works with.</summary>
        public async Task<List<SeriesPoint>> TotalsOfAsync(Guid indicatorId, bool working, CancellationToken ct) => [.. (await db.PointsFor(working)
                .Where(p => p.IndicatorId == indicatorId && p.Area == "" && p.Dimensions == "")
                .OrderByDescending(p => p.UntilDay).ThenBy(p => p.State == PointState.Published)
                .Take(MostShown)
                .ToListAsync(ct))
            .DistinctBy(p => p.Period).OrderBy(p => p.Period)];

        /// <summary>The parts of the latest period that has any: by area, by dimension, and crossed.</summary>
        public async Task<List<SeriesPoint>> LatestPartsOfAsync(Guid indicatorId, bool working, CancellationToken ct)
        {
            var parts = db.PointsFor(working).Where(p => p.IndicatorId == indicatorId && (p.Area != "" || p.Dimensions != ""));
            return await parts.MaxAsync(p => (DateOnly?)p.UntilDay, ct) is not { } last ? [] : [.. (await parts
                    .Where(p => p.UntilDay == last)
                    .OrderBy(p => p.Area).ThenBy(p => p.Dimensions).ThenBy(p => p.State == PointState.Published)
                    .ToListAsync(ct))
                .DistinctBy(p => (p.Area, p.Dimensions, p.FromDay))];
        }

        /// <summary>Values of single areas and single parts over the last years, for the small charts; of a value and its correction the correction.</summary>
        public async Task<List<PartValue>> PartsOverTimeAsync(Guid indicatorId, bool working, CancellationToken ct)
        {
            var parts = db.PointsFor(working).Where(p => p.IndicatorId == indicatorId
                && ((p.Area != "" && p.Dimensions == "") || (p.Area == "" && p.Dimensions != "" && !EF.Functions.Like(p.Dimensions, "%;%"))));
            if (await parts.MaxAsync(p => (DateOnly?)p.UntilDay, ct) is not { } last)
            {
                return [];
            }

            var since = last.AddYears(-YearsOfParts);
            return [.. (await parts.Where(p => p.UntilDay > since)
                    .OrderByDescending(p => p.UntilDay).ThenBy(p => p.State == PointState.Published)
                    .Take(MostParts).ToListAsync(ct))
                .DistinctBy(p => (p.Area, p.Dimensions, p.FromDay, p.UntilDay))
                .Select(p => new PartValue(p.Area, p.Dimensions, p.Period, p.Value))];
        }

        /// <summary>Every card an indicator has had, the one in force first.</summary>
        public Task<List<IndicatorDefinition>> CardsOfAsync(Guid indicatorId, CancellationToken ct) => db.IndicatorDefinitions.AsNoTracking()
            .Where(d => d.IndicatorId == indicatorId).OrderByDescending(d => d.Number).ToListAsync(ct);

        /// <summary>History of the indicator, its cards and its targets, newest first.</summary>
        public async Task<List<HistoryLine>> HistoryOfIndicatorAsync(Guid indicatorId, CancellationToken ct)
        {
            var lines = await db.HistoryOfAsync(indicatorId, ct);
            var parts = await db.IndicatorDefinitions.Where(d => d.IndicatorId == indicatorId).Select(d => d.Id)
                .Concat(db.IndicatorTargets.Where(t => t.IndicatorId == indicatorId).Select(t => t.Id)).ToListAsync(ct);
            foreach (var part in parts)
            {
                lines.AddRange(await db.HistoryOfAsync(part, ct));
            }

            return [.. lines.OrderByDescending(l => l.At)];
        }

        /// <summary>History of all that was ever set or withdrawn, newest first.</summary>
        public async Task<List<HistoryLine>> HistoryOfTargetsAsync(Guid indicatorId, CancellationToken ct)
        {
            var lines = new List<HistoryLine>();
            foreach (var target in await db.IndicatorTargets.Where(t => t.IndicatorId == indicatorId).Select(t => t.Id).ToListAsync(ct))
            {
                lines.AddRange(await db.HistoryOfAsync(target, ct));
            }

            return [.. lines.OrderByDescending(l => l.At)];
        }

        /// <summary>The newest values with their parts, for the export of a whole series.</summary>
        public Task<List<SeriesPoint>> SeriesOfAsync(Guid indicatorId, bool working, int most, CancellationToken ct) => db.PointsFor(working)
            .Where(p => p.IndicatorId == indicatorId)
            .OrderByDescending(p => p.UntilDay).ThenBy(p => p.Area).ThenBy(p => p.Dimensions)
            .Take(most).ToListAsync(ct);
    }
}
