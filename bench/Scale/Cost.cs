using System.Diagnostics;

namespace Cornerstone.Bench.Scale;

/// <summary>Clock, processor time of ours and of PostgreSQL, and memory, of something done to many rows.</summary>
internal sealed class Cost : IDisposable
{
    private readonly string data;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TimeSpan processor = Environment.CpuUsage.TotalTime;
    private readonly double server;
    private readonly long before;
    private readonly Timer sampling;
    private long peak;

    private Cost(string data)
    {
        GC.Collect();
        (this.data, server, before) = (data, ServerTime.Seconds(data), Environment.WorkingSet);
        sampling = new(_ => peak = Math.Max(peak, Environment.WorkingSet), null, 0, 20);
    }

    internal static Cost Begin(string data) => new(data);

    internal TimeSpan Elapsed => watch.Elapsed;

    /// <summary>The system's average over one minute; "?" where it is not told.</summary>
    internal static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    public void Dispose() => sampling.Dispose();

    internal string Of(string what, int rows)
    {
        var seconds = watch.Elapsed.TotalSeconds;
        return $"{what}: {rows:#,0} in {seconds:0.0} s = {rows / seconds:#,0} a second (processor time: ours {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s, "
            + $"PostgreSQL's {ServerTime.Seconds(data) - server:0.0} s; resident +{Math.Max(0, peak - before) / 1_000_000} MB; load {Load()})";
    }
}
