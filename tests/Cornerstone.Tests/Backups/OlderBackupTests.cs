using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Regions;
using Cornerstone.Tests.Data.Embedded;
using Cornerstone.Tests.Journals;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Tests.Backups;

public sealed class OlderBackupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_of_the_version_before_the_chain_is_upgraded_as_it_comes_back()
    {
        using var scratch = new ScratchDatabase();
        using var setting = new BackupSetting();
        var steps = Migration.All.Select(m => m.Id).Where(id => string.CompareOrdinal(id, "0050") < 0).ToList();
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

    // By hand: this program's classes know columns that the older database has not.
    private static async Task AddCountryAsync(Database older)
    {
        await using var command = older.Owner.CreateCommand("""insert into access.workspace (code, names) values ('XS', '{"en": "Republic of Solenia"}')""");
        await command.ExecuteNonQueryAsync(Ct);
    }
}
