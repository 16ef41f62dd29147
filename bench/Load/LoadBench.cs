using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cornerstone.Access;

namespace Cornerstone.Bench.Load;

/// <summary>
/// <c>load [--people N] [--public N] [--seconds N]</c>: the demonstration as a process of its own; signed-in people who read and think,
/// and a public crowd. First in peace, then with slow clients, fifty exports at once and a password spray: how much longer do the others wait?
/// </summary>
internal static class LoadBench
{
    private const double SecondsOfThought = 10;
    private const double SecondsOfPublicThought = 4;
    private const int Exports = 50;
    private const int SlowClients = 100;
    private const int Sprayers = 20;

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
            var sprayers = Enumerable.Range(0, Sprayers).Select(_ => new LoadVisitor(server.Root)).ToList();
            var citizens = Enumerable.Range(0, crowd).Select(_ => new LoadVisitor(server.Root)).ToList();
            Console.WriteLine($"{people} signed in, thinking {SecondsOfThought} s; {crowd} citizens, {SecondsOfPublicThought} s; {Environment.ProcessorCount} cores; {seconds} s each");
            // What .NET compiles at first is nobody's everyday wait.
            await PhaseAsync(visitors, citizens, seconds / 2, storm: null);
            Console.WriteLine("| | answers | per s | p50 ms | p95 ms | p99 ms | public p95 ms | failed |\n|---|---|---|---|---|---|---|---|");
            var calm = await PhaseAsync(visitors, citizens, seconds, storm: null);
            Console.WriteLine(calm.Line("calm", seconds));
            var storm = await PhaseAsync(visitors, citizens, seconds, StormAsync);
            Console.WriteLine(storm.Line("storm", seconds));
            Console.WriteLine($"p95 in the storm is {storm.At(0.95) / calm.At(0.95):0.00} times that of the calm");
            foreach (var visitor in visitors.Concat(citizens).Concat(sprayers))
            {
                visitor.Dispose();
            }

            return calm.Failed + storm.Failed == 0 && calm.At(0.95) <= 300 && storm.At(0.95) <= 2 * calm.At(0.95) ? 0 : 1;

            Task StormAsync(CancellationToken ct) => Task.WhenAll(
            [
                .. visitors.Take(Exports).Select(v => v.ExportForEverAsync(ct)),
                .. Enumerable.Range(0, SlowClients).Select(_ => DripAsync(server.Port, ct)),
                .. sprayers.Select((s, i) => s.SprayAsync(i, ct)),
            ]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Waits> PhaseAsync(IReadOnlyList<LoadVisitor> visitors, IReadOnlyList<LoadVisitor> citizens, int seconds, Func<CancellationToken, Task>? storm)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var waits = new Waits();
        await Task.WhenAll(
        [
            .. visitors.Select(v => v.ReadForEverAsync(Pages, SecondsOfThought, waits.People, end.Token)),
            .. citizens.Select(c => c.ReadForEverAsync(PublicPages, SecondsOfPublicThought, waits.Citizens, end.Token)),
            storm?.Invoke(end.Token) ?? Task.CompletedTask,
        ]);
        return waits.Sorted();
    }

    // A request of which one letter comes each second.
    private static async Task DripAsync(int port, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port, ct);
                foreach (var letter in "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: "u8.ToArray().Concat(Enumerable.Repeat((byte)'x', 1_000)))
                {
                    await socket.GetStream().WriteAsync(new[] { letter }, ct);
                    await Task.Delay(1_000, ct);
                }
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException)
            {
                // The server hung up, or the time is over.
            }
        }
    }

    private static int Number(string? given, int usual) => int.TryParse(given, CultureInfo.InvariantCulture, out var number) ? number : usual;
}

/// <summary>How long people waited, in milliseconds.</summary>
internal sealed class Waits
{
    public List<double> People { get; } = [];

    public List<double> Citizens { get; } = [];

    public int Failed => People.Count(double.IsNaN) + Citizens.Count(double.IsNaN);

    public Waits Sorted()
    {
        People.Sort();
        Citizens.Sort();
        return this;
    }

    public double At(double part) => Of(People, part);

    public string Line(string name, int seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {People.Count + Citizens.Count} | {(People.Count + Citizens.Count) / (double)seconds:0} | {At(0.5):0} | {At(0.95):0} | {At(0.99):0} | {Of(Citizens, 0.95):0} | {Failed} |");

    // Failures sort first and are told apart.
    private static double Of(List<double> waits, double part) => waits.Where(w => !double.IsNaN(w)).ToList() is { Count: > 0 } known ? known[(int)(part * (known.Count - 1))] : double.NaN;
}
