using Cornerstone.Published;
using Cornerstone.Ui.Overview;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Portal;

/// <summary>A thing as everybody reads it now: its line in the newest edition that has it.</summary>
public sealed record CurrentSubject(Subject Subject, Edition Edition);

/// <summary>What the public pages read of the published store.</summary>
internal static class PortalQueries
{
    extension(PublishedDb store)
    {
        public IQueryable<Edition> EditionsOf(string country) => store.Set<Edition>().Where(e => e.Country == country).OrderByDescending(e => e.Number);

        /// <summary>Changes whenever anything of the country's does; null where nothing was ever published.</summary>
        public async Task<string?> StampAsync(string country, CancellationToken ct)
        {
            var last = await store.EditionsOf(country).Select(e => new { e.Number, e.Hash }).FirstOrDefaultAsync(ct);
            // One whose day comes may be older than the newest.
            var open = await store.EditionsOf(country).CountAsync(ct);
            var withdrawn = await store.Set<Subject>().Where(s => s.Country == country && s.WithdrawnAt != null).Select(s => s.WithdrawnAt).MaxAsync(ct);
            return last is null ? null : FormattableString.Invariant($"{last.Number} {last.Hash} {open} {withdrawn?.Ticks}");
        }

        /// <summary>Everything that is public now.</summary>
        public async Task<IReadOnlyList<CurrentSubject>> CurrentAsync(string country, SubjectKind kind, CancellationToken ct) => [.. (await (
                from subject in store.Set<Subject>()
                join edition in store.Set<Edition>() on subject.EditionId equals edition.Id
                where subject.Country == country && subject.Kind == kind && subject.WithdrawnAt == null
                orderby edition.Number descending
                select new { subject, edition }).ToListAsync(ct))
            .DistinctBy(s => s.subject.Key)
            .OrderBy(s => s.subject.Key, StringComparer.Ordinal)
            .Select(s => new CurrentSubject(s.subject, s.edition))];

        /// <summary>Every line of one thing, newest edition first; withdrawn ones are tombstones.</summary>
        public async Task<IReadOnlyList<CurrentSubject>> LinesOfAsync(string country, SubjectKind kind, string key, CancellationToken ct) => [.. (await (
                from subject in store.Set<Subject>()
                join edition in store.Set<Edition>() on subject.EditionId equals edition.Id
                where subject.Country == country && subject.Kind == kind && subject.Key == key
                orderby edition.Number descending
                select new { subject, edition }).ToListAsync(ct))
            .Select(s => new CurrentSubject(s.subject, s.edition))];

        /// <summary>The aims of a published plan, in its order.</summary>
        public Task<List<PublishedPlanNode>> PlanAsync(CurrentSubject plan, CancellationToken ct) => store.Set<PublishedPlanNode>()
            .Where(n => n.EditionId == plan.Edition.Id && n.Key == plan.Subject.Key).OrderBy(n => n.Position).ToListAsync(ct);

        /// <summary>Indicators with their rows; <paramref name="totals"/> for the values of the whole country alone.</summary>
        public async Task<IReadOnlyList<PublicIndicator>> IndicatorsAsync(IReadOnlyList<CurrentSubject> subjects, bool totals, CancellationToken ct)
        {
            var editions = subjects.Select(s => s.Edition.Id).Distinct().ToList();
            var keys = subjects.Select(s => s.Subject.Key).ToList();
            var cards = (await store.Set<PublishedIndicator>().Where(i => editions.Contains(i.EditionId) && keys.Contains(i.Key)).ToListAsync(ct)).ToDictionary(i => (i.EditionId, i.Key));
            var values = (await store.Set<PublishedValue>()
                .Where(v => editions.Contains(v.EditionId) && keys.Contains(v.Key) && (!totals || (v.Area == "" && v.Part == "")))
                .OrderBy(v => v.Position).ToListAsync(ct)).ToLookup(v => (v.EditionId, v.Key));
            var targets = (await store.Set<PublishedTarget>().Where(t => editions.Contains(t.EditionId) && keys.Contains(t.Key))
                .OrderBy(t => t.OnDay).ThenBy(t => t.Position).ToListAsync(ct)).ToLookup(t => (t.EditionId, t.Key));
            return [.. subjects.Select(s => (s, Place: (s.Edition.Id, s.Subject.Key))).Where(s => cards.ContainsKey(s.Place))
                .Select(s => new PublicIndicator(s.s.Edition, cards[s.Place], [.. values[s.Place]], [.. targets[s.Place]]))];
        }
    }
}

/// <summary>Answers the first page: which countries have public pages.</summary>
internal sealed class PublicCountries(PublishedDb store) : IPublicPages
{
    public async Task<IReadOnlyList<PublicCountry>> CountriesAsync(CancellationToken ct) =>
        [.. (await store.Set<Edition>().OrderByDescending(e => e.Number).ToListAsync(ct))
            .DistinctBy(e => e.Country)
            .OrderBy(e => e.Country, StringComparer.Ordinal)
            .Select(e => new PublicCountry(e.CountryNames, $"/{e.Country.ToLowerInvariant()}/public", e.Number, e.AsOf))];
}
