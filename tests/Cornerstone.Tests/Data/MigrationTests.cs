using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Npgsql;

namespace Cornerstone.Tests.Data;

public sealed class MigrationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Running_again_changes_nothing()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var admin = await OwnedAsync(database);

        await Migration.RunAsync(admin, Ct);

        Assert.Equal((long)Migration.All.Count, await CountAsync(admin));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var admin = await OwnedAsync(database);
        await RunAsync(admin, "insert into public.migration (id, fingerprint) values ('9999_from_the_future', 'x')");

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Migration.RunAsync(admin, Ct));

        Assert.Contains("9999_from_the_future", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_step_is_refused()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var admin = await OwnedAsync(database);
        await RunAsync(admin, "update public.migration set fingerprint = 'other' where id = '0001_foundation'");

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Migration.RunAsync(admin, Ct));

        Assert.Contains("0001_foundation", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<NpgsqlConnection> OwnedAsync(Database database)
    {
        var name = new NpgsqlConnectionStringBuilder(database.App.ConnectionString).Database;
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await TestDatabase.AdminConnectionAsync()) { Database = name, Pooling = false }.ConnectionString);
        await connection.OpenAsync(Ct);
        return connection;
    }

    private static async Task<object?> CountAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select count(*) from public.migration", connection);
        return await command.ExecuteScalarAsync(Ct);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
