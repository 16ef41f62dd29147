using System.Diagnostics;

namespace Cornerstone.Bench.Faults;

/// <summary>What a running program has to live through without being killed.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal static class MachineFaults
{
    private const int DaysEachWay = 3;

    /// <summary>Every connection to the server is cut.</summary>
    internal static async Task LoseConnectionsAsync(FaultRun run)
    {
        var server = new ClusterProcesses(run.Cluster);
        using var writer = await run.StartedAsync();
        while (run.Goes)
        {
            await run.WaitAsync();
            var (watch, again) = (Stopwatch.StartNew(), writer.NextAsync(again: true));
            server.CutOff();
            await again;
            run.Point(watch.Elapsed);
            await run.CheckAsync(writer);
        }

        await run.EndAsync(writer);
        await run.ReportAsync();
    }

    /// <summary>The clock of program and server goes up to three days back or ahead.</summary>
    internal static async Task JumpAsync(FaultRun run)
    {
        using var machine = await FaultyMachine.MakeAsync(run.Cluster);
        using var writer = await run.StartedAsync(machine.Environment);
        while (run.Goes)
        {
            await run.WaitAsync();
            machine.ShiftClock(TimeSpan.FromSeconds(run.Number(2 * DaysEachWay * 86_400) - (DaysEachWay * 86_400)));
            var watch = Stopwatch.StartNew();
            await writer.NextAsync(again: false);
            run.Point(watch.Elapsed);
            await run.CheckAsync(writer);
        }

        await run.EndAsync(writer);
        await run.ReportAsync();
    }

    /// <summary>Each write and sync of the server's files fails for a while, and then works again.</summary>
    internal static async Task RefuseAsync(FaultRun run, int number)
    {
        using var machine = await FaultyMachine.MakeAsync(run.Cluster);
        using var writer = await run.StartedAsync(machine.Environment);
        while (run.Goes)
        {
            await run.WaitAsync();
            var refusal = writer.RefusedAsync();
            machine.Refuse(number);
            await refusal;
            await run.WaitAsync();
            var (watch, again) = (Stopwatch.StartNew(), writer.NextAsync(again: true));
            machine.Work();
            await again;
            run.Point(watch.Elapsed);
            await run.CheckAsync(writer);
        }

        await run.EndAsync(writer);
        await run.ReportAsync();
    }
}
