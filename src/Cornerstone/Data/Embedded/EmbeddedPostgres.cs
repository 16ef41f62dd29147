using Npgsql;

namespace Cornerstone.Data.Embedded;

/// <summary>
/// Cornerstone's own PostgreSQL: made at the first start, kept running, stopped with us (docs/decisions/0002-embedded-postgresql.md).
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly EmbeddedPostgresSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly DataFolderLock _lock;
    private readonly RuntimeFolder _runtime;
    private readonly Func<CancellationToken, Task<ServerProcess>> _start;
    private readonly CancellationTokenSource _stopping = new();
    private ServerProcess _server;
    private Task _supervision = Task.CompletedTask;

    private EmbeddedPostgres(EmbeddedPostgresSettings settings, TimeProvider clock, ILogger logger, DataFolderLock held, RuntimeFolder runtime,
        Func<CancellationToken, Task<ServerProcess>> start, ServerProcess server, string password)
    {
        (_settings, _clock, _logger, _lock, _runtime, _start, _server) = (settings, clock, logger, held, runtime, start, server);
        AdminConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = runtime.SocketFolder,
            Username = "postgres",
            Password = password,
            Database = "postgres",
            GssEncryptionMode = GssEncryptionMode.Disable,
            SslMode = SslMode.Disable,
        }.ConnectionString;
    }

    /// <summary>As the superuser, over the Unix socket, to the database <c>postgres</c>. Stays the same when the server is restarted.</summary>
    public string AdminConnectionString { get; }

    /// <summary>The server was lost and is back: connections kept for reuse lead nowhere, so pools should be cleared.</summary>
    public event Action? Restarted;

    /// <summary>The process of the server that runs now.</summary>
    public int ServerProcessId => _server.Id;

    /// <exception cref="EmbeddedPostgresException">With a sentence for the person who started us; the program then exits with 2.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresSettings settings, TimeProvider clock, ILogger logger, CancellationToken ct)
    {
        settings = settings with { DataFolder = Path.GetFullPath(settings.DataFolder) };
        var held = DataFolderLock.Take(settings.DataFolder, clock);
        RuntimeFolder? runtime = null;
        try
        {
            RuntimeFolder.Remove(held.RuntimeFolderOfPredecessor);
            var account = await ServerAccount.ForAsync(PostgresCluster.FolderIn(settings.DataFolder), ct);
            runtime = RuntimeFolder.Create(account);
            held.Record(runtime.Path);
            var postgres = await StartAsync(settings, clock, logger, held, runtime, account, ct);
            postgres._supervision = postgres.SuperviseAsync();
            return postgres;
        }
        catch (Exception fault)
        {
            runtime?.Dispose();
            held.Dispose();
            throw fault is IOException or UnauthorizedAccessException
                ? new EmbeddedPostgresException("The data folder {0} cannot be used: {1}", settings.DataFolder, fault.Message)
                : fault;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _supervision;
        await _server.StopAsync();
        _server.Dispose();
        _runtime.Dispose();
        _lock.Dispose();
        _stopping.Dispose();
    }

    private static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresSettings settings, TimeProvider clock, ILogger logger, DataFolderLock held,
        RuntimeFolder runtime, ServerAccount account, CancellationToken ct)
    {
        var binaries = await PostgresBinaries.PrepareAsync(settings.BinariesFolder ?? PostgresBinaries.Search(), account, runtime.Path, ct);
        var cluster = await PostgresCluster.OpenAsync(settings.DataFolder, binaries, account, runtime, ct);

        async Task<ServerProcess> StartServerAsync(CancellationToken stopped)
        {
            if (await Leftovers.StopAsync(cluster, account, stopped) is > 0 and var count)
            {
                logger.LogWarning("{Count} PostgreSQL processes were left in {Folder} without a Cornerstone; they were stopped", count, cluster.Folder);
            }

            return await ServerProcess.StartAsync(cluster, binaries, account, runtime.SocketFolder, logger, stopped);
        }

        return new(settings, clock, logger, held, runtime, StartServerAsync, await StartServerAsync(ct), cluster.Password);
    }

    private async Task SuperviseAsync()
    {
        var stopping = Task.Delay(Timeout.Infinite, _stopping.Token);
        while (await Task.WhenAny(_server.Exited, stopping) != stopping)
        {
            _logger.LogWarning("PostgreSQL (process {Process}) ended unasked; starting it again", _server.Id);
            if (await RestartAsync() is not { } server)
            {
                return;
            }

            _server.Dispose();
            _server = server;
            NpgsqlConnection.ClearAllPools();
            Restarted?.Invoke();
            _logger.LogInformation("PostgreSQL runs again (process {Process})", server.Id);
        }
    }

    /// <summary>Tries until it succeeds, because a full disk or a busy machine may pass; null when we are being stopped.</summary>
    private async Task<ServerProcess?> RestartAsync()
    {
        for (var delay = _settings.FirstRestartDelay; ; delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, _settings.LongestRestartDelay.Ticks)))
        {
            try
            {
                await Task.Delay(delay, _clock, _stopping.Token);
                return await _start(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
            catch (Exception fault) when (fault is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
            {
                _logger.LogError("PostgreSQL could not be started again: {Reason}", fault.Message);
            }
        }
    }
}
