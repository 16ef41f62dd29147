using System.Globalization;
using System.Net;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Demonstration;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Bench.Scale;

/// <summary>
/// <c>ledger [--activities N] [--parts N] [--rounds N] [--page PATH]</c>: how the pages of the ledger answer when the register is large: invented
/// chains of donor, fund and two agencies beside the invented country, each payment in so many parts, brought in by files and from the
/// 20,000th activity on repeated with new ids; the first page of all, the first page after each of several changes, and those that come after.
/// </summary>
internal static class LedgerBench
{
    private const string Country = DemonstrationPerson.Country;
    private const int FileChains = 5_000;
    private const int Changes = 7;

    // In one currency: each is counted by itself.
    private static readonly string[] Pages =
    [
        "/support/ledger?view=Funding", "/support/ledger?view=Spending", "/support/ledger?view=Funding&year=2025", "/support/explorer", "/support/explorer?rows=component&columns=year&view=Spending",
        "/support/explorer?rows=sector&columns=partner", "/support/explorer?rows=oda&columns=marker-1", "/support/explorer?rows=partner&columns=none&component=POL&year=2025", "/support/explorer?rows=objective&columns=region&stage=Committed",
        "/support/explorer?rows=purpose&columns=crs", "/support/reported",
        "/support/overview?currency=USD", "/support/gaps?currency=USD", "/support/ledger/rows?view=Spending&component=POL&year=2025",
    ];

    internal static async Task<int> RunAsync(Options options)
    {
        var activities = int.Parse(options["--activities"] ?? "10000", CultureInfo.InvariantCulture);
        var rounds = int.Parse(options["--rounds"] ?? "20", CultureInfo.InvariantCulture);
        var data = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
        var ct = CancellationToken.None;
        await using (var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(data), TimeProvider.System, NullLogger.Instance, ct))
        await using (var database = await Database.OpenAsync(server.AdminConnectionString, "cornerstone", Path.Combine(data, "secrets.json"), ct))
        {
            await Solenia.PrepareAsync(database, TimeProvider.System, ct);
            await FillAsync(database, server.AdminConnectionString, data, activities, int.Parse(options["--parts"] ?? "1", CultureInfo.InvariantCulture), ct);
            await MeasureAsync(database, data, rounds, options["--page"], ct);
        }

        Directory.Delete(data, recursive: true);
        return 0;
    }

    private static async Task FillAsync(Database database, string admin, string data, int activities, int parts, CancellationToken ct)
    {
        var (secretariat, chains) = (await SecretariatAsync(database, ct), activities / InventedChains.Links);
        using (var cost = Cost.Begin(data))
        {
            var file = InventedChains.File(0, Math.Min(FileChains, chains), parts);
            await new ImportIati(database, TimeProvider.System).ImportAsync(SupportFile.Of("chains.xml", file), new SupportOrder(secretariat, Country, Classification.Public), null, ct);
            Console.WriteLine(cost.Of($"activities brought in with {Math.Min(FileChains, chains) * InventedChains.Transactions * parts:#,0} transactions", Math.Min(FileChains, chains) * InventedChains.Links));
        }

        using var repeated = Cost.Begin(data);
        await RepeatedChains.RunAsync(admin, (chains / FileChains) - 1, ct);
        Console.WriteLine(repeated.Of($"activities with {Math.Max(chains - FileChains, 0) * InventedChains.Transactions * parts:#,0} transactions repeated", Math.Max(chains - FileChains, 0) * InventedChains.Links));
    }

    private static async Task<Reader> SecretariatAsync(Database database, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        return (await SoleniaPeople.OfAsync(db, ct)).Secretariat;
    }

    private static async Task MeasureAsync(Database database, string data, int rounds, string? only, CancellationToken ct)
    {
        using var statements = new StatementLog();
        await using var app = Web.Build(new HostSettings(data, Port: 0, IsDemonstration: true), database);
        await app.StartAsync(ct);
        using var pages = new PageTimes(app.Urls.Single(), data, statements);
        var secretariat = await SecretariatAsync(database, ct);
        await pages.SignInAsync(DemonstrationPerson.All.Single(p => p.Id == secretariat.Id));
        Console.WriteLine($"load {Cost.Load()} at the start");
        using (var cost = Cost.Begin(data))
        {
            // While it is counted the page says to ask again.
            while ((await pages.AskAsync($"/{Country.ToLowerInvariant()}{Pages[0]}")).Status == HttpStatusCode.ServiceUnavailable)
            {
            }

            Console.WriteLine(cost.Of("first page of all", 1));
        }

        Console.WriteLine("| page | after a change: p50 ms | worst | then p50 ms | p95 | worst | KB |\n|---|---|---|---|---|---|---|");
        foreach (var page in Pages.Where(p => only is null || p.StartsWith(only, StringComparison.Ordinal)))
        {
            var path = $"/{Country.ToLowerInvariant()}{page}";
            // Once for the compiler, then changes, and then what a reader meets.
            await pages.AskAsync(path);
            var after = await TimesAsync(pages, path, Changes, () => ChangeAsync(database, secretariat, ct));
            var then = await TimesAsync(pages, path, rounds, () => Task.CompletedTask);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {page} | {after[after.Count / 2].Milliseconds:0} | {after[^1].Milliseconds:0} | {then[then.Count / 2].Milliseconds:0} | {then[(int)(then.Count * 0.95)].Milliseconds:0} | {then[^1].Milliseconds:0} | {then[^1].Bytes / 1024.0:0.0} |"));
        }

        Console.WriteLine($"load {Cost.Load()} at the end, resident {Environment.WorkingSet / 1_000_000} MB");
        await app.StopAsync(ct);
    }

    private static async Task<List<(double Milliseconds, int Bytes)>> TimesAsync(PageTimes pages, string path, int rounds, Func<Task> before)
    {
        var answers = new List<(double Milliseconds, int Bytes)>();
        for (var round = 0; round < rounds; round++)
        {
            await before();
            var (_, milliseconds, bytes) = await pages.AskAsync(path);
            answers.Add((milliseconds, bytes));
        }

        return [.. answers.OrderBy(a => a.Milliseconds)];
    }

    private static async Task ChangeAsync(Database database, Reader secretariat, CancellationToken ct)
    {
        await using var db = await database.AsAsync(secretariat, ct);
        var activity = await db.Activities.FirstAsync(a => a.Country == Country, ct);
        (activity.PledgeProbability, activity.Version) = (activity.PledgeProbability == 0.5m ? 0.6m : 0.5m, activity.Version + 1);
        await db.SaveAsync(new Act("support.know", Country, TimeProvider.System.GetUtcNow()), ct);
    }
}
