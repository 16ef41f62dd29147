using System.Diagnostics;
using System.Globalization;
using Cornerstone.Data;
using Cornerstone.Journals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Bench.Faults;

/// <summary>
/// <c>faults [--points N] [--kind kill|power] [--blind yes]</c>: the program under write load, killed at random moments, or with nothing left but
/// what was synced (security handbook §2, goal 29). Every acknowledged act must be there whole, and the program must be back by itself.
/// Blind, the copy leaves out what makes commits last: the bench must then fail.
/// </summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal sealed class FaultsBench(string folder, bool blind)
{
    private readonly Random chance = new(20260601);
    private readonly List<TimeSpan> back = [];
    private readonly HashSet<Guid> told = [];
    private int points;

    internal static async Task<int> RunAsync(Options options)
    {
        var wanted = int.Parse(options["--points"] ?? "200", CultureInfo.InvariantCulture);
        foreach (var kind in options["--kind"] is { } only ? [only] : new[] { "kill", "power" })
        {
            var folder = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
            var bench = new FaultsBench(Path.Combine(folder, "data"), options["--blind"] is not null);
            await (kind == "kill" ? bench.KillAsync(wanted) : bench.CutAsync(wanted, Path.Combine(folder, "synced")));
            await bench.ReportAsync(kind);
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private async Task KillAsync(int wanted)
    {
        var writer = await StartedAsync();
        while (points < wanted)
        {
            await WaitAsync();
            var way = points++ % 4;
            if (way < 2)
            {
                var (watch, again) = (Stopwatch.StartNew(), writer.NextAsync(again: true));
                writer.KillServer(first: way == 0);
                await again;
                back.Add(watch.Elapsed);
            }
            else
            {
                await EndAsync(writer, alone: way == 2);
                writer = await StartedAsync();
            }

            await CheckAsync(writer);
        }

        await EndAsync(writer, alone: false);
    }

    private async Task CutAsync(int wanted, string synced)
    {
        var shim = await CompileAsync();
        var cluster = Path.Combine(folder, "postgres");
        await EndAsync(await StartedAsync(), alone: false);
        while (points < wanted)
        {
            await CommandAsync("cp", "-a", cluster, synced);
            using var writer = await StartedAsync([("LD_PRELOAD", shim), ("POWERCUT_FROM", cluster), ("POWERCUT_TO", synced), .. Blindness]);
            await CheckAsync(writer);
            await WaitAsync();
            await EndAsync(writer, alone: false);
            points++;
            Directory.Delete(cluster, recursive: true);
            Directory.Move(synced, cluster);
            foreach (var draft in Directory.EnumerateFiles(cluster, "powercut.*"))
            {
                File.Delete(draft);
            }
        }
    }

    private (string Name, string Value)[] Blindness => blind ? [("POWERCUT_BLIND", "1")] : [];

    // Up to a second and a half of load: checkpoints, many commits, none.
    private Task WaitAsync() => Task.Delay(chance.Next(0, 1500));

    private async Task<WriterProcess> StartedAsync(params IEnumerable<(string Name, string Value)> environment)
    {
        var watch = Stopwatch.StartNew();
        var writer = WriterProcess.Start(folder, environment);
        await writer.NextAsync(again: false);
        if (points > 0)
        {
            back.Add(watch.Elapsed);
        }

        return writer;
    }

    private async Task EndAsync(WriterProcess writer, bool alone)
    {
        if (alone)
        {
            writer.KillProgram();
            await writer.EndedAsync();
        }
        else
        {
            await writer.KillAllAsync();
        }

        told.UnionWith(writer.Told());
        writer.Dispose();
    }

    private async Task CheckAsync(WriterProcess writer)
    {
        told.UnionWith(writer.Told());
        await using var seen = await OpenDatabase.AttachAsync(folder, NullLogger.Instance, CancellationToken.None);
        var stored = await FaultWriter.StoredAsync(seen.Database);
        if (told.Where(t => !stored.Contains(t)).ToList() is { Count: > 0 } lost)
        {
            throw new InvalidOperationException($"After {points} points {lost.Count} acknowledged acts are lost, {lost[0]} first; the folder is {folder}");
        }
    }

    private async Task ReportAsync(string kind)
    {
        using var writer = await StartedAsync();
        await CheckAsync(writer);
        await using (var seen = await OpenDatabase.AttachAsync(folder, NullLogger.Instance, CancellationToken.None))
        {
            await using var owner = await seen.Database.Owner.OpenConnectionAsync();
            var journal = await JournalExport.VerifyAsync(owner, TimeProvider.System.GetUtcNow(), CancellationToken.None);
            var times = back.Select(b => b.TotalSeconds).Order().ToList();
            Console.WriteLine($"{kind}: {points} points, {told.Count:N0} acknowledged acts, 0 lost, 0 half stored, journal of {journal.Entries:N0} entries {(journal.Intact ? "intact" : "NOT INTACT")}; "
                + $"writing again after: median {times[times.Count / 2]:F1} s, longest {times[^1]:F1} s");
        }

        await writer.KillAllAsync();
    }

    private static async Task<string> CompileAsync()
    {
        var made = Path.Combine(Directory.CreateTempSubdirectory("cornerstone-powercut-").FullName, "powercut.so");
        File.SetUnixFileMode(Path.GetDirectoryName(made)!, (UnixFileMode)0b111_101_101);
        await CommandAsync("cc", "-shared", "-fPIC", "-O2", "-o", made, Path.Combine(AppContext.BaseDirectory, "Faults", "powercut.c"), "-ldl");
        return made;
    }

    private static async Task CommandAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}
