using System.Diagnostics;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Journals;
using Cornerstone.Tests.Data.Embedded;
using Cornerstone.Tests.TestKit;
using Npgsql;

namespace Cornerstone.Tests.Journeys;

/// <summary>Case RL-10, slow because the real program is started and killed twenty times in the middle of an upgrade.</summary>
public sealed class KilledUpgradeTests
{
    private const int Points = 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upgrade_killed_at_twenty_moments_is_whole_or_never_began_and_the_next_start_completes_it()
    {
        using var scratch = new ScratchDatabase();
        await using var postgres = await scratch.StartAsync();
        var steps = Migration.All.Select(m => m.Id).Where(m => string.CompareOrdinal(m, "0050") < 0).ToList();
        await (await OpenAsync(postgres, scratch, "older", steps)).DisposeAsync();
        await ScratchDatabase.AskAsync(postgres, "create database point_0 template older owner cornerstone_owner");
        var watch = Stopwatch.StartNew();
        await (await OpenAsync(postgres, scratch, "point_0")).DisposeAsync();
        var whole = watch.Elapsed;

        var (before, after) = (0, 0);
        for (var point = 1; point <= Points; point++)
        {
            var name = $"point_{point}";
            await ScratchDatabase.AskAsync(postgres, $"create database {name} template older owner cornerstone_owner");
            await KillDuringAsync(postgres, scratch, name, whole * point / Points);
            await using var database = Database.Attach(postgres.AdminConnectionString, name, scratch.Secrets);
            var done = await OneAsync<long>(database, "select count(*) from public.migration");
            Assert.True(done == steps.Count || done == Migration.All.Count, $"Killed at point {point}, {done} steps are done.");
            (before, after) = done == steps.Count ? (before + 1, after) : (before, after + 1);
            if (done == steps.Count && before % 5 == 1)
            {
                await CompletedAsync(postgres, scratch, name);
            }
        }

        Assert.True(before >= 5, $"Only {before} of {Points} were killed before the end ({after} after it).");
    }

    // The lock of the upgrade says when it begins, and must not outlive its holder.
    private static async Task KillDuringAsync(EmbeddedPostgres postgres, ScratchDatabase scratch, string name, TimeSpan after)
    {
        var isHeld = $"select count(*) from pg_locks where locktype = 'advisory' and objid = 4021153 and granted and database = (select oid from pg_database where datname = '{name}')";
        var server = new NpgsqlConnectionStringBuilder(postgres.AdminConnectionString) { Database = name }.ConnectionString;
        using var program = ProgramProcess.Start(["serve", "--data", scratch.DataFolder, "--port", "0"], ("CORNERSTONE_DB", server), ("CORNERSTONE_BACKUPS", ""), ("CORNERSTONE_BACKUP_KEYS", ""));
        await UntilAsync(async () => program.HasEnded || await ScratchDatabase.AskAsync(postgres, isHeld) != "0", "the upgrade begins");
        await Task.Delay(after, Ct);

        await program.KillAsync();

        await UntilAsync(async () => await ScratchDatabase.AskAsync(postgres, isHeld) == "0", "the lock is free");
    }

    private static async Task CompletedAsync(EmbeddedPostgres postgres, ScratchDatabase scratch, string name)
    {
        await using var database = await OpenAsync(postgres, scratch, name);
        Assert.Equal(Migration.All.Count, await OneAsync<long>(database, "select count(*) from public.migration"));
        await using var owner = await database.Owner.OpenConnectionAsync(Ct);
        Assert.True((await JournalExport.VerifyAsync(owner, TimeProvider.System.GetUtcNow(), Ct)).Intact);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var waited = Stopwatch.StartNew(); !await isSo(); await Task.Delay(5, Ct))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), $"Within a minute: {what}.");
        }
    }

    private static Task<Database> OpenAsync(EmbeddedPostgres postgres, ScratchDatabase scratch, string name, IReadOnlyCollection<string>? only = null) =>
        Database.OpenAsync(new NpgsqlConnectionStringBuilder(postgres.AdminConnectionString) { Pooling = false }.ConnectionString, name, scratch.Secrets, Ct, only);

    private static async Task<T> OneAsync<T>(Database database, string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }
}
