using System.Net;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Sealing.Erasing;
using Cornerstone.Tests.Backups;
using Cornerstone.Tests.TestKit;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Vaults;

/// <summary>An old backup restored to undo an erasure (security handbook §4; RE-01).</summary>
public sealed class EraseAgainTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_erased_stays_erased_when_an_older_backup_comes_back()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var (amina, chiyo) = (await setting.EnteredAsync(Amina), await setting.EnteredAsync(Chiyo));
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        await setting.AddAsync(amina, "Line 8", "Two.");
        await SealedSetting.DoAsync(amina, $"{address}/erasure", "Hold", new() { ["HoldGround"] = "Inquiry" });
        using var backup = new BackupSetting();
        await backup.WriteAsync(setting.App.Database);
        await EraseAsync(amina, chiyo, address);

        await backup.RestoreAsync(known: new(ErasureFiles.Read(Path.Join(setting.App.Folder, ErasureFiles.FileName))));

        await using var opened = await backup.OpenAsync();
        await using var restored = await TestApp.StartAsync(over: opened.Database);
        var again = await EnteredAsync(setting, restored, Amina);
        var group = await again.OpenAsync(setting.GroupAddress);
        Assert.Equal(HttpStatusCode.NotFound, await again.StatusOfAsync(address));
        Assert.Equal(["Line 8"], group.QuerySelectorAll("[data-test=dossiers] a").Select(a => a.TextContent));
        Assert.Contains(address.Split('/')[^1], group.QuerySelector("[data-test=erased]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "1", "0"], await CountsAsync(opened.Database, "dossier", "dossier_wrap", "hold"));
        Assert.Single(ErasureFiles.Read(Path.Join(backup.Place, ErasureFiles.FileName)).Erasures);
        await using var db = await opened.Database.AsAsync(Reader.Operator, Ct);
        Assert.Contains("1 erasures listed, 1 brought back and erased again.", (await db.Acts.SingleAsync(a => a.Name == "backup.restore", Ct)).Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_list_or_with_a_list_that_was_cut_nothing_is_restored()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var (amina, chiyo) = (await setting.EnteredAsync(Amina), await setting.EnteredAsync(Chiyo));
        await setting.AddAsync(amina, "Line 8", "Two.");
        await EraseAsync(amina, chiyo, await setting.AddAsync(amina, "Line 7", "One."), isHeld: false);
        using var backup = new BackupSetting();
        await backup.WriteAsync(setting.App.Database);

        var unnamed = await Assert.ThrowsAsync<RefusedException>(() => backup.RestoreAsync(known: new(List: null)));
        var cut = await Assert.ThrowsAsync<RefusedException>(() => backup.RestoreAsync(known: new(new ErasureList())));

        Assert.Contains("--erasures", unnamed.Message, StringComparison.Ordinal);
        Assert.Contains("older than the backup", cut.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(backup.Place));
    }

    [Fact]
    public async Task An_old_copy_of_the_list_says_where_it_ends_and_joined_with_a_newer_one_keeps_all_erased()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var (amina, chiyo) = (await setting.EnteredAsync(Amina), await setting.EnteredAsync(Chiyo));
        var (first, second) = (await setting.AddAsync(amina, "Line 7", "One."), await setting.AddAsync(amina, "Line 8", "Two."));
        using var backup = new BackupSetting();
        await backup.WriteAsync(setting.App.Database);
        await EraseAsync(amina, chiyo, first, isHeld: false);
        var onTheStick = ErasureFiles.Read(Path.Join(setting.App.Folder, ErasureFiles.FileName));
        await EraseAsync(amina, chiyo, second, isHeld: false);
        var newest = ErasureFiles.Read(Path.Join(setting.App.Folder, ErasureFiles.FileName));

        var old = await backup.RestoreAsync(known: new(onTheStick));
        await using var opened = await backup.OpenAsync();
        var whole = ErasureFiles.Together([onTheStick, newest]);

        Assert.Equal(["1"], await CountsAsync(opened.Database, "dossier"));
        Assert.Contains($"The list ends on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}", old.Said, StringComparison.Ordinal);
        Assert.Equal(newest.Erasures.Select(e => e.Dossier).Order(), whole.Erasures.Select(e => e.Dossier).Order());
    }

    [Fact]
    public async Task Who_has_lost_the_list_says_so_and_the_journal_does_too()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        await setting.AddAsync(await setting.EnteredAsync(Amina), "Line 7", "One.");
        using var backup = new BackupSetting();
        await backup.WriteAsync(setting.App.Database);

        await backup.RestoreAsync(known: new(List: null, IsLost: true));

        await using var opened = await backup.OpenAsync();
        await using var db = await opened.Database.AsAsync(Reader.Operator, Ct);
        Assert.Equal(["1"], await CountsAsync(opened.Database, "dossier"));
        Assert.Contains("The list of erasures is lost", (await db.Acts.SingleAsync(a => a.Name == "backup.restore", Ct)).Reason!, StringComparison.Ordinal);
    }

    private static async Task EraseAsync(Visitor asks, Visitor decides, string address, bool isHeld = true)
    {
        if (isHeld)
        {
            await SealedSetting.AskAsync(asks, address, "MatterEnded", "The inquiry is closed.");
            using var lifted = await SealedSetting.DecideAsync(decides, address, approve: true);
        }

        await SealedSetting.AskAsync(asks, address, "RetentionEnded", "Ten years are over.");
        using var erased = await SealedSetting.DecideAsync(decides, address, approve: true);
        Assert.Equal(HttpStatusCode.NotFound, await asks.StatusOfAsync(address));
    }

    private static async Task<Visitor> EnteredAsync(SealedSetting setting, TestApp restored, DemonstrationPerson person)
    {
        var visitor = await restored.AsAsync(person);
        await using (var proved = restored.Database.Owner.CreateCommand("update access.session set passkey_at = now() where ended_at is null"))
        {
            await proved.ExecuteNonQueryAsync(Ct);
        }

        using var unlocked = await visitor.PostAsync("/account/vault/unlock", await visitor.OpenAsync("/account/vault/unlock"), new() { ["Words"] = setting.WordsOf(person) });
        Assert.Equal(HttpStatusCode.Redirect, unlocked.StatusCode);
        await SealedSetting.DoAsync(visitor, setting.GroupAddress, "Reason", new() { ["Reason"] = "Casework" });
        return visitor;
    }

    private static async Task<List<string>> CountsAsync(Database database, params string[] tables)
    {
        var counts = new List<string>();
        foreach (var table in tables)
        {
            await using NpgsqlCommand command = database.Owner.CreateCommand($"select count(*) from sealed.{table}");
            counts.Add($"{await command.ExecuteScalarAsync(Ct)}");
        }

        return counts;
    }
}
