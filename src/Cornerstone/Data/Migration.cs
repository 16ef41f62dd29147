using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Cornerstone.Data;

/// <summary>One numbered SQL file. Files only go forward: each runs once and never changes again.</summary>
internal sealed record Migration(string Id, string Sql)
{
    private const string ResourceFolder = "Migrations/";

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All migrations of this program, in order of their numbers.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourceFolder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new Migration(Path.GetFileNameWithoutExtension(n), Read(n))),
    ];

    /// <summary>
    /// Brings the database to this program's schema, all missing steps in one transaction: an upgrade finishes or never began.
    /// Refuses a newer database and a file changed after it ran.
    /// </summary>
    /// <param name="only">The steps of an older version, to bring back what it wrote; all when left out.</param>
    public static async Task RunAsync(NpgsqlConnection owner, CancellationToken ct, IReadOnlyCollection<string>? only = null)
    {
        await ExecuteAsync(owner, "select pg_advisory_lock(4021153)", ct);
        try
        {
            await ExecuteAsync(owner, "create table if not exists public.migration (id text primary key, fingerprint text not null, at timestamptz not null default now())", ct);
            var done = await DoneAsync(owner, ct);
            Check(done);
            await using var transaction = await owner.BeginTransactionAsync(ct);
            foreach (var migration in All.Where(m => !done.ContainsKey(m.Id) && only?.Contains(m.Id) is not false))
            {
                await migration.ApplyAsync(owner, ct);
            }

            await transaction.CommitAsync(ct);
        }
        finally
        {
            await ExecuteAsync(owner, "select pg_advisory_unlock(4021153)", CancellationToken.None);
        }
    }

    /// <summary>Whether an older version worked on this database and this program has steps it has not run.</summary>
    public static async Task<bool> IsUpgradeAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var known = new NpgsqlCommand("select to_regclass('public.migration') is not null", owner);
        if (await known.ExecuteScalarAsync(ct) is not true)
        {
            return false;
        }

        var done = await DoneAsync(owner, ct);
        Check(done);
        return done.Count > 0 && All.Any(m => !done.ContainsKey(m.Id));
    }

    private static void Check(Dictionary<string, string> done)
    {
        if (done.Keys.Except(All.Select(m => m.Id)).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new DatabaseRefusedException($"This database was written by a newer Cornerstone (it knows step {unknown}). Start that version, or restore a backup.");
        }

        if (All.FirstOrDefault(m => done.TryGetValue(m.Id, out var f) && f != m.Fingerprint) is { } changed)
        {
            throw new DatabaseRefusedException($"Step {changed.Id} of this program differs from the one this database has run. Install an unaltered version.");
        }
    }

    private async Task ApplyAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await ExecuteAsync(owner, Sql, ct);
        // What waits for the end of the transaction is checked now: a later step may not alter a table with checks outstanding.
        await ExecuteAsync(owner, "set constraints all immediate; set constraints all deferred", ct);
        await using var note = new NpgsqlCommand("insert into public.migration (id, fingerprint) values ($1, $2)", owner)
        {
            Parameters = { new() { Value = Id }, new() { Value = Fingerprint } },
        };
        await note.ExecuteNonQueryAsync(ct);
    }

    private static async Task<Dictionary<string, string>> DoneAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select id, fingerprint from public.migration", owner);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var done = new Dictionary<string, string>();
        while (await rows.ReadAsync(ct))
        {
            done.Add(rows.GetString(0), rows.GetString(1));
        }

        return done;
    }

    private static async Task ExecuteAsync(NpgsqlConnection owner, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

/// <summary>The database cannot be used as it is; the message says why and what to do.</summary>
public sealed class DatabaseRefusedException(string message) : Exception(message);
