using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>A value in a list, with its indicator's code and card.</summary>
public sealed record ListedValue(SeriesPoint Point, string Code, IndicatorDefinition Card)
{
    public Wording Name => Card.Name;

    public Guid? CustodianId => Card.CustodianId;
}

/// <summary>Evidence without its bytes.</summary>
public sealed record ListedEvidence(Guid Id, string Title, Texts.FileKind Kind, int Length, Guid AddedBy, DateTimeOffset AddedAt);

/// <summary>What more than one page reads of values at work. Row-level security decides what is found.</summary>
public static class ValueQueries
{
    private const int MostListed = 500;

    extension(AppDb db)
    {
        public DbSet<ValueEvidence> ValueEvidence => db.Set<ValueEvidence>();

        public DbSet<RivalValue> RivalValues => db.Set<RivalValue>();

        /// <summary>Values at work in a country, oldest first; bounded, because an import may submit thousands at once.</summary>
        public async Task<List<ListedValue>> WaitingValuesAsync(string country, CancellationToken ct) => (await (
            from point in db.SeriesPoints.AsNoTracking()
            join indicator in db.Indicators on point.IndicatorId equals indicator.Id
            join card in db.IndicatorDefinitions on point.IndicatorId equals card.IndicatorId
            where point.Country == country && card.ReplacedAt == null
                && (point.State == PointState.Entered || point.State == PointState.Submitted || point.State == PointState.Returned || point.State == PointState.Verified)
            orderby point.EnteredAt, point.Id
            select new { point, indicator.Code, card }).Take(MostListed).ToListAsync(ct))
            .ConvertAll(r => new ListedValue(r.point, r.Code, r.card));

        /// <summary>Published figures that were corrected or retracted, the latest change first.</summary>
        public async Task<List<ListedValue>> RevisedValuesAsync(string country, CancellationToken ct) => (await (
            from point in db.SeriesPoints.AsNoTracking()
            join indicator in db.Indicators on point.IndicatorId equals indicator.Id
            join card in db.IndicatorDefinitions on point.IndicatorId equals card.IndicatorId
            where point.Country == country && card.ReplacedAt == null && (point.State == PointState.Corrected || point.State == PointState.Retracted)
            orderby point.EndedAt descending, point.Id
            select new { point, indicator.Code, card }).Take(MostListed).ToListAsync(ct))
            .ConvertAll(r => new ListedValue(r.point, r.Code, r.card));

        /// <summary>All versions of one value: the same period, area and part, the newest first.</summary>
        public Task<List<SeriesPoint>> VersionsOfAsync(SeriesPoint point, CancellationToken ct) => db.SeriesPoints.AsNoTracking()
            .Where(p => p.IndicatorId == point.IndicatorId && p.Area == point.Area && p.Dimensions == point.Dimensions
                && p.UntilDay == point.UntilDay && p.FromDay == point.FromDay && p.PublishedAt != null)
            .OrderByDescending(p => p.PublishedAt).ToListAsync(ct);

        public Task<List<ListedEvidence>> EvidenceOfValueAsync(Guid point, CancellationToken ct) => db.ValueEvidence.AsNoTracking()
            .Where(e => e.PointId == point).OrderBy(e => e.AddedAt).ThenBy(e => e.Id)
            .Select(e => new ListedEvidence(e.Id, e.Title, e.Kind, e.Length, e.AddedBy, e.AddedAt)).ToListAsync(ct);

        public Task<List<RivalValue>> WaitingRivalsAsync(Guid point, CancellationToken ct) => db.RivalValues
            .Where(r => r.PointId == point && r.Standing == RivalStanding.Waiting).OrderBy(r => r.EnteredAt).ToListAsync(ct);

        /// <summary>Whether this person changed the figures after somebody else entered them.</summary>
        public Task<bool> HadAHandAsync(Guid point, Guid person, CancellationToken ct) =>
            db.Set<ValueAuthor>().AnyAsync(a => a.PointId == point && a.PersonId == person, ct);

        public Task<Dictionary<Guid, string>> PersonNamesAsync(IEnumerable<Guid> people, CancellationToken ct) =>
            db.Users.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);

        /// <summary>
        /// What this reader sees of values at work: nobody but those who work on them, and a focal point only those of the
        /// institutions they speak for, and their own (domain handbook §0.4: never other institutions' drafts).
        /// </summary>
        public async Task<Func<SeriesPoint, Guid?, bool>> SeenByAsync(CurrentReader current, DateOnly today, CancellationToken ct)
        {
            var (reader, country) = (current.Reader, current.Workspace!.Code);
            var isWorking = current.May(BenchmarksRoom.Working);
            var mine = reader.SpeaksForOwnOnly(country) ? await db.InstitutionsOfAsync(reader.Id, country, today, ct) : null;
            return (point, custodian) => point.PublishedAt is not null
                || (isWorking && (mine is null || point.EnteredBy == reader.Id || (custodian is { } id && mine.Contains(id))));
        }

        /// <summary>Why this reader may not enter values of an indicator; null when they may.</summary>
        public Task<Func<DefinedIndicator, Refusal?>> MayEnterAsync(CurrentReader current, DateOnly today, CancellationToken ct) =>
            db.MayEnterAsync(current.Reader, current.Workspace!.Code, today, ct);

        public async Task<Func<DefinedIndicator, Refusal?>> MayEnterAsync(Reader reader, string country, DateOnly today, CancellationToken ct)
        {
            var mine = reader.SpeaksForOwnOnly(country) ? await db.InstitutionsOfAsync(reader.Id, country, today, ct) : null;
            return indicator => mine is not null && !(indicator.Definition.CustodianId is { } custodian && mine.Contains(custodian))
                ? new Refusal("values.not-yours", indicator.Indicator.Code)
                : indicator.Indicator.State is IndicatorState.Proposed or IndicatorState.Retired
                    ? new Refusal("values.not-measured", indicator.Indicator.Code)
                    : null;
        }
    }
}
