using Cornerstone.Access;
using Cornerstone.Tests.TestKit;
using Npgsql;

namespace Cornerstone.Tests.Features.Portfolio;

/// <summary>What changed lately is found place by place, and is what somebody finds who looks at every act under row-level security (decision 62).</summary>
public sealed class LatestActsTests
{
    private const int Most = 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_finds_the_acts_that_show_to_them_and_no_others()
    {
        var database = await TestDatabase.SoleniaAsync(Ct);
        var told = new Dictionary<string, (List<Guid> Found, List<Guid> Shown)>();
        foreach (var person in DemonstrationPerson.All)
        {
            await using var connection = await database.App.OpenConnectionAsync(Ct);
            await using var transaction = await connection.BeginTransactionAsync(Ct);
            await ListAsync(connection, $"select set_config('app.person', '{person.Id}', true)::uuid");
            told[person.Name] = (
                await ListAsync(connection, $"select l from journal.latest_acts('XS', {Most}) l"),
                await ListAsync(connection, $"select a.id from journal.act a where a.country = 'XS' order by a.id desc limit {Most}"));
        }

        await TestDatabase.DropAsync(database);

        Assert.All(told, t => Assert.Equal(t.Value.Shown, t.Value.Found));
        Assert.True(told.Values.Select(t => string.Join(',', t.Found)).Distinct().Count() > 2, "People of several roles see different acts.");
    }

    private static async Task<List<Guid>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var list = new List<Guid>();
        while (await reader.ReadAsync(Ct))
        {
            list.Add(reader.GetGuid(0));
        }

        return list;
    }
}
