using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Regions;
using Cornerstone.Journals;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journals;

public sealed class JournalChainTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 30, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_act_is_an_entry_and_what_the_program_reckons_agrees_with_the_database()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await SaveAsync(database, 3);

        var verdict = await VerifyAsync(database);

        Assert.Empty(verdict.Findings);
        Assert.Equal(4, verdict.Entries);
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_chain()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SaveAsync(database, 25)));

        var verdict = await VerifyAsync(database);
        Assert.Empty(verdict.Findings);
        Assert.Equal(201, verdict.Entries);
    }

    [Fact]
    public async Task Acts_of_the_version_before_are_taken_into_the_chain()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await SaveAsync(database, 5);
        await using var admin = await AdminAsync(database);
        // As the version before left it: acts and changes, and no chain.
        await RunAsync(admin, """
            drop trigger sum_up on journal.act;
            drop trigger refuse_late_change on journal.change;
            drop table journal.content, journal.entry, journal.checkpoint, journal.origin cascade;
            drop function journal.change_digest, journal.content_digest, journal.entry_hash cascade;
            drop function journal.sum_up, journal.chain, journal.refuse_late_change, journal.refuse_rewriting, access.looks_after_journal cascade;
            alter table journal.act drop constraint name_is_one_line;
            delete from public.migration where id = '0050_journal_chain'
            """);

        await using (var owner = await database.Owner.OpenConnectionAsync(Ct))
        {
            await Migration.RunAsync(owner, Ct);
        }

        await SaveAsync(database, 1);
        var verdict = await VerifyAsync(database);
        Assert.Empty(verdict.Findings);
        Assert.Equal(7, verdict.Entries);
    }

    [Theory]
    [InlineData("update journal.act set reason = 'another' where id = (select act_id from journal.entry where seq = 4)", 4)]
    [InlineData("update journal.act set at = at - interval '1 day' where id = (select act_id from journal.entry where seq = 4)", 4)]
    [InlineData("update journal.change set fields = '[]' where act_id = (select act_id from journal.entry where seq = 3)", 3)]
    [InlineData("delete from journal.change where act_id = (select act_id from journal.entry where seq = 5)", 5)]
    [InlineData("delete from journal.act where id = (select act_id from journal.entry where seq = 3)", 3)]
    [InlineData("update journal.entry set hash = sha256(hash) where seq = 2", 2)]
    public async Task A_row_changed_by_the_superuser_is_named(string forgery, long first)
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await SaveAsync(database, 6);
        await using var admin = await AdminAsync(database);

        await RunAsync(admin, $"set session_replication_role = replica; {forgery}");

        var verdict = await VerifyAsync(database);
        Assert.Equal(("link", first), (verdict.Findings[0].Rule, verdict.Findings[0].Entry));
    }

    [Theory]
    [InlineData("delete from journal.entry where seq > 4", "outside")]
    [InlineData("delete from journal.entry where seq = 3", "file")]
    [InlineData("insert into journal.act (id, name, country, person_id, at) values (gen_random_uuid(), 'x', 'XS', gen_random_uuid(), now())", "outside")]
    public async Task An_entry_cut_or_an_act_smuggled_in_is_found(string forgery, string rule)
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await SaveAsync(database, 6);
        await using var admin = await AdminAsync(database);

        await RunAsync(admin, $"set session_replication_role = replica; {forgery}");

        Assert.Contains((await VerifyAsync(database)).Findings, f => f.Rule == rule);
    }

    [Fact]
    public async Task Not_even_the_owner_of_the_tables_rewrites_by_mistake()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await using var owner = await database.Owner.OpenConnectionAsync(Ct);

        foreach (var sql in new[] { "update journal.act set reason = 'x'", "delete from journal.entry", "truncate journal.change" })
        {
            Assert.Equal("CS003", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(owner, sql))).SqlState);
        }
    }

    [Fact]
    public async Task Nothing_is_added_to_an_act_that_is_over()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await SaveAsync(database, 1);
        await using var owner = await database.Owner.OpenConnectionAsync(Ct);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(owner, """
            insert into journal.change (id, act_id, record_type, record_id, kind, country, classification, fields)
            select gen_random_uuid(), act_id, 'Region', gen_random_uuid(), 'Added', 'XS', 0, '[]' from journal.entry where seq = 2
            """));

        Assert.Equal("CS002", refused.SqlState);
    }

    [Theory]
    [InlineData("insert into journal.entry (seq, act_id, hash) values (99, gen_random_uuid(), sha256('x'))")]
    [InlineData("select salt from journal.content")]
    [InlineData("insert into journal.checkpoint (number, size, at, text, public_key) values (1, 1, now(), 'x', 'x')")]
    public async Task The_everyday_role_neither_chains_nor_signs_nor_reads_salts(string sql)
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await using var command = database.App.CreateCommand(sql);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Only_who_looks_after_the_journal_sees_that_it_grows()
    {
        await using var app = await TestApp.StartAsync();

        var seen = new List<long>();
        foreach (var person in new[] { Karim, Dmitri, Amina, Bruno })
        {
            await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
            await using var transaction = await connection.BeginTransactionAsync(Ct);
            await RunAsync(connection, $"select set_config('app.person', '{person.Id}', true)");
            await using var command = new NpgsqlCommand("select count(*) from journal.entry", connection);
            seen.Add((long)(await command.ExecuteScalarAsync(Ct))!);
        }

        Assert.Equal([1L, 1L, 0L, 0L], seen);
    }

    [Fact]
    public async Task An_export_repeats_no_content_and_a_history_none_that_its_reader_may_not_read()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        var region = Region("X-1", "canarytitle", Classification.Restricted);
        db.Add(region);
        await db.SaveAsync(new Act("regions.edit", "XS", Now, "canaryreason"), Ct);

        var export = SampleJournal.Text(await ExportAsync(app.Database));

        await using var bruno = await app.DbAsAsync(Bruno);
        await using var amina = await app.DbAsAsync(Amina);
        Assert.DoesNotContain("canary", export, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(await amina.HistoryOfAsync(region.Id, Ct), l => l.Reason == "canaryreason");
        Assert.Empty(await bruno.HistoryOfAsync(region.Id, Ct));
        Assert.DoesNotContain(bruno.Acts, a => a.Reason == "canaryreason");
    }

    internal static async Task SaveAsync(Database database, int acts)
    {
        await using var db = await database.AsAsync(Reader.Operator, Ct);
        for (var i = 0; i < acts; i++)
        {
            db.Add(Region("R" + Convert.ToHexString(Guid.CreateVersion7().ToByteArray()[6..]), "Zorin", Classification.Public));
            await db.SaveAsync(new Act("regions.edit", "XS", Now.AddSeconds(i), i % 2 == 0 ? null : "Réforme à Zorin: «أمن»"), Ct);
        }
    }

    internal static async Task<byte[]> ExportAsync(Database database)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(Ct);
        using var export = new MemoryStream();
        await JournalExport.WriteAsync(owner, export, Now, Ct);
        return export.ToArray();
    }

    internal static async Task<JournalVerdict> VerifyAsync(Database database) =>
        JournalVerification.Run(new MemoryStream(await ExportAsync(database)), [], []);

    internal static async Task<NpgsqlConnection> AdminAsync(Database database)
    {
        var name = new NpgsqlConnectionStringBuilder(database.App.ConnectionString).Database;
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await TestDatabase.AdminConnectionAsync()) { Database = name, Pooling = false }.ConnectionString);
        await connection.OpenAsync(Ct);
        return connection;
    }

    internal static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static Region Region(string code, string name, Classification level) => new()
    {
        Country = "XS",
        Classification = level,
        Code = code,
        Level = 1,
        Names = Wording.Of("en", name),
    };
}
