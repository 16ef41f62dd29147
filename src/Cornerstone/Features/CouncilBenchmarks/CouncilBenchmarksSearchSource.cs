using Cornerstone.Data;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>Benchmarks in the global search, by code, wording and assessor.</summary>
public sealed class CouncilBenchmarksSearchSource(AppDb db) : ISearchSource
{
    private const int Most = 10;

    public string Label => "Council benchmarks";

    public string? Needs => CouncilBenchmarksRoom.Read;

    // A country has a dozen benchmarks: they are read and looked through, in every language they are written in.
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct) =>
        [.. (await db.JudgedBenchmarksAsync(country, ct))
            .Select(j => j.Benchmark)
            .Where(b => b.Words.Texts.Values.Append(b.Code).Append(b.Assessor).Any(t => t.Contains(query.Trim(), StringComparison.OrdinalIgnoreCase)))
            .Take(Most)
            .Select(b => new SearchHit($"{b.Code} {b.Words.In(Languages.Languages.Current.Code)}", $"/{country.ToLowerInvariant()}/council-benchmarks/{b.Id}", b.Assessor))];
}
