using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Tests.TestKit;
using Npgsql;

namespace Cornerstone.Tests.Data.Embedded;

public sealed class ServerProfileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // A misspelt setting is passed over by the server itself and stops every helper it starts: a large index would never be built.
    [Fact]
    public async Task Helpers_of_a_large_question_start_with_the_settings_of_the_server()
    {
        Assert.SkipWhen(TestDatabase.IsInstalled, "The server of this run is not ours.");
        await using var connection = new NpgsqlConnection(await TestDatabase.AdminConnectionAsync());
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand("set debug_parallel_query = on; select current_setting('default_text_search_config') from pg_class limit 1", connection);

        var configuration = await command.ExecuteScalarAsync(Ct);

        Assert.Equal("pg_catalog.simple", configuration);
    }

    // One program of the operator's beside the server, and what the server keeps for its keeper.
    [Fact]
    public void All_pools_together_leave_room_on_the_server() =>
        Assert.True(Database.Connections.Values.Sum() + Database.Connections.Values.Min() + 3 <= ServerProfile.MostConnections);
}
