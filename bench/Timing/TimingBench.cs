using System.Globalization;
using System.Net;
using Cornerstone.Access;
using Cornerstone.Bench.Load;
using Cornerstone.Bench.Scale;
using Cornerstone.Tests.TwoWorlds;

namespace Cornerstone.Bench.Timing;

/// <summary>
/// <c>timing [--samples N] [--only addresses|lists|passwords] [--page TEXT] [--each N]</c>: does the time an answer takes tell that a hidden record, or an account,
/// is there (security handbook §2, goal 8)? Mann-Whitney on so many answers of each; what is doubtful is measured once more.
/// </summary>
internal static class TimingBench
{
    private static readonly DemonstrationPerson Person = DemonstrationPerson.All.First(p => p.Role == Role.Secretariat);
    private static readonly string[] Searched = ["search", "library/search", "library/tracker", "indicators", "institutions", "plan"];
    private static readonly string[] Words = ["ZINNOBER", "police"];

    internal static async Task<int> RunAsync(Options options)
    {
        var (samples, only, ct) = (int.Parse(options["--samples"] ?? "200", CultureInfo.InvariantCulture), options["--only"], CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("cornerstone-timing-").FullName;
        try
        {
            await using var worlds = await TimedWorlds.StartAsync(folder, int.Parse(options["--each"] ?? "1", CultureInfo.InvariantCulture), ct);
            Console.WriteLine($"{samples} answers of each, {Environment.ProcessorCount} cores, load {Cost.Load()} at the start");
            var isWell = true;
            if (only is null or "addresses" or "lists")
            {
                isWell &= await RecordsAsync(worlds, samples, only, options["--page"] ?? "", ct);
            }

            if (only is null or "passwords")
            {
                using var accounts = await TimedAccounts.MakeAsync(worlds.Without, ct);
                isWell &= await MeasureAsync("wrong password of", accounts.Pairs(), samples, ct);
            }

            Console.WriteLine($"load {Cost.Load()} at the end");
            return isWell ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> RecordsAsync(TimedWorlds worlds, int samples, string? only, string page, CancellationToken ct)
    {
        var kinds = new HiddenKinds(worlds, Person);
        var hidden = await kinds.FindAsync(Searched.SelectMany(p => Words.Select(q => $"/xs/{p}?q={q}")), ct);
        using var visitor = await worlds.With.AsAsync(Person);
        using var without = await worlds.Without.AsAsync(Person);
        using var alike = await worlds.Alike.AsAsync(Person);
        var isWell = true;
        if (only is null or "addresses")
        {
            isWell &= await ControlAsync(visitor, hidden[0], samples, ct);
            isWell &= await MeasureAsync("address of no record, then of a hidden one", hidden.Where(h => Has(h.Name)).Select(h => new TimedPair(h.Name, Get(visitor, h.Missing, h.Answer), Get(visitor, h.Hidden, h.Answer))), samples, ct);
            Console.WriteLine($"No hidden record met: {string.Join(", ", kinds.NotMet)}\n");
        }

        return only is not (null or "lists") ? isWell
            : isWell & await MeasureAsync("page without hidden records, then with", kinds.Lists.Where(Has).Select(a => new TimedPair(a, Get(without, a), Get(visitor, a), Get(alike, a))), samples, ct);

        bool Has(string address) => kinds.Lists.Contains(page) ? address == page : address.Contains(page, StringComparison.Ordinal);
    }

    // One pair that must be found out, and one that must not.
    private static async Task<bool> ControlAsync(LoadVisitor visitor, HiddenKind kind, int samples, CancellationToken ct)
    {
        var other = Guids.Record().Replace(kind.Missing, id => SecretTwins.Beside(id.Value, "nobody"));
        var (told, alike) = (new TimedPair($"control: {kind.Name}, one to read", Get(visitor, kind.Missing, HttpStatusCode.NotFound), Get(visitor, kind.Readable)),
            new TimedPair($"control: {kind.Name}, no record twice", Get(visitor, kind.Missing, HttpStatusCode.NotFound), Get(visitor, other, HttpStatusCode.NotFound)));
        await MeasureAsync("control", [told, alike], samples, ct);
        return told.Differs && !alike.Differs;
    }

    private static async Task<bool> MeasureAsync(string heading, IEnumerable<TimedPair> pairs, int samples, CancellationToken ct)
    {
        var (all, chance) = (pairs.ToList(), new Random());
        Console.WriteLine($"| {heading} {TimedPair.Heading}");
        foreach (var pair in all)
        {
            await pair.MeasureAsync(samples, chance, ct);
            Console.WriteLine(pair);
        }

        Console.WriteLine($"{all.Count} pairs, {all.Count(p => p.P <= TimedPair.Doubtful)} doubtful at first, {all.Count(p => p.Differs)} differ; the smallest p by Holm's correction {MannWhitney.Holm([.. all.Select(p => p.P)]).Min():0.0000}; load {Cost.Load()}\n");
        return all.Count > 0 && all.TrueForAll(p => p.IsAnswered && !p.Differs);
    }

    private static Question Get(LoadVisitor visitor, string address, HttpStatusCode expected = HttpStatusCode.OK) => async ct =>
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, address);
        var (status, took) = await visitor.TimeAsync(ask, ct);
        if (status == expected) return took;
        // Programs are told to wait when they are in a hurry.
        if (status != HttpStatusCode.TooManyRequests) return double.NaN;

        await Task.Delay(TimeSpan.FromSeconds(0.5), ct);
        return await Get(visitor, address, expected)(ct);
    };
}
