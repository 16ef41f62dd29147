using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>What is owed in a country, for the calendar, the queue, the overview and the feed. Row-level security decides what is found.</summary>
public static class DutyQueries
{
    extension(AppDb db)
    {
        public DbSet<CalendarFeed> CalendarFeeds => db.Set<CalendarFeed>();

        /// <summary>Every duty of the country, the oldest day first.</summary>
        public async Task<List<Duty>> DutiesAsync(string country, DateOnly today, CancellationToken ct)
        {
            var indicators = await db.DefinedIndicatorsAsync(country, ct);
            var ends = await db.LastHandedInAsync(country, ct);
            var owed = indicators
                .Where(i => i.Indicator.State is IndicatorState.Agreed or IndicatorState.Baselined or IndicatorState.Active)
                .SelectMany(i => Owed(i, ends, today)).ToList();
            var drafts = await db.DraftsAsync(country, owed, ct);
            return [.. owed
                .Select(d => d with { DraftId = drafts[(d.IndicatorId, d.Period)].Select(id => (Guid?)id).FirstOrDefault() })
                .OrderBy(d => d.DueOn).ThenBy(d => d.Code, StringComparer.Ordinal)];
        }

        /// <summary>
        /// Those of one reader: a focal point's are those of the institutions they speak for; who works on all indicators sees all.
        /// </summary>
        public async Task<List<Duty>> DutiesOfAsync(Reader reader, string country, DateOnly today, CancellationToken ct)
        {
            var duties = await db.DutiesAsync(country, today, ct);
            if (!reader.SpeaksForOwnOnly(country)) return duties;

            var mine = await db.InstitutionsOfAsync(reader.Id, country, today, ct);
            return [.. duties.Where(d => d.CustodianId is { } custodian && mine.Contains(custodian))];
        }

        /// <summary>Names of those who speak for each institution today.</summary>
        public async Task<ILookup<Guid, string>> FocalPointNamesAsync(string country, DateOnly today, CancellationToken ct) => (await (
            from point in db.FocalPoints.AsNoTracking()
            join person in db.Users on point.PersonId equals person.Id
            where point.Country == country && point.FromDay <= today && (point.UntilDay == null || point.UntilDay >= today)
            orderby person.Name
            select new { point.InstitutionId, person.Name }).ToListAsync(ct)).ToLookup(p => p.InstitutionId, p => p.Name);

        // Only of the periods that are owed: an import may have left values of many years to be submitted.
        private async Task<ILookup<(Guid, Period), Guid>> DraftsAsync(string country, List<Duty> owed, CancellationToken ct)
        {
            var (from, until) = owed.Count == 0 ? default : (owed.Min(d => d.Period.Until), owed.Max(d => d.Period.Until));
            var drafts = await db.SeriesPoints.AsNoTracking()
                .Where(p => p.Country == country && (p.State == PointState.Entered || p.State == PointState.Returned) && p.Area == "" && p.Dimensions == ""
                    && p.UntilDay >= from && p.UntilDay <= until)
                .Select(p => new { p.Id, p.IndicatorId, p.FromDay, p.UntilDay, p.Precision })
                .ToListAsync(ct);
            return drafts.ToLookup(p => (p.IndicatorId, new Period(p.FromDay, p.UntilDay, p.Precision)), p => p.Id);
        }

        // Handed in is what lies with others: submitted, verified, published. A draft is still owed.
        private async Task<Dictionary<Guid, DateOnly>> LastHandedInAsync(string country, CancellationToken ct)
        {
            var points = db.SeriesPoints.AsNoTracking();
            var found = await db.Indicators.AsNoTracking().Where(i => i.Country == country).Select(i => new
            {
                i.Id,
                // Looked up at the end of each indicator's index; grouping all values there are read 35,500 to find 500.
                Last = points
                    .Where(p => p.Country == country && p.IndicatorId == i.Id && p.Area == "" && p.Dimensions == ""
                        && (p.State == PointState.Submitted || p.State == PointState.Verified || p.State == PointState.Published))
                    .OrderByDescending(p => p.UntilDay).Select(p => (DateOnly?)p.UntilDay).FirstOrDefault(),
            }).ToListAsync(ct);
            return found.Where(i => i.Last is not null).ToDictionary(i => i.Id, i => i.Last!.Value);
        }
    }

    private static IEnumerable<Duty> Owed(DefinedIndicator indicator, Dictionary<Guid, DateOnly> ends, DateOnly today)
    {
        var (thing, card) = (indicator.Indicator, indicator.Definition);
        DateOnly? last = ends.TryGetValue(thing.Id, out var end) ? end : null;
        return ReportingPeriods.Owed(card.FrequencyMonths, card.LagDays, last, DateOnly.FromDateTime(card.ValidFrom.UtcDateTime), today)
            .Select(o => new Duty(thing.Id, thing.Code, card.Name, thing.Classification, card.Custodian, card.CustodianId, o.Period, o.DueOn, o.Status));
    }
}
