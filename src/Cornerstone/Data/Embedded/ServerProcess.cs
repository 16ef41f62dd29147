using System.Diagnostics;
using System.Globalization;

namespace Cornerstone.Data.Embedded;

/// <summary>One run of the PostgreSQL server, from its start to its end.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Orderly = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Hasty = TimeSpan.FromSeconds(5);

    // Replaying the write-ahead log after a crash is bounded by max_wal_size (1 GB), minutes on a slow disk.
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly ILogger _logger;
    private string _lastComplaint = "";

    private ServerProcess(Process process, ILogger logger)
    {
        (_process, _logger) = (process, logger);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += StopUnasked;
    }

    public int Id => _process.Id;

    public Task Exited => _process.WaitForExitAsync();

    /// <summary>Starts the server and returns when it accepts connections.</summary>
    public static async Task<ServerProcess> StartAsync(PostgresCluster cluster, PostgresBinaries binaries, ServerAccount account, string socketFolder, ILogger logger, CancellationToken ct)
    {
        var start = account.Start(binaries.Server, cluster.Folder, ServerProfile.ServerArguments(cluster.Folder, socketFolder));
        var server = new ServerProcess(Command.StartQuietly(start), logger);
        try
        {
            await server.BecomeReadyAsync(cluster, ct);
            return server;
        }
        catch
        {
            await server.StopAsync();
            server.Dispose();
            throw;
        }
    }

    /// <summary>Open transactions are rolled back, everything committed is written out; by force only when that takes too long.</summary>
    public async Task StopAsync()
    {
        foreach (var (signal, patience) in new[] { (Posix.Interrupt, Orderly), (Posix.Quit, Hasty), (Posix.Kill, Hasty) })
        {
            if (_process.HasExited)
            {
                return;
            }

            Posix.Signal(_process.Id, signal);
            await Task.WhenAny(Exited, Task.Delay(patience));
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopUnasked;
        _process.Dispose();
    }

    private async Task BecomeReadyAsync(PostgresCluster cluster, CancellationToken ct)
    {
        for (var waited = Stopwatch.StartNew(); !IsReady(cluster.PidFile); await Task.Delay(10, ct))
        {
            if (_process.HasExited)
            {
                await Exited;
                throw new EmbeddedPostgresException("PostgreSQL could not be started in {0}: {1}", cluster.Folder,
                    _lastComplaint.Length > 0 ? _lastComplaint : $"exit code {_process.ExitCode}");
            }

            if (waited.Elapsed > LongestRecovery)
            {
                throw new EmbeddedPostgresException("PostgreSQL in {0} did not become ready within {1} minutes.", cluster.Folder, LongestRecovery.TotalMinutes);
            }
        }
    }

    // The eighth line of postmaster.pid is the server's own word on its state; pg_ctl reads it too.
    private bool IsReady(string pidFile)
    {
        try
        {
            var lines = File.ReadAllLines(pidFile);
            return lines.Length >= 8 && lines[0] == _process.Id.ToString(CultureInfo.InvariantCulture) && lines[7].Trim() == "ready";
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal) || line.StartsWith("setpriv:", StringComparison.Ordinal))
        {
            _lastComplaint = line[(line.IndexOf(": ", StringComparison.Ordinal) + 1)..].Trim();
        }

        _logger.LogDebug("PostgreSQL: {Line}", line);
    }

    // The program ends without having disposed of us: PostgreSQL must not stay behind.
    private void StopUnasked(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
        {
            Posix.Signal(_process.Id, Posix.Interrupt);
        }
    }
}
