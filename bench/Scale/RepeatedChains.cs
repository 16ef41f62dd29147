using Npgsql;

namespace Cornerstone.Bench.Scale;

/// <summary>
/// Repeats invented chains with new ids, by the server itself and past the triggers: what is measured is how a large register is read,
/// not how it is filled. A repeated chain names its own activities, so it is a family of its own as the first was.
/// </summary>
internal static class RepeatedChains
{
    // Copies made at a time.
    private const int Batch = 5;

    internal static async Task RunAsync(string admin, int copies, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(admin) { Database = "cornerstone", CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(ct);
        await ExecuteAsync("set session_replication_role = replica; set synchronous_commit = off; create temporary table chain as select id from work.activity where identifier like 'EX-%'");
        var activity = await ColumnsAsync(connection, "activity", ["id", "identifier"], ct);
        var transaction = await ColumnsAsync(connection, "transaction", ["id", "activity_id", "provider_activity", "receiver_activity"], ct);
        for (var from = 1; from <= copies; from += Batch)
        {
            await ExecuteAsync($"""
                create temporary table copy as select c.id, '-' || n as mark, uuidv7() as new_id from generate_series({from}, {Math.Min(copies, from + Batch - 1)}) n cross join chain c;
                insert into work.activity (id, identifier, {string.Join(", ", activity)})
                    select k.new_id, r.identifier || k.mark, {string.Join(", ", activity.Select(c => $"r.{c}"))} from copy k join work.activity r on r.id = k.id;
                insert into work.transaction (id, activity_id, provider_activity, receiver_activity, {string.Join(", ", transaction)})
                    select uuidv7(), k.new_id, r.provider_activity || k.mark, r.receiver_activity || k.mark, {string.Join(", ", transaction.Select(c => $"r.{c}"))}
                    from copy k join work.transaction r on r.activity_id = k.id order by k.new_id;
                drop table copy
                """);
        }

        // What the server does by itself within a minute of a large import.
        await ExecuteAsync("vacuum (analyze, parallel 0) work.activity, work.transaction");

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task<List<string>> ColumnsAsync(NpgsqlConnection connection, string table, string[] without, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select column_name from information_schema.columns where table_schema = 'work' and table_name = $1 and column_name <> all ($2) and is_generated = 'NEVER'", connection)
        {
            Parameters = { new() { Value = table }, new() { Value = without } },
        };
        var columns = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) columns.Add(reader.GetString(0));
        return columns;
    }
}
