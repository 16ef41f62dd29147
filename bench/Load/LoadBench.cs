using System.Globalization;
using Cornerstone.Access;

namespace Cornerstone.Bench.Load;

/// <summary>
/// <c>load [--people N] [--public N] [--seconds N] [--storm exports|spray|slow]</c>: the demonstration as a process of its own; signed-in
/// people who read and think, and a public crowd. First in peace, then with slow clients, fifty exports at once and a password spray, or with
/// one of these: how much longer do the others wait?
/// </summary>
internal static class LoadBench
{
    private const double SecondsOfThought = 10;
    private const double SecondsOfPublicThought = 4;
    private const int Turns = 4;

    private static readonly string[] Pages =
    [
        "/xs", "/xs", "/xs/plan", "/xs/indicators", "/xs/institutions", "/xs/support", "/xs/commitments", "/xs/laws", "/xs/delineation", "/xs/search?q=police",
        "/xs/support/ledger", "/xs/council", "/xs/oversight", "/xs/library",
    ];

    private static readonly string[] PublicPages = ["/xs/public/en", "/xs/public/fr", "/xs/public/ar", "/xs/public/en/plan", "/xs/public/en/editions"];

    internal static async Task<int> RunAsync(Options options)
    {
        var (people, crowd, seconds) = (Number(options["--people"], 200), Number(options["--public"], 100), Number(options["--seconds"], 60));
        var folder = Directory.CreateTempSubdirectory("cornerstone-load-").FullName;
        try
        {
            using var server = await ServedDemonstration.StartAsync(folder);
            var visitors = await Task.WhenAll(Enumerable.Range(0, people).Select(i => LoadVisitor.SignedInAsync(server.Root, DemonstrationPerson.All[i % DemonstrationPerson.All.Count])));
            var citizens = Enumerable.Range(0, crowd).Select(_ => new LoadVisitor(server.Root)).ToList();
            using var storm = new Storm(server, visitors, options["--storm"]);
            Console.WriteLine($"{people} signed in, thinking {SecondsOfThought} s; {crowd} citizens, {SecondsOfPublicThought} s; {Environment.ProcessorCount} cores; {seconds} s each, in {Turns} turns");
            var (inPeace, inStorm) = await MeasureAsync(server, visitors, citizens, storm, seconds);
            Console.WriteLine(Waits.Heading);
            Console.WriteLine(inPeace.Line("calm", seconds));
            Console.WriteLine(inStorm.Line("storm", seconds));
            Console.WriteLine($"In the storm {storm}; p95 is {inStorm.At(0.95) / inPeace.At(0.95):0.00} times that of the calm");
            foreach (var visitor in visitors.Concat(citizens))
            {
                visitor.Dispose();
            }

            return inPeace.Failed + inStorm.Failed == 0 && inPeace.At(0.95) <= 300 && inStorm.At(0.95) <= 2 * inPeace.At(0.95) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Waits InPeace, Waits InStorm)> MeasureAsync(ServedDemonstration server, IReadOnlyList<LoadVisitor> visitors, IReadOnlyList<LoadVisitor> citizens, Storm storm, int seconds)
    {
        var (inPeace, inStorm) = (new Waits(), new Waits());
        // What .NET compiles at first is nobody's everyday wait.
        await TurnAsync(seconds / 2, new(), storm: null);
        // In turn, so that whatever else the machine does falls on both.
        for (var turn = 0; turn < Turns; turn++)
        {
            await TurnAsync(seconds / Turns, inPeace, storm: null);
            await TurnAsync(seconds / Turns, inStorm, storm);
        }

        return (inPeace, inStorm);

        async Task TurnAsync(int length, Waits waits, Storm? storm)
        {
            var before = CoresUsed.Now(server);
            using var end = new CancellationTokenSource(TimeSpan.FromSeconds(length));
            await Task.WhenAll(
            [
                .. visitors.Select(v => v.ReadForEverAsync(Pages, SecondsOfThought, waits.People, end.Token)),
                .. citizens.Select(c => c.ReadForEverAsync(PublicPages, SecondsOfPublicThought, waits.Citizens, end.Token)),
                storm?.RageAsync(end.Token) ?? Task.CompletedTask,
            ]);
            waits.Cores += CoresUsed.Now(server) - before;
        }
    }

    private static int Number(string? given, int usual) => int.TryParse(given, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
