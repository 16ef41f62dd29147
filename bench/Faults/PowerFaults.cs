namespace Cornerstone.Bench.Faults;

/// <summary>Everything is killed, and the cluster is put back to what had been synced (powercut.c).</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal static class PowerFaults
{
    internal static async Task RunAsync(FaultRun run, string synced, bool blind)
    {
        var shim = await Shell.CompileAsync("powercut.c");
        (string, string)[] blindness = blind ? [("POWERCUT_BLIND", "1")] : [];
        await run.EndAsync(await run.StartedAsync());
        while (run.Goes)
        {
            await Shell.RunAsync("cp", "-a", run.Cluster, synced);
            using var writer = await run.StartedAsync([("LD_PRELOAD", shim), ("POWERCUT_FROM", run.Cluster), ("POWERCUT_TO", synced), .. blindness]);
            await run.CheckAsync(writer);
            await run.WaitAsync();
            await run.EndAsync(writer);
            run.Point();
            Directory.Delete(run.Cluster, recursive: true);
            Directory.Move(synced, run.Cluster);
            foreach (var draft in Directory.EnumerateFiles(run.Cluster, "powercut.*"))
            {
                File.Delete(draft);
            }
        }

        await run.ReportAsync();
        Directory.Delete(Path.GetDirectoryName(shim)!, recursive: true);
    }
}
