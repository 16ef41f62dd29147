using System.Diagnostics;
using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Demonstration;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Values;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Bench.Scale;

/// <summary><c>scale</c>: how fast values go in, all lights are reckoned, and every main page answers, in the largest country we promise to serve.</summary>
internal static class ScaleBench
{
    private const int Batch = 50;
    private const string DatabaseName = "cornerstone";

    internal static async Task<int> RunAsync(Options options)
    {
        var rounds = int.Parse(options["--rounds"] ?? "60", CultureInfo.InvariantCulture);
        var kept = options["--folder"];
        var data = kept ?? Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
        var ct = CancellationToken.None;
        using var statements = new StatementLog();
        await using (var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(data), TimeProvider.System, NullLogger.Instance, ct))
        await using (var database = await Database.OpenAsync(server.AdminConnectionString, DatabaseName, Path.Combine(data, "secrets.json"), ct))
        {
            var people = await PeopleAsync(database, ct);
            if (!await IsFilledAsync(database, people, ct))
            {
                await FillAsync(database, people, data, ct);
                await AnalyzeAsync(server.AdminConnectionString, ct);
            }

            if (options["--only"] is null or "lights") await RecomputeAsync(database, people, rounds, ct);
            if (options["--only"] is null or "pages") await PagesAsync(database, people, new(data, rounds, options["--slow"] is not null, options["--page"]?.Split(',')), statements, ct);
            // Last: what it leaves would make the country larger than the one whose pages are measured.
            if (options["--only"] is null or "import") await ImportedSeries.RunAsync(database, people, data, ct);
        }

        if (kept is null) Directory.Delete(data, recursive: true);
        return 0;
    }

    private static async Task<bool> IsFilledAsync(Database database, SoleniaPeople people, CancellationToken ct)
    {
        await using var db = await database.AsAsync(people.Secretariat, ct);
        return (await db.DefinedIndicatorsAsync(LargeCountry.Country, ct)).Count > 0;
    }

    private static async Task<SoleniaPeople> PeopleAsync(Database database, CancellationToken ct)
    {
        await Solenia.AddPeopleAsync(database, TimeProvider.System, ct);
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var people = await SoleniaPeople.OfAsync(db, ct);
        await db.BeginAsync(people.Secretariat, ct);
        if ((await db.RegionsAsync(LargeCountry.Country, ct)).Count > 0) return people;

        var now = TimeProvider.System.GetUtcNow();
        await SoleniaRegions.AddAsync(db, LargeCountry.Country, now, ct);
        await SoleniaInstitutions.AddAsync(db, LargeCountry.Country, now, ct);
        await SoleniaLaws.AddAsync(db, LargeCountry.Country, people.Secretariat.Id, now, ct);
        await SoleniaOversight.AddAsync(db, LargeCountry.Country, people.Secretariat.Id, now, ct);
        await SoleniaInstruments.AddAsync(db, LargeCountry.Country, people.Secretariat.Id, now, ct);
        return people;
    }

    private static async Task FillAsync(Database database, SoleniaPeople people, string data, CancellationToken ct)
    {
        var lineages = await LargeCountry.PlanAsync(database, people, ct);
        await using var db = await database.AsAsync(people.Secretariat, ct);
        var indicators = await LargeCountry.IndicatorsAsync(db, lineages, ct);
        var regions = SoleniaFile.Rows("regions.csv").Select(r => r["Code"]).ToList();
        var lowest = new Percentage((await db.FrameworkAsync(LargeCountry.Country, ct)).LowestQuality);
        using var cost = Cost.Begin(data);
        var count = 0;
        foreach (var batch in indicators.Chunk(Batch))
        {
            var points = batch.SelectMany(i => LargeSeries.Points(i, regions, people, lowest)).ToList();
            db.ChangeTracker.Clear();
            await db.RecordAsync(new Act("demonstration.indicators", LargeCountry.Country, TimeProvider.System.GetUtcNow()), ct);
            await db.CopyAsync(points, ct);
            await db.CommitAsync(ct);
            count += points.Count;
        }

        Console.WriteLine(cost.Of("values stored", count));
    }

    // What PostgreSQL does by itself within a minute of a large import.
    private static async Task AnalyzeAsync(string admin, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(admin) { Database = DatabaseName }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("vacuum (analyze, parallel 0)", connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task RecomputeAsync(Database database, SoleniaPeople people, int rounds, CancellationToken ct)
    {
        await using var db = await database.AsAsync(people.Secretariat, ct);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var version = (await db.PlanInForceAsync(LargeCountry.Country, ct))!.Version;
        await TimeAsync("all lights reckoned anew", rounds, () => db.StandingsAsync(LargeCountry.Country, today, working: true, ct));
        await TimeAsync("tree of the plan with costs and funding, without lights", rounds, () => new PlanReading(db, []).TreeAsync(version, PlanParts.Money | PlanParts.Progress, ct));
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
        Console.WriteLine($"{what}: p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * 0.95)]:0} ms (load {Cost.Load()})");
    }

    private static async Task PagesAsync(Database database, SoleniaPeople people, PageOrder order, StatementLog statements, CancellationToken ct)
    {
        await using var app = Web.Build(new HostSettings(order.Data, Port: 0, IsDemonstration: true), database);
        await app.StartAsync(ct);
        using var pages = new PageTimes(app.Urls.Single(), order.Data, statements);
        await pages.SignInAsync(DemonstrationPerson.All.Single(p => p.Id == people.Secretariat.Id));
        Console.WriteLine($"pages, {order.Rounds} rounds each, load {Cost.Load()} at the start");
        Console.WriteLine(PageTimes.Head);
        foreach (var path in (await MainPages.PathsAsync(database, people, ct)).Where(p => order.Pages is null || order.Pages.Contains(p)))
        {
            Console.WriteLine(await pages.MeasureAsync(path, order.Rounds));
            foreach (var (times, milliseconds, text) in order.TellsSlow ? statements.Slowest(5) : [])
            {
                Console.WriteLine($"    {milliseconds / order.Rounds:0.0} ms in {(double)times / order.Rounds:0.#} of: {text.ReplaceLineEndings(" ")}");
            }
        }

        Console.WriteLine($"load {Cost.Load()} at the end");
        await app.StopAsync(ct);
    }

    private sealed record PageOrder(string Data, int Rounds, bool TellsSlow, string[]? Pages);
}
