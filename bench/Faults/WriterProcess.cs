using System.Diagnostics;
using System.Globalization;

namespace Cornerstone.Bench.Faults;

/// <summary>One run of <see cref="FaultWriter"/>, what it had acknowledged, and the ways to kill it.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly string cluster;
    private readonly Process process;
    private readonly Task reading;
    private readonly object gate = new();
    private readonly List<Guid> acknowledged = [];
    private bool isAgainAwaited;
    private bool isDisposed;
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WriterProcess(string folder, IEnumerable<(string Name, string Value)> environment)
    {
        cluster = Path.Combine(folder, "postgres");
        var assembly = typeof(WriterProcess).Assembly.Location;
        var host = Environment.ProcessPath!;
        var start = Path.GetFileNameWithoutExtension(host) == "dotnet" ? new ProcessStartInfo(host, [assembly, FaultWriter.Verb, folder]) : new ProcessStartInfo(host, [FaultWriter.Verb, folder]);
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        reading = Task.Run(ReadAsync);
    }

    public static WriterProcess Start(string folder, params IEnumerable<(string Name, string Value)> environment) => new(folder, environment);

    /// <summary>The pairs whose act was acknowledged so far.</summary>
    public IReadOnlyList<Guid> Told()
    {
        lock (gate)
        {
            return [.. acknowledged];
        }
    }

    /// <summary>Until an act is acknowledged; one begun after a connection was lost and made anew, where asked.</summary>
    public Task NextAsync(bool again)
    {
        lock (gate)
        {
            (isAgainAwaited, next) = (again, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return next.Task.WaitAsync(TimeSpan.FromSeconds(120));
        }
    }

    public void KillProgram() => process.Kill();

    /// <summary>The server's first process, or one that serves somebody.</summary>
    public void KillServer(bool first)
    {
        var all = ServerProcesses();
        var master = int.Parse(File.ReadLines(Path.Combine(cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var victim = first ? master : all.Where(p => p != master).OrderDescending().First();
        Process.GetProcessById(victim).Kill();
    }

    /// <summary>Program and server at once, as the cut of the power does.</summary>
    public async Task KillAllAsync()
    {
        process.Kill();
        while (ServerProcesses() is { Count: > 0 } alive)
        {
            foreach (var server in alive)
            {
                try
                {
                    Process.GetProcessById(server).Kill();
                }
                catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
                {
                    // It ended by itself.
                }
            }

            await Task.Delay(5);
        }

        await EndedAsync();
    }

    /// <summary>Everything it had said before it ended is read.</summary>
    public async Task EndedAsync()
    {
        await process.WaitForExitAsync();
        await reading;
    }

    public void Dispose()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            process.Kill();
            process.Dispose();
        }
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == FaultWriter.Again)
            {
                lock (gate)
                {
                    isAgainAwaited = false;
                }
            }

            // A line that the kill cut short was not told.
            if (line.StartsWith(FaultWriter.Acknowledged, StringComparison.Ordinal) && Guid.TryParse(line.AsSpan(FaultWriter.Acknowledged.Length), CultureInfo.InvariantCulture, out var pair))
            {
                lock (gate)
                {
                    acknowledged.Add(pair);
                    if (!isAgainAwaited)
                    {
                        next.TrySetResult();
                    }
                }
            }
        }
    }

    // Those whose folder is the cluster: PostgreSQL is started inside it.
    private List<int> ServerProcesses() =>
        [.. Directory.EnumerateDirectories("/proc").Select(p => int.TryParse(Path.GetFileName(p), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0 && FolderOf(id) == cluster)];

    private static string? FolderOf(int id)
    {
        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
