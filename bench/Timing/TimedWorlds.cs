using Cornerstone.Access;
using Cornerstone.Bench.Load;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Demonstration;
using Cornerstone.Tests.TwoWorlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Bench.Timing;

/// <summary>The program over one database, answering on a port of its own.</summary>
internal sealed record TimedWorld(Database Database, WebApplication App) : IAsyncDisposable
{
    public Uri Root => new(App.Urls.Single());

    public Task<LoadVisitor> AsAsync(DemonstrationPerson person) => LoadVisitor.SignedInAsync(Root, person);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>The two worlds of the tests beside each other, and the first once more: the invented country as it is, and with a secret record beside each record.</summary>
internal sealed class TimedWorlds : IAsyncDisposable
{
    private const string Original = "original";
    private static readonly string[] Names = ["without", "with", "alike"];
    private readonly EmbeddedPostgres server;
    private readonly string folder;
    private readonly List<TimedWorld> worlds = [];

    private TimedWorlds(EmbeddedPostgres server, string folder) => (this.server, this.folder) = (server, folder);

    public TimedWorld Without => worlds[0];

    public TimedWorld With => worlds[1];

    public TimedWorld Alike => worlds[2];

    /// <param name="each">Secrets beside each so manieth record.</param>
    public static async Task<TimedWorlds> StartAsync(string folder, int each, CancellationToken ct)
    {
        var made = new TimedWorlds(await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(folder), TimeProvider.System, NullLogger.Instance, ct), folder);
        try
        {
            await made.FillAsync(each, ct);
            await made.StartProgramsAsync(ct);
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <summary>The programs once more over the same records: who was asked for pages before has other plans prepared and other things kept than who was not.</summary>
    public async Task StartAgainAsync(CancellationToken ct)
    {
        await StopProgramsAsync();
        await StartProgramsAsync(ct);
    }

    /// <summary>While something is done, this person belongs to the secret compartment, and not any more after it.</summary>
    public async Task AsMemberAsync(DemonstrationPerson person, Func<Task> act, CancellationToken ct)
    {
        await ExecuteAsync("with", $"insert into access.compartment_member values ('{SecretTwins.Compartment}', '{person.Id}', current_date - 1, current_date + 1)", ct);
        await act();
        await ExecuteAsync("with", $"delete from access.compartment_member where compartment_id = '{SecretTwins.Compartment}'", ct);
    }

    /// <summary>The ids of all hidden records.</summary>
    public async Task<IReadOnlySet<string>> HiddenAsync(CancellationToken ct)
    {
        var tables = await TextsAsync("""
            select c.relname::text from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'compartment'
            join pg_attribute i on i.attrelid = c.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype
            where c.relnamespace = 'work'::regnamespace and c.relkind = 'r'
            """, ct);
        return (await TextsAsync(string.Join(" union ", tables.Select(t => $"select id::text from work.{t} where compartment = '{SecretTwins.Compartment}'")), ct)).ToHashSet();
    }

    public async ValueTask DisposeAsync()
    {
        await StopProgramsAsync();
        await server.DisposeAsync();
    }

    private async Task StartProgramsAsync(CancellationToken ct)
    {
        foreach (var name in Names)
        {
            var database = await OpenAsync(name, ct);
            var app = Web.Build(new HostSettings(Path.Join(folder, name), Port: 0, IsDemonstration: true), database, builder => builder.Logging.ClearProviders());
            await app.StartAsync(ct);
            worlds.Add(new(database, app));
        }
    }

    private async Task StopProgramsAsync()
    {
        foreach (var world in worlds)
        {
            await world.DisposeAsync();
        }

        worlds.Clear();
    }

    private async Task FillAsync(int each, CancellationToken ct)
    {
        await using (var filled = await OpenAsync(Original, ct))
        {
            await Solenia.PrepareAsync(filled, TimeProvider.System, ct);
        }

        // All three are copies, so that none was filled in another way than the others.
        foreach (var copy in Names)
        {
            await ExecuteAsync("postgres", $"create database \"{copy}\" owner cornerstone_owner template \"{Original}\"", ct);
        }

        await ExecuteAsync("with", $"set harness.each = '{each}';\n" + await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Timing/secrets.sql"), ct), ct);
        foreach (var name in Names)
        {
            // What PostgreSQL does by itself within a minute of such a change.
            await ExecuteAsync(name, "vacuum (analyze, parallel 0)", ct);
        }
    }

    private Task<Database> OpenAsync(string name, CancellationToken ct) => Database.OpenAsync(server.AdminConnectionString, name, Path.Join(folder, "secrets.json"), ct);

    private async Task<string[]> TextsAsync(string sql, CancellationToken ct)
    {
        await using var admin = await AdminAsync("with", ct);
        await using var command = new NpgsqlCommand($"select array({sql})", admin);
        return (string[])(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task ExecuteAsync(string database, string sql, CancellationToken ct)
    {
        await using var admin = await AdminAsync(database, ct);
        await using var command = new NpgsqlCommand(sql, admin) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<NpgsqlConnection> AdminAsync(string database, CancellationToken ct)
    {
        var admin = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.AdminConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await admin.OpenAsync(ct);
        return admin;
    }
}
