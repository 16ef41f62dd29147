using Cornerstone.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Tests.Data.Embedded;

/// <summary>A data folder of its own for one test, removed with everything in it.</summary>
internal sealed class ScratchDatabase : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cs-test-").FullName;

    public ScratchDatabase(string below = "data", bool privateParent = false)
    {
        DataFolder = Path.Join(_root, below);
        if (!privateParent)
        {
            // A temporary folder is closed to others; the account the server runs under may enter most real ones.
            File.SetUnixFileMode(_root, File.GetUnixFileMode(_root) | UnixFileMode.OtherExecute);
        }
    }

    public string DataFolder { get; }

    public string Cluster => Path.Join(DataFolder, "postgres");

    public string Secrets => Path.Join(DataFolder, "secrets.json");

    public string PidFile => Path.Join(Cluster, "postmaster.pid");

    public Task<EmbeddedPostgres> StartAsync(string? binaries = null) => EmbeddedPostgres.StartAsync(
        new(DataFolder, binaries) { FirstRestartDelay = TimeSpan.FromMilliseconds(20) }, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken);

    public async Task<EmbeddedPostgresException> RefusalAsync(string? binaries = null) =>
        await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(binaries));

    public static async Task<string?> AskAsync(EmbeddedPostgres postgres, string sql)
    {
        // Not pooled: a test must see the server as it is now.
        await using var connection = new NpgsqlConnection(postgres.AdminConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))?.ToString();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
