using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Cornerstone.Tests.Data;

public sealed class ModelTests
{
    [Fact]
    public async Task The_migrated_database_has_every_column_of_the_model_and_no_other_table()
    {
        await using var database = await TestDatabase.CopyAsync(TestContext.Current.CancellationToken);
        await using var db = AppDb.Over(database);

        var modelled = db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && e.GetSchema() is not null)
            .SelectMany(Columns).ToHashSet();
        var stored = await ColumnsAsync(db);

        Assert.NotEmpty(modelled);
        Assert.Empty(modelled.Except(stored));
    }

    [Fact]
    public async Task Each_table_of_work_is_guarded_by_row_level_security_and_the_act_trigger()
    {
        await using var database = await TestDatabase.CopyAsync(TestContext.Current.CancellationToken);

        await using var command = database.App.CreateCommand("""
            select c.relname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('work', 'sealed') and c.relkind in ('r', 'p')
              and not (c.relrowsecurity and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'require_act'))
            """);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);

        Assert.False(await rows.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_everyday_role_owns_nothing_and_cannot_pass_the_wall()
    {
        await using var database = await TestDatabase.CopyAsync(TestContext.Current.CancellationToken);

        await using var command = database.App.CreateCommand("""
            select (select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user)
                 + (select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole))
            """);

        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Columns(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        return entity.GetProperties().Select(p => $"{table.Schema}.{table.Name}.{p.GetColumnName(table)}");
    }

    private static async Task<HashSet<string>> ColumnsAsync(AppDb db)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("""
            select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a
            join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v')
            """, connection);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new HashSet<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
