using Cornerstone.Access;
using Cornerstone.Backups;
using Cornerstone.Data;
using Cornerstone.Features.Regions;
using Cornerstone.Tests.Data.Embedded;
using Cornerstone.Tests.Journals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Tests.Backups;

public sealed class OlderBackupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_of_the_version_before_the_chain_is_upgraded_as_it_comes_back()
    {
        using var scratch = new ScratchDatabase();
        using var setting = new BackupSetting();
        var steps = StepsBefore("0050");
        await using (var postgres = await scratch.StartAsync())
        await using (var older = await Database.OpenAsync(postgres.AdminConnectionString, "cornerstone", Path.Join(scratch.DataFolder, "secrets.json"), Ct, steps))
        {
            await AddCountryAsync(older);
            await JournalChainTests.SaveAsync(older, 3);
            await setting.WriteAsync(older);
        }

        var restored = await setting.RestoreAsync();

        await using var opened = await setting.OpenAsync();
        await using var db = await opened.Database.AsAsync(Reader.Operator, Ct);
        Assert.Equal(steps, restored.Backup.Steps.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3, await db.Set<Region>().CountAsync(Ct));
        Assert.Empty(restored.Journal.Findings);
        Assert.Equal(await db.Acts.CountAsync(Ct), restored.Journal.Entries);
    }

    [Fact]
    public async Task An_upgrade_is_whole_or_not_at_all_and_a_backup_comes_before_it()
    {
        using var scratch = new ScratchDatabase();
        using var setting = new BackupSetting();
        await using var postgres = await scratch.StartAsync();
        var secrets = Path.Join(scratch.DataFolder, "secrets.json");
        await using (var older = await Database.OpenAsync(postgres.AdminConnectionString, "cornerstone", secrets, Ct, StepsBefore("0050")))
        {
            await AddCountryAsync(older);
            await JournalChainTests.SaveAsync(older, 3);
        }

        // A table that a late step wants to make is there: the steps before it must be as if they never ran.
        await SqlAsync("create table access.api_token ()");
        await Assert.ThrowsAsync<PostgresException>(() => UpgradeAsync(null));
        Assert.Equal(StepsBefore("0050").Count, await StepsDoneAsync());
        await SqlAsync("drop table access.api_token");

        var lost = new BackupSettings("/proc/nowhere", [], TimeSpan.FromMinutes(15));
        await Assert.ThrowsAsync<RefusedException>(() => UpgradeAsync(BackupBeforeUpgrade.In(scratch.DataFolder, lost, TimeProvider.System, NullLogger.Instance)));
        Assert.Equal(StepsBefore("0050").Count, await StepsDoneAsync());
        await using var upgraded = await UpgradeAsync(BackupBeforeUpgrade.In(scratch.DataFolder, lost with { Folder = Path.GetDirectoryName(setting.File())! }, TimeProvider.System, NullLogger.Instance));
        Assert.Equal(Migration.All.Count, await StepsDoneAsync());

        await using var db = await upgraded.AsAsync(Reader.Operator, Ct);
        var file = Assert.Single((lost with { Folder = Path.GetDirectoryName(setting.File())! }).Existing()).File;
        Assert.StartsWith(Path.GetFileName(file), (await db.Acts.SingleAsync(a => a.Name == WriteBackup.ActName, Ct)).Reason, StringComparison.Ordinal);
        using var key = RestoreDrill.Key(scratch.DataFolder);
        var restored = await RestoreBackup.RunAsync(file, key, new(new(new()), KnownSigners.None), setting.Place, BackupSetting.Now, NullLogger.Instance, Ct);
        Assert.Equal(StepsBefore("0050"), restored.Backup.Steps.Keys.Order(StringComparer.Ordinal));

        Task<Database> UpgradeAsync(BeforeUpgrade? before) => Database.OpenAsync(postgres.AdminConnectionString, "cornerstone", secrets, Ct, beforeUpgrade: before);
        async Task<long> StepsDoneAsync() => (long)(await SqlAsync("select count(*) from public.migration"))!;
        async Task<object?> SqlAsync(string sql)
        {
            await using var asOf = Database.Attach(postgres.AdminConnectionString, "cornerstone", secrets);
            await using var command = asOf.Owner.CreateCommand(sql);
            return await command.ExecuteScalarAsync(Ct);
        }
    }

    private static List<string> StepsBefore(string id) => [.. Migration.All.Select(m => m.Id).Where(m => string.CompareOrdinal(m, id) < 0)];

    // By hand: this program's classes know columns that the older database has not.
    private static async Task AddCountryAsync(Database older)
    {
        await using var command = older.Owner.CreateCommand("""insert into access.workspace (code, names) values ('XS', '{"en": "Republic of Solenia"}')""");
        await command.ExecuteNonQueryAsync(Ct);
    }
}
