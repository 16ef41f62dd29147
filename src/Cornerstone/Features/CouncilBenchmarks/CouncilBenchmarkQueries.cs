using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>What more than one page reads of Council benchmarks. Row-level security decides what is found.</summary>
public static class CouncilBenchmarkQueries
{
    extension(AppDb db)
    {
        public DbSet<CouncilBenchmark> CouncilBenchmarks => db.Set<CouncilBenchmark>();

        public DbSet<CouncilJudgement> CouncilJudgements => db.Set<CouncilJudgement>();

        public DbSet<CouncilObstacle> CouncilObstacles => db.Set<CouncilObstacle>();

        /// <summary>Benchmarks with the judgements that stand and the obstacles that do, by code.</summary>
        public async Task<List<JudgedBenchmark>> JudgedBenchmarksAsync(string country, CancellationToken ct)
        {
            var benchmarks = await db.CouncilBenchmarks.AsNoTracking().Where(b => b.Country == country).ToListAsync(ct);
            var judgements = (await db.CouncilJudgements.AsNoTracking()
                .Where(j => j.Country == country && j.ReplacedBy == null)
                .ToListAsync(ct)).ToLookup(j => j.BenchmarkId);
            var obstacles = (await db.CouncilObstacles.AsNoTracking()
                .Where(o => o.Country == country).OrderBy(o => o.Since).ThenBy(o => o.Id)
                .ToListAsync(ct)).ToLookup(o => o.BenchmarkId);
            return [.. benchmarks
                .OrderBy(b => b.Code, StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering))
                .Select(b => new JudgedBenchmark(b, [.. judgements[b.Id].OrderBy(j => j.Period).ThenBy(j => j.Party)], [.. obstacles[b.Id]]))];
        }

        /// <summary>Who judged, by id.</summary>
        public Task<Dictionary<Guid, string>> AssessorNamesAsync(IEnumerable<Guid> people, CancellationToken ct) =>
            db.Users.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }
}

/// <summary>A benchmark with what is known of it: standing judgements by period, obstacles by day.</summary>
public sealed record JudgedBenchmark(CouncilBenchmark Benchmark, IReadOnlyList<CouncilJudgement> Judgements, IReadOnlyList<CouncilObstacle> Obstacles)
{
    /// <summary>Periods in which anybody was judged, the latest first.</summary>
    public IReadOnlyList<Period> Periods => [.. Judgements.Select(j => j.Period).Distinct().OrderDescending()];

    public CouncilJudgement? Of(JudgedParty party, Period period) => Judgements.SingleOrDefault(j => j.Party == party && j.Period == period);

    /// <summary>The latest judgement of a party.</summary>
    public CouncilJudgement? Latest(JudgedParty party) => Judgements.Where(j => j.Party == party).MaxBy(j => j.Period);
}
