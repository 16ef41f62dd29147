using Cornerstone.Data;
using Cornerstone.Data.Embedded;

namespace Cornerstone.Tests.Data.Embedded;

/// <summary>A server that would lose or leak what is saved is refused at the start, with the reason (security handbook, SO-05).</summary>
public sealed class UnsafeServerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_does_not_wait_for_its_disk_or_whose_everyday_role_owns_a_table_is_refused()
    {
        using var scratch = new ScratchDatabase();
        await using var postgres = await scratch.StartAsync();
        await (await OpenAsync(postgres, scratch)).DisposeAsync();
        await ScratchDatabase.AskAsync(postgres, "alter database postgres set synchronous_commit = off");

        Assert.Contains("synchronous_commit", await WhyNotAsync(postgres, scratch), StringComparison.Ordinal);
        await ScratchDatabase.AskAsync(postgres, "alter database postgres reset synchronous_commit");

        await using (var database = await OpenAsync(postgres, scratch))
        {
            await using var connection = new Npgsql.NpgsqlConnection(new Npgsql.NpgsqlConnectionStringBuilder(postgres.AdminConnectionString) { Database = "cornerstone", Pooling = false }.ConnectionString);
            await connection.OpenAsync(Ct);
            await using var give = new Npgsql.NpgsqlCommand("alter table work.law owner to cornerstone_app; alter role cornerstone_public bypassrls", connection);
            await give.ExecuteNonQueryAsync(Ct);
        }

        Assert.Contains("work.law", await WhyNotAsync(postgres, scratch), StringComparison.Ordinal);
        // A role that was made strong is made weak again.
        Assert.Equal("False", await ScratchDatabase.AskAsync(postgres, "select rolbypassrls from pg_roles where rolname = 'cornerstone_public'"));
    }

    private static Task<Database> OpenAsync(EmbeddedPostgres postgres, ScratchDatabase scratch) =>
        Database.OpenAsync(new Npgsql.NpgsqlConnectionStringBuilder(postgres.AdminConnectionString) { Pooling = false }.ConnectionString, "cornerstone", Path.Join(scratch.DataFolder, "secrets.json"), Ct);

    private static async Task<string> WhyNotAsync(EmbeddedPostgres postgres, ScratchDatabase scratch) =>
        (await Assert.ThrowsAsync<DatabaseRefusedException>(() => OpenAsync(postgres, scratch))).Message;
}
