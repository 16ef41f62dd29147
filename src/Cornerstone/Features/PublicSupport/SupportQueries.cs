using Cornerstone.Features.Portal;
using Cornerstone.Published;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PublicSupport;

/// <summary>A published activity in its edition.</summary>
public sealed record PublicActivity(Edition Edition, PublishedActivity Activity, IReadOnlyList<PublishedLine> Lines);

/// <summary>What the public pages of support read of the published store.</summary>
internal static class SupportQueries
{
    extension(PublishedDb store)
    {
        /// <summary>Each activity as it stands in its newest edition, in the order of its names.</summary>
        public async Task<IReadOnlyList<PublicActivity>> SupportAsync(string country, bool lines, CancellationToken ct) =>
            await store.SupportAsync(await store.CurrentAsync(country, SubjectKind.Support, ct), lines, ct);

        public async Task<IReadOnlyList<PublicActivity>> SupportAsync(IReadOnlyList<CurrentSubject> subjects, bool lines, CancellationToken ct)
        {
            var found = new List<PublicActivity>();
            foreach (var edition in subjects.GroupBy(s => s.Edition))
            {
                var keys = edition.Select(s => s.Subject.Key).ToList();
                var told = lines
                    ? (await store.Set<PublishedLine>().Where(l => l.EditionId == edition.Key.Id && keys.Contains(l.Key)).OrderBy(l => l.Position).ToListAsync(ct)).ToLookup(l => l.Key)
                    : null;
                found.AddRange((await store.Set<PublishedActivity>().Where(a => a.EditionId == edition.Key.Id && keys.Contains(a.Key)).ToListAsync(ct))
                    .Select(a => new PublicActivity(edition.Key, a, [.. told?[a.Key] ?? []])));
            }

            return [.. found.OrderBy(f => f.Activity.Key, StringComparer.Ordinal)];
        }

        /// <summary>By which name the activities of some identifiers are read.</summary>
        public async Task<Dictionary<string, string>> KeysAsync(string country, IEnumerable<string> identifiers, CancellationToken ct)
        {
            var sought = identifiers.Distinct().ToList();
            return (await store.Set<PublishedActivity>().Where(a => a.Country == country && sought.Contains(a.Identifier)).Select(a => new { a.Identifier, a.Key }).Distinct().ToListAsync(ct))
                .OrderBy(a => a.Key, StringComparer.Ordinal).DistinctBy(a => a.Identifier).ToDictionary(a => a.Identifier, a => a.Key);
        }
    }
}
