using System.Diagnostics;

namespace Cornerstone.Bench.Faults;

/// <summary>In turn: PostgreSQL's first process, one that serves somebody, the program, everything at once.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal static class KilledFaults
{
    internal static async Task RunAsync(FaultRun run)
    {
        var server = new ClusterProcesses(run.Cluster);
        var writer = await run.StartedAsync();
        while (run.Goes)
        {
            await run.WaitAsync();
            var way = run.Points % 4;
            if (way < 2)
            {
                var (watch, again) = (Stopwatch.StartNew(), writer.NextAsync(again: true));
                server.Kill(first: way == 0);
                await again;
                run.Point(watch.Elapsed);
            }
            else
            {
                await run.EndAsync(writer, alone: way == 2);
                run.Point();
                writer = await run.StartedAsync();
            }

            await run.CheckAsync(writer);
        }

        await run.EndAsync(writer);
        await run.ReportAsync();
    }
}
