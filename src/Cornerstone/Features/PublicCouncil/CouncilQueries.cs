using Cornerstone.Features.Portal;
using Cornerstone.Published;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PublicCouncil;

/// <summary>What these pages read of the published store: each table as it stands in the newest edition that has it.</summary>
internal static class CouncilQueries
{
    extension(PublishedDb store)
    {
        public async Task<PublicTable<PublishedBenchmark>?> BenchmarksAsync(string country, CancellationToken ct) =>
            await store.TableAsync<PublishedBenchmark>(country, SubjectKind.Benchmarks, ct);

        public async Task<PublicTable<PublishedCommitment>?> CommitmentsAsync(string country, CancellationToken ct) =>
            await store.TableAsync<PublishedCommitment>(country, SubjectKind.Commitments, ct);

        private async Task<PublicTable<T>?> TableAsync<T>(string country, SubjectKind kind, CancellationToken ct)
            where T : PublishedRow => await store.CurrentAsync(country, kind, ct) is [var newest, ..]
                ? new(newest.Edition, await store.Set<T>().Where(r => r.EditionId == newest.Edition.Id && r.Key == newest.Subject.Key).OrderBy(r => r.Position).ToListAsync(ct))
                : null;
    }
}

/// <summary>The rows of a table with the edition they belong to.</summary>
public sealed record PublicTable<T>(Edition Edition, IReadOnlyList<T> Rows);
