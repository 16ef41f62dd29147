using Cornerstone.Backups;
using Cornerstone.Data;
using Cornerstone.Tests.Backups;
using Cornerstone.Tests.TestKit;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Data.Embedded;

/// <summary>
/// Case RL-15: a server that is not ours, with its own clock zone, language and settings, answers as ours does. Where this machine has none
/// that is new enough, the programs that come with Cornerstone are run the way an administrator runs them. The whole suite over such a
/// server: <c>./cornerstone test --installed</c>.
/// </summary>
public sealed class InstalledServerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_installed_server_that_is_too_old_is_refused_with_its_version()
    {
        var older = InstalledServer.Installed.FirstOrDefault(p => p.Version < Database.LowestVersion);
        Assert.SkipUnless(older.Folder is not null, $"No PostgreSQL before {Database.LowestVersion} is installed on this machine.");
        using var scratch = new ScratchDatabase();
        await using var server = await InstalledServer.StartAsync(older.Folder, scratch.DataFolder, Ct);

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Database.OpenAsync(server.AdminConnectionString, "cornerstone", scratch.Secrets, Ct));

        Assert.StartsWith($"PostgreSQL {older.Version}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_brought_to_an_installed_server_has_the_same_rows_walls_and_pages()
    {
        using var scratch = new ScratchDatabase();
        using var setting = new BackupSetting();
        await using var server = await InstalledServer.StartAsync(InstalledServer.Programs, scratch.DataFolder, Ct);
        await using var ours = await TestApp.SoleniaAsync();
        await setting.WriteAsync(ours.Database);

        await RestoreBackup.IntoAsync(server.AdminConnectionString, "cornerstone", scratch.Secrets, setting.File(), setting.Key, (_, _) => Task.FromResult(""), BackupSetting.Now, Ct);

        await using var theirs = await TestApp.StartAsync(over: await Database.OpenAsync(server.AdminConnectionString, "cornerstone", scratch.Secrets, Ct));
        Assert.Equal((await BackupSetting.ContentsAsync(ours.Database)).Where(IsWork), (await BackupSetting.ContentsAsync(theirs.Database)).Where(IsWork));
        Assert.Equal(await BackupSetting.WallAsync(ours.Database), await BackupSetting.WallAsync(theirs.Database));
        Assert.Equal(["UTC", "pg_catalog.simple", "C.UTF-8", "15s"], await SettingsAsync(theirs.Database));
        foreach (var address in new[] { "/xs", "/xs/support", "/xs/library", "/xs/commitments", "/xs/institutions" })
        {
            Assert.Equal(await FiguresAsync(ours, address), await FiguresAsync(theirs, address));
        }

        Assert.Equal(System.Net.HttpStatusCode.NotFound, await (await theirs.AsAsync(Elif)).StatusOfAsync("/xs/journal"));
    }

    // Sessions end with a restore, and the restore itself is an act.
    private static bool IsWork(TableContent table) => !table.Name.StartsWith("journal.", StringComparison.Ordinal) && !table.Name.StartsWith("access.", StringComparison.Ordinal);

    private static async Task<string> FiguresAsync(TestApp app, string address)
    {
        var page = await (await app.AsAsync(Amina)).OpenAsync(address);
        return string.Join('\n', page.QuerySelectorAll("main .card, main td, main h2").Select(e => e.TextContent.Trim()));
    }

    private static async Task<string[]> SettingsAsync(Database database)
    {
        await using var connection = await database.App.OpenConnectionAsync(Ct);
        await using var command = new NpgsqlCommand("select array[current_setting('timezone'), current_setting('default_text_search_config'), (select datlocale from pg_database where datname = current_database()), current_setting('lock_timeout')]", connection);
        return (string[])(await command.ExecuteScalarAsync(Ct))!;
    }
}
