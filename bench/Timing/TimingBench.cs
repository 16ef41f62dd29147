using System.Globalization;
using System.Net;
using Cornerstone.Access;
using Cornerstone.Bench.Load;
using Cornerstone.Bench.Scale;
using Cornerstone.Tests.TwoWorlds;

namespace Cornerstone.Bench.Timing;

/// <summary>
/// <c>timing [--samples N] [--only addresses,lists,files,forms,passwords] [--page TEXT|ADDRESS,ADDRESS] [--each N] [--open MINUTES]</c>: does the time an answer takes tell that a hidden record, or an account,
/// is there (security handbook §2, goal 8)? Mann-Whitney on so many answers of each; what is doubtful is measured once more.
/// </summary>
internal static class TimingBench
{
    private static readonly DemonstrationPerson Person = DemonstrationPerson.All.First(p => p.Role == Role.Secretariat);
    private static readonly string[] Searched = ["search", "library/search", "library/tracker", "indicators", "institutions", "plan"];
    private static readonly string[] Words = ["ZINNOBER", "police"];

    internal static async Task<int> RunAsync(Options options)
    {
        var (samples, only, page, ct) = (int.Parse(options["--samples"] ?? "200", CultureInfo.InvariantCulture), options["--only"]?.Split(','), options["--page"] ?? "", CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("cornerstone-timing-").FullName;
        try
        {
            var (isWell, measured, doubtful) = (true, 0, new List<string>());
            await InWorldsAsync("first", async worlds =>
            {
                Console.WriteLine($"{samples} answers of each, {Environment.ProcessorCount} cores, load {Cost.Load()} at the start");
                if (options["--open"] is { } minutes)
                {
                    Console.WriteLine($"{folder}: without secrets {worlds.Without.Root}, with {worlds.With.Root}, alike {worlds.Alike.Root}");
                    await Task.Delay(TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)), ct);
                }

                if (only is null && page.StartsWith('/'))
                {
                    await TakeAsync([.. page.Split(',')]);
                }
                else if (only is not ["passwords"])
                {
                    var kinds = new HiddenKinds(worlds, Person);
                    var hidden = await kinds.FindAsync(Searched.SelectMany(p => Words.Select(q => $"/xs/{p}?q={q}")), ct);
                    if (Is("addresses"))
                    {
                        isWell &= await AddressesAsync(worlds, kinds, [.. hidden.Where(h => Has(h.Name, page))], samples, ct);
                        measured += hidden.Count(h => Has(h.Name, page));
                    }

                    if (Is("lists")) await TakeAsync(kinds.Lists.FindAll(a => Has(a, page)));
                    if (Is("files")) await TakeAsync(kinds.Files.FindAll(a => Has(a, page)));
                    // Last: a form that is not refused changes the world.
                    if (Is("forms"))
                    {
                        var forms = await FormsAsync(worlds, kinds.Forms, page, samples, ct);
                        isWell &= AreAlike(forms) && kinds.Forms.Told.Count == 0;
                        measured += forms.Count;
                    }
                }

                if (Is("passwords") && (only is not null || page.Length == 0))
                {
                    using var accounts = await TimedAccounts.MakeAsync(worlds.Without, ct);
                    isWell &= AreAlike(await MeasureAsync("wrong password of", accounts.Pairs(), samples, ct));
                    measured++;
                }

                bool Is(string kind) => only is null || only.Contains(kind);

                async Task TakeAsync(List<string> lists)
                {
                    await worlds.StartAgainAsync(ct);
                    var pages = await ListsAsync(worlds, lists, samples, ct);
                    measured += pages.Count;
                    isWell &= pages.TrueForAll(p => p.IsAnswered && !p.Differs);
                    doubtful.AddRange(pages.Where(p => !p.IsAlike).Select(p => p.Name));
                }
            });
            if (doubtful.Count > 0)
            {
                // Told beside the first answer and not instead of it: other records have secrets beside them there, and perhaps none of this page's.
                Console.WriteLine("In worlds made anew:");
                await InWorldsAsync("anew", async worlds => isWell &= (await ListsAsync(worlds, doubtful, samples, ct)).TrueForAll(p => p.IsAnswered && !p.Differs));
            }

            Console.WriteLine($"load {Cost.Load()} at the end");
            return isWell && measured > 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task InWorldsAsync(string name, Func<TimedWorlds, Task> act)
        {
            await using var worlds = await TimedWorlds.StartAsync(Directory.CreateDirectory(Path.Join(folder, name)).FullName, int.Parse(options["--each"] ?? "1", CultureInfo.InvariantCulture), ct);
            await act(worlds);
        }
    }

    private static async Task<bool> AddressesAsync(TimedWorlds worlds, HiddenKinds kinds, List<HiddenKind> hidden, int samples, CancellationToken ct)
    {
        using var visitor = await worlds.With.AsAsync(Person);
        var isTold = hidden.Count == 0 || await ControlAsync(visitor, hidden[0], samples, ct);
        var pairs = await MeasureAsync("address of no record, then of a hidden one", hidden.Select(h => new TimedPair(h.Name, Get(visitor, h.Missing, h.Answer), Get(visitor, h.Hidden, h.Answer))), samples, ct);
        Console.WriteLine($"No hidden record met: {string.Join(", ", kinds.NotMet)}\n");
        return isTold && AreAlike(pairs);
    }

    private static async Task<List<TimedPair>> FormsAsync(TimedWorlds worlds, HiddenForms forms, string page, int samples, CancellationToken ct)
    {
        using var visitor = await worlds.With.AsAsync(Person);
        var token = await visitor.TokenAsync("/xs");
        var hidden = await forms.FindAsync(visitor, token, await worlds.HiddenAsync(ct), page, ct);
        var pairs = await MeasureAsync("form about no record, then about a hidden one", hidden.Select(h => new TimedPair(h.Name, Send(h.Missing, h.Answer), Send(h.Hidden, h.Answer), Send(h.OtherMissing, h.Answer))), samples, ct);
        Console.WriteLine($"{string.Join('\n', forms.NotTimed())}\n");
        return pairs;

        Question Send(OfferedForm form, HttpStatusCode expected) => Asked(() => visitor, () => HiddenForms.Ask(form, token), expected);
    }

    private static async Task<List<TimedPair>> ListsAsync(TimedWorlds worlds, List<string> lists, int samples, CancellationToken ct)
    {
        using var visitors = new TimedVisitors(worlds, Person);
        await visitors.SignInAsync();
        return await MeasureAsync("page without hidden records, then with", lists.Select(a => new TimedPair(a, Ask(() => visitors.Without, a), Ask(() => visitors.With, a), Ask(() => visitors.Alike, a))), samples, ct, async () =>
        {
            await worlds.StartAgainAsync(ct);
            await visitors.SignInAsync();
        });

        // After a file the program rests for as long as the file took, and the next one waits for that.
        Question Ask(Func<LoadVisitor> of, string address) => !HiddenKinds.IsFile(address) ? Get(of, address) : async ct =>
        {
            var took = await Get(of, address)(ct);
            await Task.Delay(TimeSpan.FromMilliseconds(double.IsNaN(took) ? 0 : took + 5), ct);
            return took;
        };
    }

    private static bool Has(string name, string page) => name.Contains(page, StringComparison.Ordinal);

    private static bool AreAlike(List<TimedPair> pairs) => pairs.TrueForAll(p => p.IsAlike);

    // One pair that must be found out, and one that must not.
    private static async Task<bool> ControlAsync(LoadVisitor visitor, HiddenKind kind, int samples, CancellationToken ct)
    {
        var other = Guids.Record().Replace(kind.Missing, id => SecretTwins.Beside(id.Value, "nobody"));
        var (told, alike) = (new TimedPair($"control: {kind.Name}, one to read", Get(visitor, kind.Missing, HttpStatusCode.NotFound), Get(visitor, kind.Readable)),
            new TimedPair($"control: {kind.Name}, no record twice", Get(visitor, kind.Missing, HttpStatusCode.NotFound), Get(visitor, other, HttpStatusCode.NotFound)));
        await MeasureAsync("control", [told, alike], samples, ct);
        return told.Differs && !alike.Differs;
    }

    /// <param name="startAgain">What is doubtful is asked of programs started again: what a place happens to have prepared and kept must not answer twice.</param>
    private static async Task<List<TimedPair>> MeasureAsync(string heading, IEnumerable<TimedPair> pairs, int samples, CancellationToken ct, Func<Task>? startAgain = null)
    {
        var (all, chance) = (pairs.ToList(), new Random());
        if (all.Count == 0)
        {
            Console.WriteLine($"{heading}: nothing to measure, what was asked for has nothing hidden this time.");
            return all;
        }

        Console.WriteLine($"| {heading} {TimedPair.Heading}");
        foreach (var pair in all)
        {
            await pair.MeasureAsync(samples, chance, ct);
            Console.WriteLine(pair);
        }

        var doubtful = all.FindAll(p => p.IsDoubtful);
        if (doubtful.Count > 0) Console.WriteLine($"\n| once more {TimedPair.Heading}");
        if (doubtful.Count > 0 && startAgain is not null) await startAgain();
        foreach (var pair in doubtful)
        {
            await pair.MeasureAgainAsync(samples, chance, ct);
            Console.WriteLine(pair);
        }

        Console.WriteLine($"{all.Count} pairs, {doubtful.Count} doubtful at first ({all.Count(p => p.IsControlDoubtful)} of two that are alike), {all.Count(p => p.Differs)} differ, {all.Count(p => !p.IsAlike && !p.Differs)} cannot be told; the smallest p by Holm's correction {MannWhitney.Holm([.. all.Select(p => p.P)]).Min():0.0000}; load {Cost.Load()}\n");
        return all;
    }

    private static Question Get(LoadVisitor visitor, string address, HttpStatusCode expected = HttpStatusCode.OK) => Get(() => visitor, address, expected);

    private static Question Get(Func<LoadVisitor> visitor, string address, HttpStatusCode expected = HttpStatusCode.OK) => Asked(visitor, () => new(HttpMethod.Get, address), expected);

    private static Question Asked(Func<LoadVisitor> visitor, Func<HttpRequestMessage> question, HttpStatusCode expected) => async ct =>
    {
        using var ask = question();
        var (status, took) = await visitor().TimeAsync(ask, ct);
        if (status == expected) return took;
        // Programs are told to wait when they are in a hurry.
        if (status != HttpStatusCode.TooManyRequests) return double.NaN;

        await Task.Delay(TimeSpan.FromSeconds(0.5), ct);
        return await Asked(visitor, question, expected)(ct);
    };
}
