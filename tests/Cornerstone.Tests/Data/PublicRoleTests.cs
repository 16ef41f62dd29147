using Cornerstone.Tests.TestKit;
using Npgsql;

namespace Cornerstone.Tests.Data;

/// <summary>Going around the application with the database role of the public.</summary>
public sealed class PublicRoleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_role_reads_no_table_outside_the_published_store()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var tables = await ListAsync(database.App, """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('published', 'pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
            """);

        Assert.Contains("work.series_point", tables);
        Assert.Contains("access.person", tables);
        Assert.Contains("journal.act", tables);
        foreach (var table in tables)
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(database.Published, $"select count(*) from {table}"));
        }
    }

    /// <summary>What a file carries along (its author, a place, words struck out) cannot be published: files are not (security handbook, UP-06).</summary>
    [Fact]
    public async Task The_published_store_holds_no_file()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);

        var columns = await ListAsync(database.App, "select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, null) from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'published'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0");

        Assert.Contains(columns, c => c.EndsWith(" text", StringComparison.Ordinal));
        Assert.DoesNotContain(columns, c => c.EndsWith(" bytea", StringComparison.Ordinal) || c.EndsWith(" oid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_public_role_calls_no_function_of_ours()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var calls = await ListAsync(database.App, """
            select format('%I.%I(%s)', n.nspname, p.proname, (select string_agg('null::' || format_type(t, null), ', ' order by o) from unnest(p.proargtypes) with ordinality a (t, o)))
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in ('access', 'work', 'journal', 'reference', 'sealed') and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
            """);

        Assert.NotEmpty(calls);
        foreach (var call in calls)
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(database.Published, $"select {call}"));
        }
    }

    [Theory]
    [InlineData("create table published.own (x integer)")]
    [InlineData("create function published.own() returns integer language sql as 'select 1'")]
    [InlineData("create table public.own (x integer)")]
    [InlineData("set role cornerstone_app")]
    public async Task The_public_role_makes_nothing_and_becomes_nobody_else(string statement)
    {
        await using var database = await TestDatabase.CopyAsync(Ct);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(database.Published, statement));
    }

    [Fact]
    public async Task The_everyday_role_makes_nothing_in_the_published_store()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(database.App, "create table published.own (x integer)"));
        Assert.Empty(await ListAsync(database.App, """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'published' and c.relkind in ('r', 'p') and (has_table_privilege('cornerstone_app', c.oid, 'insert')
              or has_table_privilege('cornerstone_app', c.oid, 'update') or has_table_privilege('cornerstone_app', c.oid, 'delete')
              or has_table_privilege('cornerstone_app', c.oid, 'truncate'))
            """));
    }

    private static async Task<List<string>> ListAsync(NpgsqlDataSource role, string sql)
    {
        await using var command = role.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var found = new List<string>();
        while (await rows.ReadAsync(Ct))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    private static async Task<string?> RefusalAsync(NpgsqlDataSource role, string sql)
    {
        await using var command = role.CreateCommand(sql);
        return (await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(Ct)) as PostgresException)?.SqlState;
    }
}
