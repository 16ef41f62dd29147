using System.Diagnostics;
using System.Globalization;

namespace Cornerstone.Bench.Faults;

/// <summary>One run of <see cref="FaultWriter"/>, what it had acknowledged, and the ways to kill it.</summary>
internal sealed class WriterProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly ClusterProcesses server;
    private readonly Process process;
    private readonly Task reading;
    private readonly object gate = new();
    private readonly List<Guid> acknowledged = [];
    private bool isAgainAwaited;
    private bool isDisposed;
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WriterProcess(string folder, IEnumerable<(string Name, string Value)> environment)
    {
        server = new ClusterProcesses(Path.Combine(folder, "postgres"));
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
            return next.Task.WaitAsync(Patience);
        }
    }

    /// <summary>Until a writer was refused something.</summary>
    public Task RefusedAsync()
    {
        lock (gate)
        {
            refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return refused.Task.WaitAsync(Patience);
        }
    }

    public async Task KillProgramAsync()
    {
        process.Kill();
        await EndedAsync();
    }

    /// <summary>Program and server at once, as the cut of the power does.</summary>
    public async Task KillAllAsync()
    {
        process.Kill();
        await server.KillAllAsync();
        await EndedAsync();
    }

    /// <summary>Everything it had said before it ended is read.</summary>
    private async Task EndedAsync()
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

            if (line == FaultWriter.Refused)
            {
                lock (gate)
                {
                    refused.TrySetResult();
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

        lock (gate)
        {
            var ended = new InvalidOperationException("The program ended.");
            next.TrySetException(ended);
            refused.TrySetException(ended);
        }
    }
}
