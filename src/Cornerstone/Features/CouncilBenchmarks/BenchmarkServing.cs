using Cornerstone.Data;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>Benchmarks beside the paragraph that sets them.</summary>
public sealed class BenchmarkServing(AppDb db, Text T) : IServing
{
    public string RecordType => nameof(CouncilBenchmark);

    public string Label => "Council benchmark";

    public string Needs => CouncilBenchmarksRoom.Read;

    // The paragraph of a benchmark is part of its own form.
    public async Task<IReadOnlyList<ServingRecord>> FindAsync(string country, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.CouncilBenchmarks.AsNoTracking().Where(b => b.Country == country && ids.Contains(b.Id)).OrderBy(b => b.Code).ToListAsync(ct)).Select(b =>
            new ServingRecord(b.Id, T["{0} {1}", b.Code, b.Words.In(T.Language.Code)], $"/{country.ToLowerInvariant()}/council-benchmarks/{b.Id}", b.Classification, b.Compartment, MayLink: false)
            {
                Language = b.Words.LanguageIn(T.Language.Code),
                Status = T.Of(b.State),
                Tone = CouncilBenchmarkWords.ToneOf(b.State),
            })];
}
