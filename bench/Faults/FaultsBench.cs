using System.Globalization;

namespace Cornerstone.Bench.Faults;

/// <summary>
/// <c>faults [--points N] [--kind KIND] [--blind yes]</c>: the program under write load, and what befalls a machine at random moments
/// (security handbook §2, goals 29 to 31). Every acknowledged act must be there whole, and the program must be back by itself.
/// Blind, the copy of a power cut leaves out what makes commits last: the bench must then fail.
/// </summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal static class FaultsBench
{
    private const string Kinds = "kill|power|connections|clock|broken|readonly|full|import";

    internal static async Task<int> RunAsync(Options options)
    {
        var points = int.Parse(options["--points"] ?? "200", CultureInfo.InvariantCulture);
        foreach (var kind in (options["--kind"] ?? Kinds).Split('|', ','))
        {
            var folder = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
            var run = new FaultRun(Path.Combine(folder, "data"), points);
            try
            {
                await KindAsync(kind, run, Path.Combine(folder, "synced"), options["--blind"] is not null);
            }
            catch (Exception fault) when (fault is InvalidOperationException or TimeoutException)
            {
                await new ClusterProcesses(run.Cluster).KillAllAsync();
                Console.Error.WriteLine($"{kind}: after {run.Points} points: {fault.Message} The folder is {folder}");
                return 1;
            }

            Console.WriteLine($"{kind}: {run.Report}");
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static Task KindAsync(string kind, FaultRun run, string synced, bool isBlind) => kind switch
    {
        "kill" => KilledFaults.RunAsync(run),
        "power" => PowerFaults.RunAsync(run, synced, isBlind),
        "connections" => MachineFaults.LoseConnectionsAsync(run),
        "clock" => MachineFaults.JumpAsync(run),
        "broken" => MachineFaults.RefuseAsync(run, FaultyMachine.DiskError),
        "readonly" => MachineFaults.RefuseAsync(run, FaultyMachine.ReadOnly),
        "full" => FullDiskFaults.RunAsync(run),
        "import" => ImportFaults.RunAsync(run),
        _ => throw new ArgumentException($"There is no kind {kind}: {Kinds}"),
    };
}
