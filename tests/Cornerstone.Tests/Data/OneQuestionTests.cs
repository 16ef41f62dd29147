using Cornerstone.Tests.TestKit;
using Npgsql;

namespace Cornerstone.Tests.Data;

/// <summary>Who may read is one question of each query, whatever rows it meets: asking another one for hidden rows takes time that tells of them (decision 62).</summary>
public sealed class OneQuestionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_of_work_with_sealed_groups_asks_the_same_one_question()
    {
        var database = await TestDatabase.CopyAsync(Ct);
        var asked = await ListAsync(database.Owner, """
            select distinct concat_ws(' / ', p.cmd, p.qual, p.with_check) from pg_policies p
            where p.schemaname = 'work' and p.policyname in ('readers', 'writers', 'editors', 'removers') order by 1
            """);
        var unguarded = await ListAsync(database.Owner, """
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'compartment'
            where c.relnamespace = 'work'::regnamespace and c.relkind = 'r'
              and not exists (select from pg_policies p where format('%I.%I', p.schemaname, p.tablename)::regclass = c.oid and p.policyname = 'readers')
            """);
        await TestDatabase.DropAsync(database);

        Assert.Equal(["DELETE", "INSERT", "SELECT", "UPDATE"], asked.ConvertAll(a => a.Split(" / ")[0]));
        Assert.All(asked, a => Assert.All(a.Split(" / ").Skip(1), question =>
        {
            Assert.Equal(1, question.Split("SELECT ").Length - 1);
            Assert.Contains(a.StartsWith("SELECT", StringComparison.Ordinal) ? "access.places_to_read()" : "access.places_to_write()", question, StringComparison.Ordinal);
        }));
        Assert.Empty(unguarded);
    }

    private static async Task<List<string>> ListAsync(NpgsqlDataSource pool, string sql)
    {
        await using var command = pool.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var list = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            list.Add(reader.GetString(0));
        }

        return list;
    }
}
