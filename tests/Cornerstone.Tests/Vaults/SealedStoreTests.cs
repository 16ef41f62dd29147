using System.Net;
using System.Text;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Tests.Backups;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.TwoWorlds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Vaults;

/// <summary>What whoever holds the machine, its database or a backup finds there, and what they can do unseen.</summary>
public sealed class SealedStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_word_of_a_dossier_lies_in_a_table_a_log_or_a_file()
    {
        var log = new LogBook();
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(adjust: b => b.Logging.ClearProviders().AddProvider(log)), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, $"Title {Worlds.Canary}", $"Note {Worlds.Canary} of many words");
        using var attached = await SealedSetting.AttachAsync(amina, address, $"{Worlds.Canary}.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{Worlds.Canary} ", 40_000))));
        using var found = await amina.PostAsync($"{setting.GroupAddress}?handler=Search", await amina.OpenAsync(setting.GroupAddress), new() { ["Words"] = Worlds.Canary });

        Assert.NotNull(Canaries.FormIn(Encoding.UTF8.GetBytes(await (await amina.Client.GetAsync(address, Ct)).Content.ReadAsStringAsync(Ct))));
        Assert.Equal(HttpStatusCode.Redirect, attached.StatusCode);
        Assert.Empty(log.WithCanary);
        var rows = await DumpAsync(setting);
        Assert.True(rows.Count > 50);
        Assert.DoesNotContain(rows, r => Canaries.FormIn(Encoding.UTF8.GetBytes(r)) is not null);
        Assert.DoesNotContain(await FilesAsync(setting), f => Canaries.FormIn(File.ReadAllBytes(f)) is not null);
    }

    [Fact]
    public void A_file_on_its_way_in_is_held_in_memory_whatever_its_size()
    {
        var limits = (RequestFormLimitsAttribute)Attribute.GetCustomAttribute(typeof(DossierPage), typeof(RequestFormLimitsAttribute))!;

        Assert.True(limits.MemoryBufferThreshold >= limits.MultipartBodyLengthLimit);
        Assert.True(limits.MultipartBodyLengthLimit > DossierStore.LargestFile);
    }

    [Theory]
    [InlineData("update sealed.dossier d set title = (select o.title from sealed.dossier o where o.id <> d.id), content = (select o.content from sealed.dossier o where o.id <> d.id)")]
    [InlineData("update sealed.dossier set content = title")]
    [InlineData("update sealed.dossier set content = substr(content, 1, length(content) - 1)")]
    [InlineData("update sealed.dossier set content = set_byte(content, 40, get_byte(content, 40) # 1)")]
    [InlineData("update sealed.dossier d set version = k.version, title = k.title, content = k.content from kept k where k.id = d.id")]
    [InlineData("update sealed.dossier d set title = k.title, content = k.content from kept k where k.id = d.id")]
    [InlineData("update sealed.dossier_wrap d set bytes = (select o.bytes from sealed.dossier_wrap o where o.dossier_id <> d.dossier_id)")]
    public async Task What_somebody_changes_behind_the_programs_back_is_found_and_sounds_an_alarm(string tampering)
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        await setting.AddAsync(amina, "Line 8", "Other.");
        await setting.App.ExecuteAsync("create table kept as select * from sealed.dossier");
        using var written = await amina.SubmitAsync(await amina.OpenAsync(address), "form:has([name=Note])", new() { ["Note"] = "Two." });

        await setting.App.ExecuteAsync($"set session_replication_role = replica; {tampering}");
        var (opened, listed) = (await amina.StatusOfAsync(address), await amina.StatusOfAsync(setting.GroupAddress));

        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, opened);
        Assert.Contains("sealed.alarm", await setting.App.ActsAsync());
        // The list shows titles alone: what is wrong with a text shows when it is opened or searched.
        Assert.True(listed == HttpStatusCode.InternalServerError || tampering.StartsWith("update sealed.dossier set content", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dossier_that_was_taken_away_is_missed()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var amina = await setting.EnteredAsync(Amina);
        await setting.AddAsync(amina, "Line 7", "One.");

        await setting.App.ExecuteAsync("set session_replication_role = replica; delete from sealed.dossier");

        Assert.Equal(HttpStatusCode.InternalServerError, await amina.StatusOfAsync(setting.GroupAddress));
    }

    [Fact]
    public async Task A_file_put_in_the_place_of_another_is_found()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        foreach (var name in new[] { "a.txt", "b.txt" })
        {
            using var attached = await SealedSetting.AttachAsync(amina, address, name, Encoding.UTF8.GetBytes(name));
        }

        await setting.App.ExecuteAsync("set session_replication_role = replica; update sealed.attachment a set content = (select o.content from sealed.attachment o where o.id <> a.id)");
        var link = (await amina.OpenAsync(address)).QuerySelector("[data-test=files] a")!.GetAttribute("href");

        Assert.Equal(HttpStatusCode.InternalServerError, await amina.StatusOfAsync(address + link));
    }

    [Fact]
    public async Task The_everyday_role_and_the_public_one_read_nothing_of_the_store_and_its_own_role_nothing_of_other_groups()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        await setting.AddAsync(await setting.EnteredAsync(Amina), "Line 7", "One.");

        foreach (var role in new[] { setting.App.Database.App, setting.App.Database.Published })
        {
            await using var command = role.CreateCommand("select count(*) from sealed.dossier");
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, ((PostgresException)(await Record.ExceptionAsync(() => command.ExecuteScalarAsync(Ct)))!).SqlState);
        }

        Assert.Equal(1L, await SeenAsync(setting.App.Database, Amina.Id));
        Assert.Equal(0L, await SeenAsync(setting.App.Database, Bruno.Id));
        Assert.Equal(0L, await SeenAsync(setting.App.Database, Karim.Id));
        await using var work = setting.App.Database.Sealed.CreateCommand("select count(*) from work.document");
        Assert.IsType<PostgresException>(await Record.ExceptionAsync(() => work.ExecuteScalarAsync(Ct)));
    }

    [Fact]
    public async Task A_backup_carries_the_store_as_it_is_sealed()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        await setting.AddAsync(await setting.EnteredAsync(Amina), "Line 7", "One.");
        using var backup = new BackupSetting();
        await backup.WriteAsync(setting.App.Database);

        await backup.RestoreAsync();

        await using var opened = await backup.OpenAsync();
        var before = (await BackupSetting.ContentsAsync(setting.App.Database)).Where(t => t.Name.StartsWith("sealed.", StringComparison.Ordinal)).ToList();
        Assert.Equal(before, (await BackupSetting.ContentsAsync(opened.Database)).Where(t => t.Name.StartsWith("sealed.", StringComparison.Ordinal)));
        Assert.Contains(before, t => t is { Name: "sealed.dossier", Rows: 1 });
    }

    private static async Task<object?> SeenAsync(Database database, Guid person)
    {
        await using var connection = await database.Sealed.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var set = new NpgsqlCommand("select set_config('app.person', $1, true)", connection) { Parameters = { new() { Value = person.ToString() } } })
        {
            await set.ExecuteNonQueryAsync(Ct);
        }

        await using var count = new NpgsqlCommand("select count(*) from sealed.dossier", connection);
        return await count.ExecuteScalarAsync(Ct);
    }

    private static async Task<List<string>> DumpAsync(SealedSetting setting)
    {
        var rows = new List<string>();
        foreach (var table in await setting.ColumnAsync("select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')"))
        {
            rows.AddRange(await setting.ColumnAsync($"select t::text from {table} t"));
        }

        return rows;
    }

    // The program's own folder and the files of this database. What PostgreSQL writes ahead of them is every test's, and others know the word.
    private static async Task<List<string>> FilesAsync(SealedSetting setting)
    {
        var place = (await setting.ColumnAsync("select 'base/' || oid from pg_database where datname = current_database()"))[0];
        var files = new[] { setting.App.Folder, Path.Combine(PostgresCluster.FolderIn(TestDatabase.Folder), place) }
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).ToList();
        Assert.True(files.Count > 100);
        return files;
    }
}
