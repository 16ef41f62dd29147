using System.Diagnostics;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Demonstration;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Plan;
using Cornerstone.Values;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Bench.Scale;

/// <summary><c>scale</c>: how fast values go in, all lights are reckoned, and every main page answers, in the largest country we promise to serve.</summary>
internal static class ScaleBench
{
    private const int Batch = 50;

    internal static async Task<int> RunAsync(Options options)
    {
        var rounds = int.Parse(options["--rounds"] ?? "60", System.Globalization.CultureInfo.InvariantCulture);
        var data = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
        var ct = CancellationToken.None;
        await using (var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(data), TimeProvider.System, NullLogger.Instance, ct))
        await using (var database = await Database.OpenAsync(server.AdminConnectionString, "bench", Path.Combine(data, "secrets.json"), ct))
        {
            var people = await PeopleAsync(database, ct);
            await FillAsync(database, people, data, ct);
            await AnalyzeAsync(server.AdminConnectionString, ct);
            await RecomputeAsync(database, people, rounds, ct);
            await PagesAsync(database, people, data, rounds, ct);
        }

        Directory.Delete(data, recursive: true);
        return 0;
    }

    private static async Task<SoleniaPeople> PeopleAsync(Database database, CancellationToken ct)
    {
        await Solenia.AddPeopleAsync(database, TimeProvider.System, ct);
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var people = await SoleniaPeople.OfAsync(db, ct);
        await db.BeginAsync(people.Secretariat, ct);
        await SoleniaRegions.AddAsync(db, LargeCountry.Country, TimeProvider.System.GetUtcNow(), ct);
        await SoleniaInstitutions.AddAsync(db, LargeCountry.Country, TimeProvider.System.GetUtcNow(), ct);
        return people;
    }

    private static async Task FillAsync(Database database, SoleniaPeople people, string data, CancellationToken ct)
    {
        var lineages = await LargeCountry.PlanAsync(database, people, ct);
        await using var db = await database.AsAsync(people.Secretariat, ct);
        var indicators = await LargeCountry.IndicatorsAsync(db, lineages, ct);
        var regions = SoleniaFile.Rows("regions.csv").Select(r => r["Code"]).ToList();
        var lowest = new Percentage((await db.FrameworkAsync(LargeCountry.Country, ct)).LowestQuality);
        var (count, watch, processor, server) = (0, Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, ServerTime.Seconds(data));
        foreach (var batch in indicators.Chunk(Batch))
        {
            var points = batch.SelectMany(i => LargeSeries.Points(i, regions, people, lowest)).ToList();
            db.ChangeTracker.Clear();
            await db.RecordAsync(new Act("demonstration.indicators", LargeCountry.Country, TimeProvider.System.GetUtcNow()), ct);
            await db.CopyAsync(points, ct);
            await db.CommitAsync(ct);
            count += points.Count;
        }

        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine($"points stored: {count:#,0} in {seconds:0.0} s = {count / seconds:#,0} a second (processor time: ours {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s, PostgreSQL's {ServerTime.Seconds(data) - server:0.0} s)");
    }

    // What PostgreSQL does by itself within a minute of a large import.
    private static async Task AnalyzeAsync(string admin, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(admin) { Database = "bench" }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("analyze", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task RecomputeAsync(Database database, SoleniaPeople people, int rounds, CancellationToken ct)
    {
        await using var db = await database.AsAsync(people.Secretariat, ct);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var version = (await db.PlanInForceAsync(LargeCountry.Country, ct))!.Version.Id;
        await TimeAsync("all lights reckoned anew", rounds, () => db.StandingsAsync(LargeCountry.Country, today, working: true, ct));
        await TimeAsync("nodes of the plan read", rounds, () => db.NodesOfAsync(version, ct));
        await TimeAsync("latest progress read", rounds, () => db.LatestProgressAsync(LargeCountry.Country, ct));
        await TimeAsync("tree of the plan with costs and funding, without lights", rounds, () => new PlanReading(db, []).TreeAsync(new PlanVersion { Id = version, Country = LargeCountry.Country, Classification = Classification.Public, PlanId = Guid.Empty, Number = 1, Levels = new LevelNames(new Dictionary<PlanLevel, Wording>()) }, ct));
    }

    private static async Task TimeAsync(string what, int rounds, Func<Task> act)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await act();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"{what}: p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * 0.95)]:0} ms");
    }

    private static async Task PagesAsync(Database database, SoleniaPeople people, string data, int rounds, CancellationToken ct)
    {
        await using var app = Web.Build(new HostSettings(data, Port: 0, IsDemonstration: true), database);
        await app.StartAsync(ct);
        using var pages = new PageTimes(app.Urls.Single());
        await pages.SignInAsync(DemonstrationPerson.All.Single(p => p.Id == people.Secretariat.Id));
        foreach (var path in await PathsAsync(database, people, ct))
        {
            Console.WriteLine(await pages.MeasureAsync(path, rounds));
        }

        await app.StopAsync(ct);
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(Database database, SoleniaPeople people, CancellationToken ct)
    {
        await using var db = await database.AsAsync(people.Secretariat, ct);
        var version = (await db.PlanInForceAsync(LargeCountry.Country, ct))!.Version.Id;
        var node = (await db.NodesOfAsync(version, ct)).First(n => n.Level == PlanLevel.Outcome).Lineage;
        var indicator = (await db.DefinedIndicatorsAsync(LargeCountry.Country, ct))[0].Indicator.Id;
        return
        [
            "/xs", "/portfolio", "/xs/plan", "/xs/plan?under=G1", "/xs/plan?state=late", $"/xs/plan/nodes/{node}", "/xs/plan/gantt", "/xs/plan/duties",
            "/xs/plan/components", "/xs/plan/regions", "/xs/plan/document", "/xs/plan/versions",
            "/xs/indicators", $"/xs/indicators/{indicator}", "/xs/indicators/framework", "/xs/indicators/gaps", "/xs/indicators/map", "/xs/values", "/xs/calendar",
            "/xs/council-benchmarks", "/xs/institutions", "/xs/delineation", "/xs/laws", "/xs/oversight", "/xs/instruments",
        ];
    }
}
