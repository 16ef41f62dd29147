using System.Security.Cryptography;
using System.Text.Json;
using Cornerstone.Access;
using Cornerstone.Data.Embedded;
using Npgsql;

namespace Cornerstone.Data;

/// <summary>What is done with an older version's data before this version's steps run over it; the act to journal, if any.</summary>
public delegate Task<Act?> BeforeUpgrade(Database older, CancellationToken ct);

/// <summary>
/// The database as the program uses it: roles made, schema up to date, one pool per role. Nobody's everyday
/// role owns a table.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    public const int LowestVersion = 18;
    private const int DefaultTimeoutSeconds = 30;
    private const string OwnerRole = "cornerstone_owner";
    internal const string AppRole = "cornerstone_app";
    private const string PublicRole = "cornerstone_public";
    private const string SealedRole = "cornerstone_sealed";

    // Of the owner's connections; a fourth import waits for one.
    private const int BulkAtOnce = 3;

    /// <summary>
    /// Roles, and how many connections each holds at most. Whoever comes when all are taken waits for one; together they leave some of the
    /// server's to backups, examinations and its keeper, so that it never has to turn anybody away.
    /// </summary>
    internal static readonly IReadOnlyDictionary<string, int> Connections = new Dictionary<string, int> { [OwnerRole] = 8, [AppRole] = 40, [PublicRole] = 12, [SealedRole] = 8 };

    private readonly NpgsqlDataSource owner;

    private Database(Func<string, NpgsqlDataSource> pool, NpgsqlDataSource bulk) => (owner, Bulk, App, Published, Sealed) = (pool(OwnerRole), bulk, pool(AppRole), pool(PublicRole), pool(SealedRole));

    /// <summary>The everyday role, under row-level security.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>Owns the tables and passes the wall: for migrations, the journal's chain and backups, never for what a person asks.</summary>
    internal NpgsqlDataSource Owner => owner;

    /// <summary>
    /// For large imports: each connection stands in the everyday role from its first moment and steps out of it for the length of one COPY,
    /// which cannot write under row-level security; the tables judge then for themselves what it brought (decision 50).
    /// </summary>
    internal NpgsqlDataSource Bulk { get; }

    /// <summary>Reads the published store and nothing else.</summary>
    public NpgsqlDataSource Published { get; }

    /// <summary>The role of the sealed store: it reads ciphertext of the groups of whoever asks, and nothing of the work store.</summary>
    public NpgsqlDataSource Sealed { get; }

    /// <summary>Makes roles and database where they are missing, migrates, and opens the pools.</summary>
    /// <param name="adminConnection">A connection that may create roles and databases.</param>
    /// <param name="secretsFile">Where the roles' generated passwords are kept, readable by this user only.</param>
    /// <exception cref="DatabaseRefusedException">Wrong version, newer schema, or altered migration.</exception>
    /// <param name="only">Steps of an older version, to bring back what it wrote; all when left out.</param>
    /// <param name="beforeUpgrade">Called when an older version's data is about to change; what it did is journaled once the upgrade is through.</param>
    public static async Task<Database> OpenAsync(string adminConnection, string name, string secretsFile, CancellationToken ct, IReadOnlyCollection<string>? only = null, BeforeUpgrade? beforeUpgrade = null)
    {
        var passwords = Passwords(secretsFile);
        await using (var admin = new NpgsqlConnection(adminConnection))
        {
            await admin.OpenAsync(ct);
            await PrepareAsync(admin, name, passwords, ct);
        }

        var database = Pools(adminConnection, name, passwords);
        await using var connection = await database.owner.OpenConnectionAsync(ct);
        var done = beforeUpgrade is not null && await Migration.IsUpgradeAsync(connection, ct) ? await beforeUpgrade(database, ct) : null;
        await Migration.RunAsync(connection, ct, only);
        // Who owns a table passes its row-level security.
        if (await OwnedAsync(connection, ct) is { Length: > 0 } owned)
        {
            await database.DisposeAsync();
            throw new DatabaseRefusedException($"A role of everyday work owns {owned}, and would pass the wall. Give it back: alter table … owner to {OwnerRole}.");
        }

        if (done is not null)
        {
            await using var db = await database.AsAsync(Reader.Operator, ct);
            await db.SaveAsync(done, ct);
        }

        return database;
    }

    /// <summary>The pools of a database that is there already, as it is: nothing is made and nothing migrated.</summary>
    /// <exception cref="DatabaseRefusedException">The roles' passwords are not in the file.</exception>
    internal static Database Attach(string serverConnection, string name, string secretsFile) => Known(secretsFile) is { } passwords && Connections.Keys.All(passwords.ContainsKey)
        ? Pools(serverConnection, name, passwords)
        : throw new DatabaseRefusedException($"The file {secretsFile} with the passwords of the database's roles is missing or incomplete.");

    private static Database Pools(string connection, string name, Dictionary<string, string> passwords)
    {
        NpgsqlConnectionStringBuilder Settings(string role, int most) => new(connection)
        {
            Database = name,
            Username = role,
            Password = passwords[role],
            ApplicationName = role,
            // Whatever the operator's own line says: what bounds them is the pool.
            Pooling = true,
            MaxPoolSize = most,
            // Eight pages of the server's at a time: a tree of 2,000 nodes is 600 KB, and each time it waits for more, a reader goes to sleep and is woken.
            ReadBufferSize = 65536,
            // Pages ask the same questions again and again: the server keeps them understood, but plans them for what is asked
            // this time, because one plan for every indicator would be a poor one for a large series. AppDb lifts this while it writes.
            MaxAutoPrepare = role == OwnerRole ? 0 : 100,
            Options = $"-c plan_cache_mode=force_custom_plan {ServerProfile.SessionOptions}",
            // The owner's work takes as long as the data is large: migrations, backups.
            CommandTimeout = role == OwnerRole ? 0 : DefaultTimeoutSeconds,
        };
        NpgsqlDataSource Pool(string role) => new NpgsqlDataSourceBuilder(Settings(role, Connections[role] - (role == OwnerRole ? BulkAtOnce : 0)).ConnectionString).Build();

        // Nothing is reset when a connection goes back: it would stand in the owner's role again.
        var bulk = Settings(OwnerRole, BulkAtOnce);
        (bulk.NoResetOnClose, bulk.Timeout) = (true, 0);
        return new Database(Pool, new NpgsqlDataSourceBuilder(bulk.ConnectionString).UsePhysicalConnectionInitializer(StandInEverydayRole, StandInEverydayRoleAsync).Build());
    }

    private static void StandInEverydayRole(NpgsqlConnection connection) => throw new NotSupportedException("A bulk connection is opened asynchronously.");

    private static Task StandInEverydayRoleAsync(NpgsqlConnection connection) => ExecuteAsync(connection, $"set role {AppRole}", CancellationToken.None);

    /// <summary>The same for a large import.</summary>
    internal async Task<AppDb> AsBulkAsync(Reader reader, CancellationToken ct)
    {
        var db = AppDb.OverBulk(this);
        await db.BeginAsync(reader, ct);
        return db;
    }

    /// <summary>A context of its own, already reading as this person: for verbs, background work and tests.</summary>
    public async Task<AppDb> AsAsync(Reader reader, CancellationToken ct)
    {
        var db = AppDb.Over(this);
        await db.BeginAsync(reader, ct);
        return db;
    }

    /// <summary>The server was started anew: connections kept for reuse lead nowhere.</summary>
    public void ForgetConnections()
    {
        App.Clear();
        Bulk.Clear();
        Published.Clear();
        Sealed.Clear();
        owner.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Bulk.DisposeAsync();
        await Published.DisposeAsync();
        await Sealed.DisposeAsync();
        await owner.DisposeAsync();
    }

    private static async Task PrepareAsync(NpgsqlConnection admin, string name, Dictionary<string, string> passwords, CancellationToken ct)
    {
        if (admin.PostgreSqlVersion.Major < LowestVersion)
        {
            throw new DatabaseRefusedException($"PostgreSQL {admin.PostgreSqlVersion} is too old: Cornerstone needs {LowestVersion} or newer.");
        }

        // What is acknowledged must be on the disk (security handbook, goal 29 and SO-05).
        if (await SwitchedOffAsync(admin, ct) is { Length: > 0 } off)
        {
            throw new DatabaseRefusedException($"This PostgreSQL has {off} switched off: a power cut would lose what was saved. Switch it on in its settings, then start again.");
        }

        foreach (var role in Connections.Keys)
        {
            var verb = await ExistsAsync(admin, "select 1 from pg_roles where rolname = $1", role, ct) ? "alter" : "create";
            await ExecuteAsync(admin, $"{verb} role {role} login nosuperuser nobypassrls password '{passwords[role]}'", ct);
        }

        await ExecuteAsync(admin, $"grant {AppRole} to {OwnerRole} with inherit false, set true", ct);
        if (!await ExistsAsync(admin, "select 1 from pg_database where datname = $1", name, ct))
        {
            await ExecuteAsync(admin, $"grant {OwnerRole} to current_user", ct);
            // The same order and case rules on every server, whatever its own.
            await ExecuteAsync(admin, $"create database \"{name}\" owner {OwnerRole} encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C' template template0", ct);
            await ExecuteAsync(admin, $"revoke all on database \"{name}\" from public", ct);
        }

        // Also where it is there already: a role may be newer than the database.
        await ExecuteAsync(admin, $"grant connect on database \"{name}\" to {AppRole}, {PublicRole}, {SealedRole}", ct);
    }

    private static async Task<string> SwitchedOffAsync(NpgsqlConnection admin, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coalesce(string_agg(name, ', ' order by name), '') from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'", admin);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<string> OwnedAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coalesce(string_agg(c.oid::regclass::text, ', '), '') from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any($1) and c.relkind in ('r', 'p', 'v', 'm') and not pg_is_other_temp_schema(c.relnamespace)", owner)
        {
            Parameters = { new() { Value = Connections.Keys.Where(r => r != OwnerRole).ToArray() } },
        };
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    private static Dictionary<string, string>? Known(string secretsFile) =>
        File.Exists(secretsFile) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(secretsFile)) : null;

    private static Dictionary<string, string> Passwords(string secretsFile)
    {
        var known = Known(secretsFile) ?? [];
        if (Connections.Keys.All(known.ContainsKey))
        {
            return known;
        }

        foreach (var role in Connections.Keys.Where(r => !known.ContainsKey(r)))
        {
            known[role] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(secretsFile))!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(secretsFile, options);
        JsonSerializer.Serialize(file, known);
        return known;
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection admin, string sql, string value, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, admin) { Parameters = { new() { Value = value } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection admin, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync(ct);
    }
}
