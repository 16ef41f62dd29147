using Cornerstone.Data.Embedded;

namespace Cornerstone.Data;

/// <summary>
/// The database of one data folder, open for use: the private PostgreSQL beside it, or the server named by
/// CORNERSTONE_DB. Disposing stops what was started.
/// </summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    public const string Name = "cornerstone";
    private readonly EmbeddedPostgres? embedded;

    private OpenDatabase(Database database, EmbeddedPostgres? embedded)
    {
        Database = database;
        this.embedded = embedded;
    }

    public Database Database { get; }

    /// <param name="beforeUpgrade">What to do before an older version's data is upgraded; when left out, it is not upgraded.</param>
    /// <exception cref="DatabaseRefusedException">Also when an older version wrote the folder and only <c>serve</c> may upgrade it.</exception>
    public static async Task<OpenDatabase> OpenAsync(string dataFolder, ILogger logger, CancellationToken ct, BeforeUpgrade? beforeUpgrade = null)
    {
        _ = Task.Run(AppDb.LearnModel, ct);
        var secrets = Path.Combine(dataFolder, "secrets.json");
        if (Environment.GetEnvironmentVariable("CORNERSTONE_DB") is { Length: > 0 } server)
        {
            var connection = new Npgsql.NpgsqlConnectionStringBuilder(server);
            var name = connection.Database is null or "postgres" ? Name : connection.Database;
            connection.Database = "postgres";
            return new OpenDatabase(await Database.OpenAsync(connection.ConnectionString, name, secrets, ct, beforeUpgrade: beforeUpgrade ?? Refuse), embedded: null);
        }

        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(dataFolder), TimeProvider.System, logger, ct);
        try
        {
            var database = await Database.OpenAsync(postgres.AdminConnectionString, Name, secrets, ct, beforeUpgrade: beforeUpgrade ?? Refuse);
            postgres.Restarted += database.ForgetConnections;
            return new OpenDatabase(database, postgres);
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The database as it is, without migrating it, also while another Cornerstone runs on the folder: for backups, exports and
    /// examinations, which must not have to stop anybody's work.
    /// </summary>
    public static async Task<OpenDatabase> AttachAsync(string dataFolder, ILogger logger, CancellationToken ct)
    {
        var secrets = Path.Combine(dataFolder, "secrets.json");
        if (Environment.GetEnvironmentVariable("CORNERSTONE_DB") is { Length: > 0 } server)
        {
            var connection = new Npgsql.NpgsqlConnectionStringBuilder(server);
            return new OpenDatabase(Database.Attach(server, connection.Database is null or "postgres" ? Name : connection.Database, secrets), embedded: null);
        }

        if (RunningServer.ConnectionIn(dataFolder) is { } running)
        {
            return new OpenDatabase(Database.Attach(running, Name, secrets), embedded: null);
        }

        if (!Directory.Exists(PostgresCluster.FolderIn(dataFolder)))
        {
            throw new DatabaseRefusedException($"There is no database in {dataFolder}. Name the data folder with --data.");
        }

        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(dataFolder), TimeProvider.System, logger, ct);
        try
        {
            return new OpenDatabase(Database.Attach(postgres.AdminConnectionString, Name, secrets), postgres);
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    private static Task<Act?> Refuse(Database older, CancellationToken ct) =>
        throw new DatabaseRefusedException("An older Cornerstone wrote this data. Start it once with \"./cornerstone serve\", which backs it up and upgrades it.");

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (embedded is not null)
        {
            await embedded.DisposeAsync();
        }
    }
}
