using System.Reflection;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Tests.Data;

/// <summary>Rows that come in by COPY past row-level security are judged all the same (decision 50).</summary>
public sealed class BulkCopyTests
{
    private static readonly Act Act = new("support.import", "XS", TimeProvider.System.GetUtcNow());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_person_may_write_comes_in_and_another_person_does_not_see_it()
    {
        await using var app = await TestApp.StartAsync();
        var (database, amina) = await ReaderAsync(app, People.Amina);

        await using (var bulk = await database.AsBulkAsync(amina, Ct))
        {
            await bulk.RecordAsync(Act, Ct);
            await bulk.CopyAsync([Page("XS", Classification.Restricted)], Ct);
            Assert.Equal("cornerstone_app", await RoleAsync(bulk));
            await bulk.CommitAsync(Ct);
            Assert.Equal(1, await bulk.SupportPages.CountAsync(Ct));
        }

        await using var nobody = await database.AsBulkAsync(Reader.Anonymous, Ct);
        Assert.Equal(0, await nobody.SupportPages.CountAsync(Ct));
    }

    [Theory]
    [InlineData("Bruno", "UN", Classification.Public)]
    [InlineData("Bruno", "XS", Classification.Restricted)]
    [InlineData("Jamila", "XS", Classification.Public)]
    public async Task Of_a_step_with_rows_a_person_may_not_write_nothing_is_there_and_the_connection_stands_in_the_everyday_role(string name, string country, Classification level)
    {
        await using var app = await TestApp.StartAsync();
        var (database, reader) = await ReaderAsync(app, name == "Bruno" ? People.Bruno : People.Jamila);
        var acts = (await app.ActsAsync()).Count;
        await using var bulk = await database.AsBulkAsync(reader, Ct);
        await bulk.RecordAsync(Act, Ct);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => bulk.CopyAsync([Page("XS", Classification.Public), Page(country, level)], Ct));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        await bulk.BeginAsync(reader, Ct);
        Assert.Equal("cornerstone_app", await RoleAsync(bulk));
        await using var owner = await database.Owner.OpenConnectionAsync(Ct);
        Assert.Equal(["0"], await ListAsync(owner, "select count(*)::text from work.support_page"));
        Assert.Equal(acts, (await app.ActsAsync()).Count);
    }

    [Fact]
    public async Task Every_table_that_is_copied_into_refuses_another_country_a_higher_level_and_a_closed_group()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var (database, bruno) = await ReaderAsync(app, People.Bruno);
        await using var owner = await database.Owner.OpenConnectionAsync(Ct);

        foreach (var table in await ListAsync(owner, JudgingTables))
        {
            foreach (var place in new[] { "{\"country\": \"UN\"}", "{\"classification\": 3}", $"{{\"compartment\": \"{ClosedGroup}\"}}" })
            {
                Assert.Equal($"42501: Rows of {table} are of a country, level or compartment their writer may not write", await RefusalAsync(owner, bruno, table, place));
            }
        }
    }

    [Fact]
    public async Task What_these_tables_judge_is_all_that_row_level_security_says_of_new_rows()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await using var owner = await database.Owner.OpenConnectionAsync(Ct);

        Assert.Equal(["work.activity", "work.activity_reading", "work.planned_amount", "work.support_page", "work.transaction"], await ListAsync(owner, JudgingTables));
        var said = await ListAsync(owner, $"""
            select concat_ws(' ', p.permissive, p.roles::text, p.with_check) from pg_policies p
            where p.cmd in ('INSERT', 'ALL') and format('%I.%I', p.schemaname, p.tablename) in ({JudgingTables})
            """);
        var everywhere = await ListAsync(owner, "select concat_ws(' ', p.permissive, p.roles::text, p.with_check) from pg_policies p where p.cmd in ('INSERT', 'ALL') and p.tablename = 'support_source'");
        Assert.Equal(Enumerable.Repeat(Assert.Single(everywhere), 5), said);
    }

    [Fact]
    public async Task Without_an_act_nothing_comes_in()
    {
        await using var app = await TestApp.StartAsync();
        var (database, amina) = await ReaderAsync(app, People.Amina);
        await using var bulk = await database.AsBulkAsync(amina, Ct);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => bulk.CopyAsync([Page("XS", Classification.Public)], Ct));

        Assert.Equal("CS001", refusal.SqlState);
    }

    [Fact]
    public void Whatever_is_stored_in_the_tables_of_work_can_be_copied()
    {
        using var db = new AppDb(new DbContextOptionsBuilder<AppDb>().UseNpgsql().Options);

        var refused = db.Model.GetEntityTypes().Where(e => e.GetSchema() == "work").Select(e => (e.ClrType, Why: Record.Exception(() => ColumnsOf.MakeGenericMethod(e.ClrType).Invoke(null, [db])))).Where(r => r.Why is not null);

        Assert.Empty(refused.Select(r => $"{r.ClrType.Name}: {r.Why!.InnerException?.Message}"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("-0.0001")]
    [InlineData("1")]
    [InlineData("10000")]
    [InlineData("-50000.10")]
    [InlineData("123456789.123456789")]
    [InlineData("0.00001234")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-7.9228162514264337593543950335")]
    public async Task An_amount_is_stored_digit_by_digit(string amount)
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var buffer = new CopyBuffer();
        buffer.Begin();
        buffer.Row(1);
        buffer.Write(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        buffer.End();

        Assert.Equal(amount, await StoredAsync(database, "numeric", buffer));
    }

    [Fact]
    public async Task Days_moments_texts_and_lists_are_stored_as_they_are()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var buffer = new CopyBuffer();
        buffer.Begin();
        buffer.Row(11);
        buffer.Write(new DateOnly(1999, 12, 31));
        buffer.Write(new DateTimeOffset(2026, 3, 1, 12, 30, 0, TimeSpan.FromHours(2)));
        buffer.Write("مرحبا 🌍");
        buffer.Json("""{"a": [1, "é"]}""");
        buffer.Write(new Guid("01020304-0506-7708-890a-0b0c0d0e0f10"));
        buffer.Write(true);
        buffer.Write((short)-3);
        buffer.Write(long.MaxValue);
        buffer.List<string>(["one", "a,b"], 25, static (b, v) => b.Write(v));
        buffer.List<short>([3, -1], 21, static (b, v) => b.Write(v));
        buffer.Null();
        buffer.End();

        Assert.Equal(
            "(1999-12-31,\"2026-03-01 10:30:00+00\",\"مرحبا 🌍\",\"{\"\"a\"\": [1, \"\"é\"\"]}\",01020304-0506-7708-890a-0b0c0d0e0f10,t,-3,9223372036854775807,\"{one,\"\"a,b\"\"}\",\"{3,-1}\",)",
            await StoredAsync(database, "date, timestamptz, text, jsonb, uuid, boolean, smallint, bigint, text[], smallint[], text", buffer));
    }

    private static readonly MethodInfo ColumnsOf = typeof(BulkCopy).GetMethod(nameof(BulkCopy.ColumnsOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    private const string JudgingTables = "select t.tgrelid::regclass::text from pg_trigger t where t.tgname = 'access_when_added' and t.tgenabled = 'O' order by 1";

    private static readonly Guid ClosedGroup = new("01999999-0000-7000-8000-000000000001");

    /// <summary>What is said to a row like one that is there, but at another place, when it comes in past row-level security.</summary>
    private static async Task<string> RefusalAsync(NpgsqlConnection owner, Reader reader, string table, string place)
    {
        await using var transaction = await owner.BeginTransactionAsync(Ct);
        var columns = Assert.Single(await ListAsync(owner, $"select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"));
        await using var insert = new NpgsqlCommand($"""
            insert into access.compartment (id, country, name, legal_basis) values ('{ClosedGroup}', 'XS', 'Closed', 'Law 1');
            select set_config('app.person', '{reader.Id}', true), set_config('app.act', '{Guid.CreateVersion7()}', true);
            insert into {table} ({columns}) select {string.Join(", ", columns.Split(", ").Select(c => $"(made.line).{c}"))}
            from (select jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'identifier', 'OTHER', 'number', 99) || '{place}') as line from {table} t limit 1) made
            """, owner);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => insert.ExecuteNonQueryAsync(Ct));
        return $"{refusal.SqlState}: {refusal.MessageText}";
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var list = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            list.Add(reader.GetString(0));
        }

        return list;
    }

    private static async Task<string> RoleAsync(AppDb db) => (await db.Database.SqlQuery<string>($"select current_user::text as \"Value\"").ToListAsync(Ct)).Single();

    private static async Task<string> StoredAsync(Database database, string types, CopyBuffer rows)
    {
        await using var connection = await database.App.OpenConnectionAsync(Ct);
        var columns = types.Split(", ").Select((type, i) => $"c{i} {type}").ToList();
        await using var create = new NpgsqlCommand($"create temporary table sample ({string.Join(", ", columns)})", connection);
        await create.ExecuteNonQueryAsync(Ct);
        await using (var stream = await connection.BeginRawBinaryCopyAsync("copy sample from stdin (format binary)", Ct))
        {
            await stream.WriteAsync(rows.Written, Ct);
        }

        await using var read = new NpgsqlCommand(columns.Count == 1 ? "select c0::text from sample" : "select sample::text from sample", connection);
        return (string)(await read.ExecuteScalarAsync(Ct))!;
    }

    private static async Task<(Database Database, Reader Reader)> ReaderAsync(TestApp app, DemonstrationPerson person)
    {
        await using var db = await app.DbAsAsync(person);
        return (app.Database, db.Reader);
    }

    private static SupportPage Page(string country, Classification level) => new() { Id = Guid.CreateVersion7(), Country = country, Classification = level, Content = [1, 2, 3] };
}
