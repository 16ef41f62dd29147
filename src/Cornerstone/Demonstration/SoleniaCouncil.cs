using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.CouncilBenchmarks;
using Cornerstone.Values;

namespace Cornerstone.Demonstration;

/// <summary>The six benchmarks of the report of April 2026, both parties judged for two periods: one met, one turned back.</summary>
internal static class SoleniaCouncil
{
    private const string Mandate = "/un/sc/res/9901/2025/";

    public static async Task AddAsync(AppDb db, string country, IReadOnlyDictionary<string, Indicator> indicators, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var institutions = await SoleniaInstitutions.IdsAsync(db, country, ct);
        var judged = SoleniaFile.Rows("judgements.csv").ToLookup(r => r["Code"]);
        foreach (var row in SoleniaFile.Rows("council.csv"))
        {
            var benchmark = new CouncilBenchmark
            {
                Country = country,
                Classification = Classification.Public,
                Code = row["Code"],
                Words = row.Names(),
                Kind = row["Code"] == "BM-F" ? BenchmarkKind.Contextual : BenchmarkKind.Core,
                Provision = Mandate + row["Provision"],
                IndicatorIds = [.. row.Codes("Indicators").Select(code => indicators[code].Id)],
                InstitutionIds = [institutions[row["Institution"]]],
                Assessor = "UNAMSOL and the National Secretariat, together",
                Due = new DateOnly(2027, 1, 22),
            };
            _ = benchmark.Agree(new DateOnly(2026, 4, 20), "S/2026/9904, paragraph 19", DateOnly.FromDateTime(now.UtcDateTime));
            db.Add(benchmark);
            db.AddRange(judged[benchmark.Code].SelectMany(j => Judgements(j, benchmark, person)));
            db.AddRange(judged[benchmark.Code].Where(j => j.Maybe("Obstacle") is not null).Select(j => Obstacle(j, benchmark)));
            benchmark.Assess();
            db.ProvisionsServed.Add(Served(benchmark));
        }

        await db.SaveAsync(new Act("demonstration.benchmarks", country, now), ct);
    }

    private static IEnumerable<CouncilJudgement> Judgements(SoleniaRow row, CouncilBenchmark benchmark, Guid person) =>
    [
        Judged(row, benchmark, JudgedParty.Assistance, AssistanceOf(row["Assistance"]), person),
        Judged(row, benchmark, JudgedParty.Host, row.Word<Judgement>("Judgement"), person),
    ];

    private static Judgement AssistanceOf(string word) => word switch
    {
        "Effective" => Judgement.Met,
        "Partly" => Judgement.PartlyMet,
        _ => Judgement.NotMet,
    };

    private static CouncilJudgement Judged(SoleniaRow row, CouncilBenchmark benchmark, JudgedParty party, Judgement judgement, Guid person) => new()
    {
        BenchmarkId = benchmark.Id,
        Country = benchmark.Country,
        Classification = benchmark.Classification,
        PeriodFrom = row.Day("From"),
        PeriodUntil = row.Day("Until"),
        PeriodPrecision = PeriodPrecision.Day,
        Party = party,
        Judgement = judgement,
        Justification = row["Justification"],
        Progress = party == JudgedParty.Host ? row["Justification"] : null,
        JudgedBy = person,
        JudgedAt = new DateTimeOffset(row.Day("Until").AddDays(3), new TimeOnly(12, 0), TimeSpan.Zero),
    };

    private static CouncilObstacle Obstacle(SoleniaRow row, CouncilBenchmark benchmark) => new()
    {
        BenchmarkId = benchmark.Id,
        Country = benchmark.Country,
        Classification = benchmark.Classification,
        Words = row["Obstacle"],
        Since = row.Day("From"),
    };

    private static ProvisionServed Served(CouncilBenchmark benchmark) => new()
    {
        Country = benchmark.Country,
        Classification = benchmark.Classification,
        RecordType = nameof(CouncilBenchmark),
        RecordId = benchmark.Id,
        Provision = benchmark.Provision!,
        Relation = ServiceRelation.Measures,
    };
}
