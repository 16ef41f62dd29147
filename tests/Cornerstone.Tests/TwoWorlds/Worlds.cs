using System.Text;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Demonstration;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>
/// The program twice over the demonstration country at the same moment: once as it is, once with a secret record beside each record
/// (secrets.sql). Whoever does not belong to the secret compartment must not be able to tell the two apart (security handbook, goal 8).
/// </summary>
internal sealed class Worlds : IAsyncDisposable
{
    /// <summary>Stands in every sentence of every secret record and nowhere else.</summary>
    public const string Canary = "ZINNOBER";

    private static readonly DateTimeOffset Now = new(2026, 11, 9, 10, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<string>> Country = new(() => TestDatabase.PrepareAsync(database => Solenia.PrepareAsync(database, new SetClock(Now), CancellationToken.None), CancellationToken.None));

    private Worlds(TestApp without, TestApp with, LogBook log) => (Without, With, Log) = (without, with, log);

    public TestApp Without { get; }

    public TestApp With { get; }

    public LogBook Log { get; }

    /// <param name="withSecrets">False for two worlds that are alike: to do different things in them and compare.</param>
    public static async Task<Worlds> MakeAsync(CancellationToken ct, bool withSecrets = true)
    {
        var clock = new SetClock(Now);
        var country = await Country.Value;
        var (without, with) = (await TestDatabase.CopyAsync(ct, country), await TestDatabase.CopyAsync(ct, country));
        if (withSecrets)
        {
            await AddSecretsAsync(with, ct);
        }

        var log = new LogBook();
        return new(await StartAsync(without, clock, log), await StartAsync(with, clock, log), log);
    }

    /// <summary>One world without secrets, changed by a superuser first if need be.</summary>
    public static async Task<TestApp> OneAsync(CancellationToken ct, string? script = null)
    {
        var world = await TestDatabase.CopyAsync(ct, await Country.Value);
        if (script is not null)
        {
            await RunAsync(world, script, ct);
        }

        return await StartAsync(world, new SetClock(Now), new LogBook());
    }

    /// <summary>All that is hidden, as one number: it moves when any of it does.</summary>
    public async Task<string> FingerprintAsync(CancellationToken ct)
    {
        await using var admin = await AdminAsync(With.Database, ct);
        var marks = new StringBuilder();
        foreach (var table in (await SecretsAsync(ct)).Keys.Order(StringComparer.Ordinal))
        {
            await using var hash = new NpgsqlCommand($"select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from work.{table} t where compartment = '{SecretTwins.Compartment}'", admin);
            marks.Append(table).Append(' ').AppendLine((string?)await hash.ExecuteScalarAsync(ct));
        }

        return marks.ToString();
    }

    /// <summary>Secret records by table: how many stand beside those everybody sees.</summary>
    public async Task<IReadOnlyDictionary<string, long>> SecretsAsync(CancellationToken ct)
    {
        await using var admin = await AdminAsync(With.Database, ct);
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'compartment' where c.relnamespace = 'work'::regnamespace and c.relkind = 'r'", admin))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var found = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            await using var count = new NpgsqlCommand($"select count(*) filter (where compartment = '{SecretTwins.Compartment}') - sign(count(*) filter (where compartment is null)) from work.{table}", admin);
            found[table] = Convert.ToInt64(await count.ExecuteScalarAsync(ct));
        }

        return found;
    }

    /// <summary>From now on this person belongs to the secret compartment.</summary>
    public async Task AdmitAsync(DemonstrationPerson person, CancellationToken ct)
    {
        await using var admin = await AdminAsync(With.Database, ct);
        await using var command = new NpgsqlCommand($"insert into access.compartment_member values ('{SecretTwins.Compartment}', '{person.Id}', current_date - 1, current_date + 1)", admin);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Everything stored in a world but for the ids that were made while it ran, as lines that can be compared.</summary>
    public static async Task<IReadOnlyList<string>> ContentAsync(TestApp world, CancellationToken ct)
    {
        await using var admin = await AdminAsync(world.Database, ct);
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("select table_schema || '.' || table_name from information_schema.tables where table_schema in ('work', 'access') and table_type = 'BASE TABLE' and table_name not in ('session', 'password_pace') order by 1", admin))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var content = new List<string>();
        foreach (var table in tables)
        {
            // Neither ids, drawn secrets nor the numbers of transactions are the same twice.
            await using var rows = new NpgsqlCommand($"select '{table} ' || regexp_replace((to_jsonb(t) - array(select attname::text from pg_attribute where attrelid = '{table}'::regclass and atttypid = 'xid8'::regtype))::text, '[0-9a-f]{{8}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{12}}|x[0-9a-f]{{64}}', '*', 'g') from {table} t order by 1", admin);
            await using var reader = await rows.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                content.Add(reader.GetString(0));
            }
        }

        return content;
    }

    public async ValueTask DisposeAsync()
    {
        await Without.DisposeAsync();
        await With.DisposeAsync();
    }

    private static Task AddSecretsAsync(Database database, CancellationToken ct) => RunAsync(database, "secrets.sql", ct);

    private static async Task RunAsync(Database database, string script, CancellationToken ct)
    {
        await using var admin = await AdminAsync(database, ct);
        await using var command = new NpgsqlCommand(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Cornerstone.Tests/TwoWorlds", script), ct), admin);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<NpgsqlConnection> AdminAsync(Database database, CancellationToken ct)
    {
        await using var app = await database.App.OpenConnectionAsync(ct);
        var admin = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await TestDatabase.AdminConnectionAsync()) { Database = app.Database, Pooling = false }.ConnectionString);
        await admin.OpenAsync(ct);
        return admin;
    }

    private static Task<TestApp> StartAsync(Database database, TimeProvider clock, LogBook log) => TestApp.StartAsync(
        over: database,
        adjust: builder =>
        {
            builder.Services.AddSingleton(clock);
            builder.Logging.ClearProviders().AddProvider(log);
        });
}
