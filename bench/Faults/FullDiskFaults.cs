using System.Diagnostics;

namespace Cornerstone.Bench.Faults;

/// <summary>The disk of the data folder, one in memory, fills up under load, and somebody makes room again. Needs the right to mount.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal static class FullDiskFaults
{
    private const int Block = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static async Task RunAsync(FaultRun run)
    {
        Directory.CreateDirectory(run.Folder);
        await Shell.RunAsync("mount", "-t", "tmpfs", "-o", "size=1g,mode=755", "cornerstone-fault", run.Folder);
        try
        {
            var refused = await FillAsync(run, Path.Combine(run.Folder, "ballast"));
            await run.ReportAsync($"; {refused} of the points refused something");
        }
        finally
        {
            await Shell.RunAsync("umount", "--lazy", run.Folder);
        }
    }

    private static async Task<int> FillAsync(FaultRun run, string ballast)
    {
        var refused = 0;
        using var writer = await run.StartedAsync();
        while (run.Goes)
        {
            await run.WaitAsync();
            var refusal = writer.RefusedAsync();
            Fill(ballast);
            // What was reserved before may last for a while.
            refused += await Task.WhenAny(refusal, Task.Delay(Patience)) == refusal ? 1 : 0;
            await run.WaitAsync();
            var (watch, next) = (Stopwatch.StartNew(), writer.NextAsync(again: refusal.IsCompleted));
            File.Delete(ballast);
            await next;
            run.Point(watch.Elapsed);
            await run.CheckAsync(writer);
        }

        await run.EndAsync(writer);
        return refused;
    }

    private static void Fill(string ballast)
    {
        var block = new byte[Block];
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var size = Block; size > 0; size /= 2)
            {
                while (Takes(file, block.AsSpan(0, size)))
                {
                    // Until not even a smaller piece fits.
                }
            }
        }
        catch (IOException)
        {
            // Not even closing finds room: it is full.
        }
    }

    private static bool Takes(FileStream file, ReadOnlySpan<byte> block)
    {
        try
        {
            file.Write(block);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
