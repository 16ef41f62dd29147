using System.Globalization;
using System.Text;
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
/// chains of donor, fund and two agencies beside the invented country, each payment in so many parts; the first page of all, the first
/// page after a change, and those that come after it.
/// </summary>
internal static class LedgerBench
{
    private const string Country = DemonstrationPerson.Country;
    private const int Links = 4;
    private const int FileChains = 5_000;

    private static readonly string[] Pages =
    [
        "/support/ledger?view=Funding", "/support/ledger?view=Spending", "/support/ledger?view=Funding&year=2025", "/support/explorer", "/support/explorer?rows=component&columns=year&view=Spending",
        "/support/explorer?rows=sector&columns=partner", "/support/explorer?rows=partner&columns=none&component=POL&year=2025", "/support/explorer?rows=objective&columns=region&stage=Committed",
        "/support/gaps", "/support/ledger/rows?view=Spending&component=POL&year=2025",
    ];

    internal static async Task<int> RunAsync(Options options)
    {
        var activities = int.Parse(options["--activities"] ?? "10000", CultureInfo.InvariantCulture);
        var rounds = int.Parse(options["--rounds"] ?? "9", CultureInfo.InvariantCulture);
        var data = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
        var ct = CancellationToken.None;
        await using (var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(data), TimeProvider.System, NullLogger.Instance, ct))
        await using (var database = await Database.OpenAsync(server.AdminConnectionString, "cornerstone", Path.Combine(data, "secrets.json"), ct))
        {
            await Solenia.PrepareAsync(database, TimeProvider.System, ct);
            await FillAsync(database, data, activities, int.Parse(options["--parts"] ?? "1", CultureInfo.InvariantCulture), ct);
            await MeasureAsync(database, data, rounds, options["--page"], ct);
        }

        Directory.Delete(data, recursive: true);
        return 0;
    }

    private static async Task FillAsync(Database database, string data, int activities, int parts, CancellationToken ct)
    {
        var secretariat = await SecretariatAsync(database, ct);
        using var cost = Cost.Begin(data);
        for (var from = 0; from < activities / Links; from += FileChains)
        {
            var file = Encoding.UTF8.GetBytes(Chains(from, Math.Min(FileChains, (activities / Links) - from), parts));
            await new ImportIati(database, TimeProvider.System).ImportAsync(SupportFile.Of($"chains-{from}.xml", file), new SupportOrder(secretariat, Country, Classification.Public), null, ct);
        }

        Console.WriteLine(cost.Of($"activities stored with {activities / Links * 8 * parts:#,0} transactions", activities));
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
            await pages.AskAsync($"/{Country.ToLowerInvariant()}{Pages[0]}");
            Console.WriteLine(cost.Of("first page of all", 1));
        }

        Console.WriteLine("| page | after a change, ms | then p50 ms | worst ms | KB |\n|---|---|---|---|---|");
        foreach (var page in Pages.Where(p => only is null || p.StartsWith(only, StringComparison.Ordinal)))
        {
            var path = $"/{Country.ToLowerInvariant()}{page}";
            // Once for the compiler, then a change, and then what a reader meets.
            await pages.AskAsync(path);
            await ChangeAsync(database, secretariat, ct);
            var (_, first, _) = await pages.AskAsync(path);
            var answers = new List<(double Milliseconds, int Bytes)>();
            for (var round = 0; round < rounds; round++)
            {
                var (_, milliseconds, bytes) = await pages.AskAsync(path);
                answers.Add((milliseconds, bytes));
            }

            var times = answers.Select(a => a.Milliseconds).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {page} | {first:0} | {times[times.Count / 2]:0} | {times[^1]:0} | {answers[^1].Bytes / 1024.0:0.0} |"));
        }

        Console.WriteLine($"load {Cost.Load()} at the end, resident {Environment.WorkingSet / 1_000_000} MB");
        await app.StopAsync(ct);
    }

    private static async Task ChangeAsync(Database database, Reader secretariat, CancellationToken ct)
    {
        await using var db = await database.AsAsync(secretariat, ct);
        var activity = await db.Activities.FirstAsync(a => a.Country == Country, ct);
        (activity.PledgeProbability, activity.Version) = (activity.PledgeProbability == 0.5m ? 0.6m : 0.5m, activity.Version + 1);
        await db.SaveAsync(new Act("support.know", Country, TimeProvider.System.GetUtcNow()), ct);
    }

    private static string Chains(int from, int count, int parts)
    {
        var file = new StringBuilder("<iati-activities version=\"2.03\">");
        for (var chain = from; chain < from + count; chain++)
        {
            var amount = 10_000 + (chain * 7919 % 900_000);
            string Paid(int type, int amount, int chain, string? to, string? from = null) => string.Concat(Enumerable.Range(0, parts).Select(part => Part(type, Share(amount, part, parts), chain + part, to, from)));
            file.Append(Activity($"D-{chain}", $"EX-D{chain % 40}", "15210", Paid(2, amount, chain, null) + Paid(3, amount, chain, $"F-{chain}")));
            file.Append(Activity($"F-{chain}", $"EX-F{chain % 5}", "15210", Paid(1, amount, chain, null, $"D-{chain}") + Paid(3, amount / 2, chain, $"A-{chain}") + Paid(3, amount / 3, chain, $"B-{chain}")));
            file.Append(Activity($"A-{chain}", $"EX-A{chain % 60}", "15132", Paid(4, amount / 2, chain, null)));
            file.Append(Activity($"B-{chain}", $"EX-B{chain % 60}", "15130", Paid(4, amount / 4, chain, null) + Paid(4, amount / 12, chain, null)));
        }

        return file.Append("</iati-activities>").ToString();
    }

    private static string Activity(string identifier, string partner, string sector, string transactions) =>
        $"<iati-activity default-currency=\"USD\"><iati-identifier>{partner}-{identifier}</iati-identifier><reporting-org ref=\"{partner}\" type=\"40\"><narrative>Invented {partner}</narrative></reporting-org>"
        + $"<title><narrative>Invented project {identifier}</narrative></title><description><narrative>None</narrative></description><participating-org role=\"4\" ref=\"{partner}\"/><activity-status code=\"2\"/>"
        + $"<activity-date type=\"2\" iso-date=\"2024-01-01\"/><recipient-country code=\"XS\"/><sector vocabulary=\"1\" code=\"{sector}\"/>{transactions}</iati-activity>";

    // The last part takes what division leaves over.
    private static int Share(int amount, int part, int parts) => part < parts - 1 ? amount / parts : amount - (amount / parts * (parts - 1));

    private static string Part(int type, int amount, int turn, string? to, string? from) => string.Create(CultureInfo.InvariantCulture,
        $"<transaction><transaction-type code=\"{type}\"/><transaction-date iso-date=\"{2023 + (turn % 4)}-0{1 + (turn % 9)}-15\"/><value value-date=\"{2023 + (turn % 4)}-0{1 + (turn % 9)}-15\">{amount}</value>{Link("provider", from)}{Link("receiver", to)}</transaction>");

    private static string Link(string side, string? activity) => activity is null ? "" : $"<{side}-org {side}-activity-id=\"{Owner(activity)}-{activity}\"/>";

    private static string Owner(string activity)
    {
        var chain = int.Parse(activity[2..], CultureInfo.InvariantCulture);
        return activity[0] switch { 'D' => $"EX-D{chain % 40}", 'F' => $"EX-F{chain % 5}", 'A' => $"EX-A{chain % 60}", _ => $"EX-B{chain % 60}" };
    }
}
