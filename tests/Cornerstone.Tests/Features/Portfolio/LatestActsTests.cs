using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Tests.Journals;
using Cornerstone.Tests.TestKit;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Portfolio;

/// <summary>What changed lately is found place by place, and is what somebody finds who looks at every act under row-level security (decision 62).</summary>
public sealed class LatestActsTests
{
    private const int Most = 20;
    private const string Group = "01999999-0000-7000-8000-000000000001";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_finds_the_acts_that_show_to_them_and_no_others()
    {
        var database = await TestDatabase.SoleniaAsync(Ct);
        var told = new Dictionary<string, (List<Guid> Found, List<Guid> Shown)>();
        foreach (var person in DemonstrationPerson.All)
        {
            told[person.Name] = await ToldAsync(database, person);
        }

        await TestDatabase.DropAsync(database);

        Assert.All(told, t => Assert.Equal(t.Value.Shown, t.Value.Found));
        Assert.True(told.Values.Select(t => string.Join(',', t.Found)).Distinct().Count() > 2, "People of several roles see different acts.");
    }

    [Fact]
    public async Task Nothing_hidden_is_met_on_the_way()
    {
        var database = await TestDatabase.SoleniaAsync(Ct);
        await using var admin = await JournalChainTests.AdminAsync(database);
        await JournalChainTests.RunAsync(admin, "analyze journal.change");
        var before = await MetAsync(database);

        await HideAsync(admin);
        var after = await MetAsync(database);
        await TestDatabase.DropAsync(database);

        Assert.True(before.Entries >= Most, $"The latest acts were found by {before.Entries} entries of indexes.");
        Assert.Equal((before.Entries, 0), after);
    }

    [Fact]
    public async Task Who_belongs_to_a_group_finds_its_acts_between_the_others()
    {
        var database = await TestDatabase.SoleniaAsync(Ct);
        await using var admin = await JournalChainTests.AdminAsync(database);
        await HideAsync(admin);
        await JournalChainTests.RunAsync(admin, $"insert into access.compartment_member values ('{Group}', '{Amina.Id}', current_date - 1, current_date + 1)");
        var (hers, his) = (await ToldAsync(database, Amina), await ToldAsync(database, Bruno));
        await TestDatabase.DropAsync(database);

        Assert.Equal(hers.Shown, hers.Found);
        Assert.Equal(his.Shown, his.Found);
        Assert.Contains(hers.Found, IsHidden);
        Assert.Contains(hers.Found, a => !IsHidden(a));
        Assert.DoesNotContain(his.Found, IsHidden);

        static bool IsHidden(Guid act) => act.ToString().Contains("-ffffffffff0", StringComparison.Ordinal);
    }

    private static async Task<(List<Guid> Found, List<Guid> Shown)> ToldAsync(Database database, DemonstrationPerson person)
    {
        await using var connection = await database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await ListAsync(connection, $"select set_config('app.person', '{person.Id}', true)::uuid");
        return (
            await ListAsync(connection, $"select l from journal.latest_acts('XS', {Most}) l"),
            await ListAsync(connection, $"select a.id from journal.act a where a.country = 'XS' order by a.id desc limit {Most}"));
    }

    // Hidden acts of their own, each next to an open one.
    private static Task HideAsync(NpgsqlConnection admin) => JournalChainTests.RunAsync(admin, $"""
        insert into access.compartment (id, country, name, legal_basis) values ('{Group}', 'XS', 'Closed', 'Law 1');
        set session_replication_role = replica;
        insert into journal.act (id, name, country, person_id, at, reason)
        select overlay(id::text placing 'ffffffffff0' || n from 25)::uuid, name, country, '{Karim.Id}', at, reason
        from journal.act cross join generate_series(1, 3) n where country = 'XS' on conflict do nothing;
        insert into journal.change (id, act_id, record_type, record_id, kind, country, classification, compartment, fields)
        select gen_random_uuid(), overlay(act_id::text placing 'ffffffffff0' || n from 25)::uuid, record_type, record_id, kind, country, classification, '{Group}', fields
        from journal.change cross join generate_series(1, 3) n where country = 'XS';
        analyze journal.change;
        """);

    // How many entries of indexes were met, and how often the table or an index of all its rows was gone through.
    private static async Task<(long Entries, long OfAll)> MetAsync(Database database)
    {
        await using var connection = await database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await ListAsync(connection, $"select set_config('app.person', '{Amina.Id}', true)::uuid");
        // What the connection met earlier may still be counted.
        var earlier = await SoFarAsync();
        Assert.Equal(Most, (await ListAsync(connection, $"select l from journal.latest_acts('XS', {Most}) l")).Count);
        var now = await SoFarAsync();
        return (now.Entries - earlier.Entries, now.OfAll - earlier.OfAll);

        async Task<(long Entries, long OfAll)> SoFarAsync()
        {
            await using var met = new NpgsqlCommand("""
                select coalesce(sum(pg_stat_get_xact_tuples_returned(i)) filter (where not is_table), 0)::bigint, coalesce(sum(pg_stat_get_xact_numscans(i)) filter (where of_all), 0)::bigint
                from (
                    select 'journal.change'::regclass::oid, true, true
                    union all
                    select indexrelid, false, indpred is null from pg_index where indrelid = 'journal.change'::regclass) looked_at (i, is_table, of_all)
                """, connection);
            await using var reader = await met.ExecuteReaderAsync(Ct);
            await reader.ReadAsync(Ct);
            return (reader.GetInt64(0), reader.GetInt64(1));
        }
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
