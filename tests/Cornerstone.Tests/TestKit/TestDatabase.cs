using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Demonstration;
using Cornerstone.Tests.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Tests.TestKit;

/// <summary>
/// One PostgreSQL for the run, ours or (<see cref="Setting"/>) one as an administrator runs it, and one migrated template with the
/// demonstration's people; each test gets a copy of its own.
/// </summary>
internal static class TestDatabase
{
    /// <summary>"installed": the run's server is not the one that comes with Cornerstone.</summary>
    public const string Setting = "CORNERSTONE_TESTS_SERVER";

    private const string Template = "template_cornerstone";
    private const string Memory = "/dev/shm";
    private const long RoomInMemory = 4_000_000_000;
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private static readonly Lazy<Task<(string AdminConnectionString, IAsyncDisposable Running)>> Server = new(StartAsync);
    private static readonly Lazy<Task<string>> Country = new(() => PrepareAsync(database => Solenia.PrepareAsync(database, TimeProvider.System, CancellationToken.None), CancellationToken.None));
    private static int copies;

    public static string Folder { get; } = MakeFolder();

    public static bool IsInstalled { get; } = Environment.GetEnvironmentVariable(Setting) == "installed";

    private static string Secrets => Path.Combine(Folder, "secrets.json");

    /// <summary>A database of the test's own, migrated, holding workspaces and people and nothing else; or what the template holds.</summary>
    public static async Task<Database> CopyAsync(CancellationToken ct, string template = Template)
    {
        var server = await Server.Value;
        var name = $"copy_{Interlocked.Increment(ref copies)}";
        await Copying.WaitAsync(ct);
        try
        {
            await using var admin = new NpgsqlConnection(server.AdminConnectionString);
            await admin.OpenAsync(ct);
            await using var copy = new NpgsqlCommand($"create database {name} owner cornerstone_owner template {template}", admin);
            await copy.ExecuteNonQueryAsync(ct);
            // Inside the lock too: opening sets the roles' passwords, which two cannot do at once.
            return await Database.OpenAsync(server.AdminConnectionString, name, Secrets, ct);
        }
        finally
        {
            Copying.Release();
        }
    }

    /// <summary>A database of the test's own that holds the whole of the invented country.</summary>
    public static async Task<Database> SoleniaAsync(CancellationToken ct) => await CopyAsync(ct, await Country.Value);

    /// <summary>What a test is done with takes no room from the others. A database that was restored lies on a server of its own.</summary>
    public static async Task DropAsync(Database database)
    {
        var name = new NpgsqlConnectionStringBuilder(database.App.ConnectionString).Database;
        await database.DisposeAsync();
        await using var admin = new NpgsqlConnection((await Server.Value).AdminConnectionString);
        await admin.OpenAsync();
        await using var drop = new NpgsqlCommand($"drop database if exists {name} with (force)", admin);
        await drop.ExecuteNonQueryAsync();
    }

    /// <summary>The name of a template that holds what was prepared, for several copies alike.</summary>
    public static async Task<string> PrepareAsync(Func<Database, Task> prepare, CancellationToken ct)
    {
        await using var database = await CopyAsync(ct);
        await prepare(database);
        await using var connection = await database.App.OpenConnectionAsync(ct);
        return connection.Database;
    }

    /// <summary>An empty database, not migrated, by name; for tests of the migrations themselves.</summary>
    public static async Task<string> AdminConnectionAsync() => (await Server.Value).AdminConnectionString;

    public static async ValueTask StopAsync()
    {
        if (Server.IsValueCreated)
        {
            await (await Server.Value).Running.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    // Tests commit thousands of times, and none of these is about the disk: where memory serves as one, nobody waits for it.
    private static string MakeFolder()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Memory) || new DriveInfo(Memory).AvailableFreeSpace < RoomInMemory) return Directory.CreateTempSubdirectory("cornerstone-tests-").FullName;

        return Directory.CreateDirectory(Path.Combine(Memory, $"cornerstone-tests-{Guid.CreateVersion7():N}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    private static async Task<(string AdminConnectionString, IAsyncDisposable Running)> StartAsync()
    {
        var server = IsInstalled ? await InstalledAsync() : await OursAsync();
        await using var database = await Database.OpenAsync(server.AdminConnectionString, Template, Secrets, CancellationToken.None);
        await Solenia.AddPeopleAsync(database, TimeProvider.System, CancellationToken.None);
        return server;
    }

    private static async Task<(string AdminConnectionString, IAsyncDisposable Running)> OursAsync()
    {
        var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(Folder), TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        return (server.AdminConnectionString, server);
    }

    private static async Task<(string AdminConnectionString, IAsyncDisposable Running)> InstalledAsync()
    {
        // The account of the server enters, and sees nothing.
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.OtherExecute);
        var server = await InstalledServer.StartAsync(InstalledServer.Programs, Folder, CancellationToken.None);
        // What tests ask behind the program's back they ask as if it were ours; the program itself comes with its own demands.
        return (new NpgsqlConnectionStringBuilder(server.AdminConnectionString) { Options = ServerProfile.SessionOptions }.ConnectionString, server);
    }
}
