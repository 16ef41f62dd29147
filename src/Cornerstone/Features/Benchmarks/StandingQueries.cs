using Cornerstone.Data;
using Cornerstone.Features.Regions;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Benchmarks;

/// <summary>How the indicators of a country stand. Three or four small reads, whatever the number of values by area and part.</summary>
public static class StandingQueries
{
    // The latest value, and the one before to see a counted figure fall.
    private const int Compared = 2;

    extension(AppDb db)
    {
        /// <summary>
        /// Every indicator in use with its light on a day. <paramref name="working"/>: values before they are published too, for those who may see them.
        /// </summary>
        public async Task<List<IndicatorStanding>> StandingsAsync(string country, DateOnly on, bool working, CancellationToken ct)
        {
            var framework = await db.FrameworkAsync(country, ct);
            var defined = (await db.DefinedIndicatorsAsync(country, ct)).FindAll(d => d.Indicator.State != IndicatorState.Retired);
            var targets = await db.TargetsAsync(country, ct);
            var values = await db.LatestValuesAsync(country, defined, on, working, ct);
            return defined.ConvertAll(d =>
            {
                var latest = values[d.Indicator.Id].ToList();
                return IndicatorStanding.Of(d, [.. targets[d.Indicator.Id]], latest.FirstOrDefault(), latest.Skip(1).FirstOrDefault(), on, framework);
            });
        }

        /// <summary>One indicator's light; the same arithmetic as for all.</summary>
        public async Task<IndicatorStanding> StandingAsync(DefinedIndicator defined, DateOnly on, bool working, CancellationToken ct)
        {
            var country = defined.Indicator.Country;
            var latest = (await db.LatestValuesAsync(country, [defined], on, working, ct))[defined.Indicator.Id].ToList();
            return IndicatorStanding.Of(
                defined, await db.TargetsOfAsync(defined.Indicator.Id, ct), latest.FirstOrDefault(), latest.Skip(1).FirstOrDefault(), on, await db.FrameworkAsync(country, ct));
        }

        /// <summary>The latest known values of the whole country, newest first; where none was entered, combined from first-level regions.</summary>
        public async Task<ILookup<Guid, HeadlineValue>> LatestValuesAsync(
            string country, IReadOnlyList<DefinedIndicator> defined, DateOnly on, bool working, CancellationToken ct)
        {
            var only = defined.Count == 1 ? defined[0].Indicator.Id : (Guid?)null;
            var totals = await db.Indicators.Where(i => i.Country == country && (only == null || i.Id == only))
                .SelectMany(i => db.PointsFor(working)
                    // No weight is below zero. Said here, it ties the inner read to the outer row, so that the database looks up the last few values of each
                    // indicator in the index; without it, all values there are would be read and numbered: 35,500 to find 1,500.
                    .Where(p => i.Weight >= 0 && p.IndicatorId == i.Id && p.Country == country && p.Area == "" && p.Dimensions == "" && p.UntilDay <= on && p.ValueState == FigureState.Known)
                    .OrderByDescending(p => p.UntilDay).ThenBy(p => p.FromDay).ThenBy(p => p.State == PointState.Published)
                    .Take(Compared + 1))
                // A value has thirty columns and its light needs a dozen.
                .Select(p => new HeadlineValue(
                    p.Id,
                    p.IndicatorId,
                    new Period(p.FromDay, p.UntilDay, p.Precision),
                    Figure.Of(p.ValueState, p.ValueLow, p.ValueHigh, p.ValueApproximate),
                    p.Numerator,
                    p.Denominator,
                    p.State,
                    SeriesPoint.ScoreOf(p.Quality),
                    p.Source))
                .ToListAsync(ct);
            var found = totals.GroupBy(p => p.IndicatorId).ToDictionary(g => g.Key, g => g
                .DistinctBy(v => (v.Period.Until, v.Period.From)).Take(Compared).ToList());
            foreach (var value in await db.RolledUpAsync(country, defined.Where(d => !found.ContainsKey(d.Indicator.Id)).ToList(), on, working, ct))
            {
                found[value.IndicatorId] = [value];
            }

            return found.SelectMany(f => f.Value).ToLookup(v => v.IndicatorId);
        }

        private async Task<IEnumerable<HeadlineValue>> RolledUpAsync(
            string country, List<DefinedIndicator> untold, DateOnly on, bool working, CancellationToken ct)
        {
            var cards = untold.Where(d => RollUp.Refuse(d.Definition, RollUpAxis.Areas, d.Definition.OverAreas) is null)
                .ToDictionary(d => d.Indicator.Id, d => d.Definition);
            if (cards.Count == 0)
            {
                return [];
            }

            var (ids, regions) = (cards.Keys.ToList(), (await db.RegionsAsync(country, ct)).Where(r => r.Level == 1).Select(r => r.Code).ToHashSet());
            var points = db.PointsFor(working).Where(p => ids.Contains(p.IndicatorId) && p.Dimensions == "" && p.Area != "" && p.UntilDay <= on);
            var last = points.GroupBy(p => p.IndicatorId).Select(g => new { g.Key, Day = g.Max(p => p.UntilDay) });
            var latest = await points.Join(last, p => new { Key = p.IndicatorId, Day = p.UntilDay }, l => l, (p, _) => p).ToListAsync(ct);
            return latest.Where(p => regions.Contains(p.Area))
                .GroupBy(p => p.IndicatorId)
                .Select(g => HeadlineValue.FromAreas(cards[g.Key], [.. g.OrderBy(p => p.State == PointState.Published).DistinctBy(p => p.Area)]))
                .OfType<HeadlineValue>();
        }
    }
}
