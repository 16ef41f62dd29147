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

        /// <summary>Whose duties an address shows; null when nobody's, or no longer.</summary>
        public async Task<SeenFeed?> SeeFeedAsync(string token, DateTimeOffset now, CancellationToken ct)
        {
            var hash = CalendarFeed.HashOf(token);
            var seen = await db.Database.SqlQuery<SeenFeed>($"select person_id as \"PersonId\", country as \"Country\", language as \"Language\", proof as \"Proof\" from access.calendar_feed_seen({hash}, {now})").ToListAsync(ct);
            return seen.SingleOrDefault();
        }

        /// <summary>Every duty of the country, the oldest day first.</summary>
        public async Task<List<Duty>> DutiesAsync(string country, DateOnly today, CancellationToken ct)
        {
            var owed = (await db.FollowedIndicatorsAsync(country, ct)).SelectMany(i => i.Owed(today)).ToList();
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
        private Task<List<FollowedIndicator>> FollowedIndicatorsAsync(string country, CancellationToken ct)
        {
            var points = db.SeriesPoints.AsNoTracking();
            return (
                from indicator in db.Indicators.AsNoTracking()
                join card in db.IndicatorDefinitions.AsNoTracking() on indicator.Id equals card.IndicatorId
                where indicator.Country == country && card.Country == country && card.ReplacedAt == null
                    && (indicator.State == IndicatorState.Agreed || indicator.State == IndicatorState.Baselined || indicator.State == IndicatorState.Active)
                select new FollowedIndicator(
                    indicator.Id, indicator.Code, card.Name, indicator.Classification, card.Custodian, card.CustodianId, card.Frequency, card.LagDays, card.ValidFrom,
                    // Looked up at the end of each indicator's index; grouping all values there are read 35,500 to find 500.
                    points
                        .Where(p => p.Country == country && p.IndicatorId == indicator.Id && p.Area == "" && p.Dimensions == ""
                            && (p.State == PointState.Submitted || p.State == PointState.Verified || p.State == PointState.Published))
                        .OrderByDescending(p => p.UntilDay).Select(p => (DateOnly?)p.UntilDay).FirstOrDefault())).ToListAsync(ct);
        }
    }

    /// <summary>What the calendar needs to know of an indicator, and the last day of what was handed in.</summary>
    private sealed record FollowedIndicator(
        Guid Id, string Code, Wording Name, Classification Classification, string Custodian, Guid? CustodianId, Frequency Frequency, int LagDays, DateTimeOffset ValidFrom, DateOnly? Last)
    {
        public IEnumerable<Duty> Owed(DateOnly today) => ReportingPeriods.Owed(IndicatorDefinition.MonthsOf(Frequency), LagDays, Last, DateOnly.FromDateTime(ValidFrom.UtcDateTime), today)
            .Select(o => new Duty(Id, Code, Name, Classification, Custodian, CustodianId, o.Period, o.DueOn, o.Status));
    }
}
