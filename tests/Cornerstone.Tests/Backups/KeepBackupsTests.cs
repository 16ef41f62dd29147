using Cornerstone.Access;
using Cornerstone.Backups;
using Cornerstone.Tests.Journals;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Tests.Backups;

public sealed class KeepBackupsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_is_made_when_something_was_written_and_proves_itself_by_a_restore_on_trial()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var folder = Directory.CreateTempSubdirectory("cornerstone-keep-").FullName;
        var key = Path.Combine(folder, "minister");
        BackupKey.Make(key);
        var settings = new BackupSettings(Path.Combine(folder, "backups"), [BackupKey.PublicFileOf(key)], TimeSpan.FromTicks(1));
        using var keeper = new KeepBackups(database, new HostSettings(folder, 0, false), settings, TimeProvider.System, NullLogger<KeepBackups>.Instance);
        await JournalChainTests.SaveAsync(database, 3);

        await keeper.LookAsync(Ct);
        var first = settings.Existing();
        // The drill is an act, so one more look backs that up; then nothing is new.
        await keeper.LookAsync(Ct);
        var acts = await ActsAsync(database);
        await keeper.LookAsync(Ct);

        Assert.Single(first);
        Assert.Single(acts, RestoreDrill.Passed);
        Assert.Equal(acts, await ActsAsync(database));
        using var minister = BackupKey.Read(key);
        Assert.True(BackupFile.Check(first[0].File, minister).Manifest.JournalSize >= 4);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_spoilt_backup_fails_its_trial_and_the_journal_says_so()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        using var setting = new BackupSetting();
        await setting.WriteAsync(database);
        var bytes = await File.ReadAllBytesAsync(setting.File(), Ct);
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(setting.File(), bytes, Ct);

        var passed = await RestoreDrill.RunAsync(database, setting.Origin, setting.File(), setting.Key, TimeProvider.System, Ct);

        Assert.False(passed);
        Assert.Contains(RestoreDrill.Failed, await ActsAsync(database));
    }

    private static async Task<List<string>> ActsAsync(Cornerstone.Data.Database database)
    {
        await using var db = await database.AsAsync(Reader.Operator, Ct);
        return await db.Acts.Where(a => a.Name.StartsWith("backup.")).Select(a => a.Name).ToListAsync(Ct);
    }
}
