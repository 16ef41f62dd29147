using System.Security.Cryptography;
using Cornerstone.Access;
using Cornerstone.Backups;
using Cornerstone.Data;
using Cornerstone.Features.Regions;
using Cornerstone.Tests.Journals;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Tests.Backups;

public sealed class RestoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_restored_is_what_was_backed_up_table_by_table_and_the_wall_stands()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await JournalChainTests.SaveAsync(database, 20);
        using var setting = new BackupSetting();
        await setting.WriteAsync(database);

        var restored = await setting.RestoreAsync();

        await using var opened = await setting.OpenAsync();
        // The restore itself is one act more in the journal.
        var (before, after) = (await BackupSetting.ContentsAsync(database), await BackupSetting.ContentsAsync(opened.Database));
        Assert.Equal(before.Where(t => !IsJournal(t)), after.Where(t => !IsJournal(t)));
        Assert.Equal(before.Where(IsJournal).Select(t => (t.Name, t.Rows + 1)), after.Where(IsJournal).Select(t => (t.Name, t.Rows)));
        Assert.Equal(await BackupSetting.WallAsync(database), await BackupSetting.WallAsync(opened.Database));
        Assert.Empty(restored.Journal.Findings);
        Assert.Equal(restored.Backup.JournalSize + 1, restored.Journal.Entries);
    }

    [Fact]
    public async Task A_backup_under_writers_holds_every_write_acknowledged_before_it_and_no_half_of_any()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        using var setting = new BackupSetting();
        using var enough = new CancellationTokenSource();
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<string>();
        var writers = Enumerable.Range(0, 4).Select(i => WriteAsync(database, i, acknowledged, enough.Token)).ToList();
        while (acknowledged.Count < 40)
        {
            await Task.Delay(10, Ct);
        }

        var certain = acknowledged.ToList();
        await setting.WriteAsync(database);
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        var restored = await setting.RestoreAsync();

        await using var opened = await setting.OpenAsync();
        await using var db = await opened.Database.AsAsync(Reader.Operator, Ct);
        var there = await db.Set<Region>().Select(r => r.Code).ToListAsync(Ct);
        Assert.Empty(certain.Except(there));
        // Each act wrote two regions, so an odd number would be half an act.
        Assert.Equal(0, there.Count % 2);
        Assert.True(restored.Journal.Intact);
        Assert.Equal(BackupSetting.Now.AddHours(1), (await db.Acts.SingleAsync(a => a.Name == RestoreBackup.ActName, Ct)).At);
    }

    [Fact]
    public async Task Only_the_pristine_file_and_the_right_key_restore_and_nothing_else_leaves_a_trace()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await JournalChainTests.SaveAsync(database, 30);
        using var setting = new BackupSetting();
        await setting.WriteAsync(database);
        var before = await BackupSetting.ContentsAsync(database);
        var file = await File.ReadAllBytesAsync(setting.File(), Ct);
        var chance = new Random(20260601);

        var refused = 0;
        for (var i = 0; i < 100; i++)
        {
            var flipped = file.ToArray();
            flipped[chance.Next(flipped.Length)] ^= (byte)(1 << chance.Next(8));
            refused += await IsRefusedAsync(setting, flipped, setting.Key) ? 1 : 0;
        }

        using var another = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(100, refused);
        Assert.True(await IsRefusedAsync(setting, file[..^1024], setting.Key));
        Assert.True(await IsRefusedAsync(setting, file, another));
        Assert.False(Directory.Exists(setting.Place));
        Assert.Equal(before, await BackupSetting.ContentsAsync(database));
        Assert.True((await setting.RestoreAsync()).Journal.Intact);
    }

    [Fact]
    public async Task A_place_that_holds_anything_is_refused_and_stays_as_it_is()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        using var setting = new BackupSetting();
        await setting.WriteAsync(database);
        Directory.CreateDirectory(setting.Place);
        var live = Path.Combine(setting.Place, "live");
        await File.WriteAllTextAsync(live, "data", Ct);

        await Assert.ThrowsAsync<RefusedException>(() => setting.RestoreAsync());

        Assert.Equal("data", await File.ReadAllTextAsync(live, Ct));
        Assert.Single(Directory.EnumerateFileSystemEntries(setting.Place));
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await using var admin = await JournalChainTests.AdminAsync(database);
        await JournalChainTests.RunAsync(admin, "insert into public.migration (id, fingerprint) values ('9999_from_the_future', 'x')");
        using var setting = new BackupSetting();
        await setting.WriteAsync(database);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => setting.RestoreAsync());

        Assert.Contains("9999_from_the_future", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(setting.Place));
    }

    [Fact]
    public async Task A_backup_is_written_beside_a_running_program_and_holds_no_word_in_the_clear()
    {
        using var setting = new BackupSetting();
        await using var running = await setting.OpenAsync();
        await using (var db = await running.Database.AsAsync(Reader.Operator, Ct))
        {
            db.Workspaces.Add(new Workspace { Code = "XC", Names = new() { ["en"] = "Canaryland" } });
            await db.SaveAsync(new Act("access.workspace", Workspace.Shared, BackupSetting.Now), Ct);
        }

        var keys = setting.File("key");
        var made = await BackupCommand.Backup().Parse(["key", keys]).InvokeAsync(cancellationToken: Ct);
        var written = await BackupCommand.Backup().Parse([setting.File(), "--to", BackupKey.PublicFileOf(keys), "--data", setting.Place]).InvokeAsync(cancellationToken: Ct);

        Assert.Equal((0, 0), (made, written));
        Assert.DoesNotContain("Canaryland", await File.ReadAllTextAsync(setting.File(), System.Text.Encoding.Latin1, Ct), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(setting.File()) | File.GetUnixFileMode(keys));
        using var opening = BackupKey.Read(keys);
        Assert.True(BackupFile.Check(setting.File(), opening).Manifest.JournalSize > 0);
    }

    [Fact]
    public async Task The_restored_place_knows_no_reader_lets_nobody_in_by_what_was_open_or_used_up_since_and_counts_on()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await JournalChainTests.SaveAsync(database, 2);
        await using (var session = database.Owner.CreateCommand("""
            insert into access.session (id, token_hash, person_id, proof, device, started_at, seen_at, proved_at)
            select gen_random_uuid(), sha256('x'), id, 'Password', 'x', now(), now(), now() from access.person limit 1;
            insert into access.recovery_code (id, person_id, hash, made_at)
            select gen_random_uuid(), id, sha256('x'), now() from access.person limit 1;
            insert into access.calendar_feed (id, person_id, country, token_hash, language, made_at, proof, renewed_at, expires_at)
            select gen_random_uuid(), id, 'UN', sha256('x'), 'en', now(), 'Password', now(), now() + interval '1 day' from access.person limit 1;
            insert into access.one_time_link (id, token_hash, person_id, expires_at)
            select gen_random_uuid(), sha256('x'), id, now() + interval '1 day' from access.person limit 1;
            insert into access.request (id, country, kind, person_id, asked_by, asked_at, expires_at, state)
            select gen_random_uuid(), 'UN', 'SecondStep', p.id, o.id, now(), now() + interval '1 day', 'Asked'
            from access.person o, access.person p where o.id <> p.id limit 1
            """))
        {
            await session.ExecuteNonQueryAsync(Ct);
        }

        using var setting = new BackupSetting();
        await setting.WriteAsync(database);
        await setting.RestoreAsync();

        await using var opened = await setting.OpenAsync();
        await using var nobody = opened.Database.App.CreateCommand("select count(*) from work.region");
        await using var open = opened.Database.Owner.CreateCommand("""
            select (select count(*) from access.session where ended_at is null) + (select count(*) from access.recovery_code where used_at is null)
                + (select count(*) from access.calendar_feed where revoked_at is null) + (select count(*) from access.request where state = 'Asked' and expires_at > now())
                + (select count(*) from access.one_time_link where used_at is null)
            """);
        await using var late = opened.Database.Owner.CreateCommand("insert into access.person_claim (user_id, claim_type) select id, 'x' from access.person limit 1 returning id");

        Assert.Equal(0L, await nobody.ExecuteScalarAsync(Ct));
        Assert.Equal(0L, await open.ExecuteScalarAsync(Ct));
        Assert.Equal(1, await late.ExecuteScalarAsync(Ct));
    }

    private static bool IsJournal(TableContent table) => table.Name is "journal.act" or "journal.content" or "journal.entry";

    private static async Task<bool> IsRefusedAsync(BackupSetting setting, byte[] file, ECDiffieHellman key)
    {
        await File.WriteAllBytesAsync(setting.File("spoilt.backup"), file, Ct);
        try
        {
            await RestoreBackup.RunAsync(setting.File("spoilt.backup"), key, new(new(new()), KnownSigners.None), setting.Place, BackupSetting.Now, NullLogger.Instance, Ct);
            return false;
        }
        catch (RefusedException)
        {
            return true;
        }
    }

    private static async Task WriteAsync(Database database, int writer, System.Collections.Concurrent.ConcurrentBag<string> acknowledged, CancellationToken enough)
    {
        await using var db = await database.AsAsync(Reader.Operator, Ct);
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var codes = new[] { $"W{writer}-{i}A", $"W{writer}-{i}B" };
            db.AddRange(codes.Select(c => new Region { Country = "XS", Code = c, Level = 1, Names = Wording.Of("en", c) }));
            await db.SaveAsync(new Act("regions.edit", "XS", BackupSetting.Now.AddSeconds(i)), Ct);
            Array.ForEach(codes, acknowledged.Add);
        }
    }
}
