using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access;

/// <summary>Where people read and write is worked out when a role, an account or a country changes, and is never behind (decision 64).</summary>
public sealed class HeldPlacesTests
{
    private static readonly Guid[] Changed = [Amina.Id, Bruno.Id, Dmitri.Id, Jamila.Id, Karim.Id];
    private static readonly string[] Roles = [.. Enum.GetNames<Role>()];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happens_to_roles_accounts_and_countries_it_is_what_follows_from_them()
    {
        var database = await TestDatabase.CopyAsync(Ct);
        var random = new Random(135);
        var met = new HashSet<int>();
        await AgreesAsync(database, "as it begins");
        for (var step = 0; step < 400; step++)
        {
            var (person, role, kind) = (random.GetItems(Changed, 1)[0], random.GetItems(Roles, 1)[0], random.Next(8));
            var country = random.GetItems(await ColumnAsync(database, "select code from access.workspace"), 1)[0];
            var change = kind switch
            {
                0 or 1 => $"insert into access.membership values (gen_random_uuid(), '{person}', '{country}', '{role}', {random.Next(4)}, now(), null) on conflict do nothing",
                2 => $"update access.membership set ended_at = now() where person_id = '{person}' and country = '{country}' and ended_at is null",
                3 => $"update access.membership set clearance = {random.Next(4)} where person_id = '{person}' and country = '{country}' and role = '{role}' and ended_at is null",
                4 => $"update access.person set disabled_at = case when disabled_at is null then now() end where id = '{person}'",
                5 => $"delete from access.membership m where m.person_id = '{person}' and m.country = '{country}' and not exists (select from access.request r where r.membership_id = m.id)",
                6 => $"update access.membership set person_id = '{random.GetItems(Changed, 1)[0]}' where id = (select id from access.membership where person_id = '{person}' and ended_at is not null limit 1)",
                _ => $"insert into access.workspace (code, names) values ('Z{(char)('A' + random.Next(26))}', '{{\"en\": \"Z\"}}') on conflict do nothing",
            };
            met.Add(await ExecuteAsync(database, change) > 0 ? kind : -1);
            await AgreesAsync(database, change);
        }

        await TestDatabase.DropAsync(database);
        Assert.Superset(Enumerable.Range(0, 8).ToHashSet(), met);
    }

    [Fact]
    public async Task Two_roles_that_end_in_one_moment_leave_nothing()
    {
        var database = await TestDatabase.CopyAsync(Ct);
        await ExecuteAsync(database, $"update access.membership set ended_at = now() where person_id = '{Bruno.Id}' and ended_at is null");
        await ExecuteAsync(database, $"insert into access.membership values (gen_random_uuid(), '{Bruno.Id}', 'XS', 'Secretariat', 1, now(), null), (gen_random_uuid(), '{Bruno.Id}', 'XS', 'FinanceAnalyst', 2, now(), null)");
        var before = await HeldAsync(database);

        await using (var first = await database.Owner.OpenConnectionAsync(Ct))
        await using (var transaction = await first.BeginTransactionAsync(Ct))
        {
            await using var ends = new NpgsqlCommand(Ends("Secretariat"), first, transaction);
            await ends.ExecuteNonQueryAsync(Ct);
            var second = ExecuteAsync(database, Ends("FinanceAnalyst"));
            while ((await ColumnAsync(database, "select 1::text from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).Length == 0)
            {
                Assert.False(second.IsCompleted, "the second one did not wait for the first");
                await Task.Delay(10, Ct);
            }

            await transaction.CommitAsync(Ct);
            await second;
        }

        var after = await HeldAsync(database);
        await TestDatabase.DropAsync(database);
        Assert.Contains(before, h => h.StartsWith(Bruno.Id.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(after, h => h.StartsWith(Bruno.Id.ToString(), StringComparison.Ordinal));

        static string Ends(string role) => $"update access.membership set ended_at = now() where person_id = '{Bruno.Id}' and role = '{role}' and ended_at is null";
    }

    [Theory]
    [InlineData("select * from access.held_place")]
    [InlineData("insert into access.held_place values ('00000000-0000-7000-8000-000000000101', 'XS', 3, true)")]
    [InlineData("update access.held_place set classification = 3")]
    [InlineData("delete from access.held_place")]
    [InlineData("select access.hold_places('00000000-0000-7000-8000-000000000101')")]
    public async Task Nobody_looks_or_writes_there(string sql)
    {
        var database = await TestDatabase.CopyAsync(Ct);
        foreach (var pool in new[] { database.App, database.Published, database.Sealed })
        {
            await using var command = pool.CreateCommand(sql);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        await TestDatabase.DropAsync(database);
    }

    private static async Task AgreesAsync(Database database, string after) => Assert.True(
        await HeldAsync(database) is var held && await FollowsAsync(database) is var follows && held.SetEquals(follows),
        $"After: {after}\nmissing: {string.Join("; ", follows.Except(held))}\ntoo much: {string.Join("; ", held.Except(follows))}");

    private static async Task<HashSet<string>> HeldAsync(Database database) =>
        [.. await ColumnAsync(database, "select concat_ws(' ', person_id, country, classification, case when writes then 'writes' end) from access.held_place")];

    // Each person's places out of their roles, by other means than the database's.
    private static async Task<HashSet<string>> FollowsAsync(Database database)
    {
        var countries = await ColumnAsync(database, "select code from access.workspace");
        var roles = (await ColumnAsync(database, """
            select concat_ws(' ', m.person_id, m.country, m.role, m.clearance) from access.membership m
            where m.ended_at is null and (select p.disabled_at is null from access.person p where p.id = m.person_id)
            """)).Select(r => r.Split(' ')).Select(r => (Person: r[0], Country: r[1], Role: Enum.Parse<Role>(r[2]), Clearance: int.Parse(r[3], CultureInfo.InvariantCulture))).ToList();
        var (read, written) = (new HashSet<string>(), new HashSet<string>());
        foreach (var (person, country, role, clearance) in roles)
        {
            read.Add($"{person} UN 0");
            var levels = role == Role.Administrator ? [] : Enumerable.Range(0, clearance + 1).Select(level => $"{person} {country} {level}").ToArray();
            read.UnionWith(levels);
            if (role is not (Role.Auditor or Role.CivilSociety)) written.UnionWith(levels);
        }

        written.UnionWith(countries.SelectMany(c => Enumerable.Range(0, 4).Select(level => $"{Reader.OperatorId} {c} {level}")));
        return [.. read.Except(written), .. written.Select(w => w + " writes")];
    }

    private static async Task<int> ExecuteAsync(Database database, string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<string[]> ColumnAsync(Database database, string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var column = new List<string>();
        while (await reader.ReadAsync(Ct)) column.Add(reader.GetString(0));
        return [.. column];
    }
}
