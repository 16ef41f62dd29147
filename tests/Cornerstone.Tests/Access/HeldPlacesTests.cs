using Cornerstone.Access;
using Cornerstone.Operations;
using Cornerstone.Tests.TestKit;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access;

/// <summary>Where people read and write is worked out when a role, an account or a country changes, and is never behind (decision 64).</summary>
public sealed class HeldPlacesTests
{
    private const int Kinds = 9;
    private static readonly Guid[] Changed = [Amina.Id, Bruno.Id, Dmitri.Id, Jamila.Id, Karim.Id];
    private static readonly string[] Roles = [.. Enum.GetNames<Role>()];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happens_to_roles_accounts_and_countries_it_is_what_follows_from_them()
    {
        var database = await TestDatabase.CopyAsync(Ct);
        await using (var owner = await database.Owner.OpenConnectionAsync(Ct))
        {
            var (random, met) = (new Random(135), new HashSet<int>());
            await AgreesAsync(owner, "as it begins", [.. Changed, Reader.OperatorId]);
            for (var step = 0; step < 500; step++)
            {
                var kind = random.Next(Kinds);
                var change = Change(kind, random, await HeldPlaces.ColumnAsync(owner, "select code from access.workspace"));
                if (random.Next(5) == 0)
                {
                    // What is taken back half-way takes the places back with it.
                    await ExecuteAsync(owner, $"begin; savepoint before; {change}; rollback to before; commit");
                    await AgreesAsync(owner, $"taken back: {change}", Changed);
                }

                if (await ExecuteAsync(owner, change) > 0)
                {
                    met.Add(kind);
                }

                await AgreesAsync(owner, change, Changed);
            }

            Assert.Equal(Kinds, met.Count);
        }

        await TestDatabase.DropAsync(database);
    }

    [Theory]
    [InlineData("update access.membership set ended_at = now() where person_id = '{0}' and role = 'Secretariat'", "update access.membership set ended_at = now() where person_id = '{0}' and role = 'FinanceAnalyst'")]
    [InlineData("insert into access.membership values (gen_random_uuid(), '{0}', 'XS', 'FocalPoint', 3, now(), null)", "update access.person set disabled_at = now() where id = '{0}'")]
    [InlineData("insert into access.workspace (code, names) values ('ZA', '{\"en\": \"Z\"}')", "insert into access.workspace (code, names) values ('ZB', '{\"en\": \"Z\"}')")]
    public async Task Two_changes_in_one_moment_leave_what_follows_from_both(string first, string second)
    {
        var database = await TestDatabase.CopyAsync(Ct);
        await using (var one = await database.Owner.OpenConnectionAsync(Ct))
        await using (var other = await database.Owner.OpenConnectionAsync(Ct))
        {
            var id = Bruno.Id.ToString();
            await ExecuteAsync(one, $"update access.membership set ended_at = now() where person_id = '{id}' and ended_at is null");
            await ExecuteAsync(one, $"insert into access.membership values (gen_random_uuid(), '{id}', 'XS', 'Secretariat', 1, now(), null), (gen_random_uuid(), '{id}', 'XS', 'FinanceAnalyst', 2, now(), null)");
            await using var transaction = await one.BeginTransactionAsync(Ct);
            await ExecuteAsync(one, first.Replace("{0}", id, StringComparison.Ordinal));
            var waiting = ExecuteAsync(other, second.Replace("{0}", id, StringComparison.Ordinal));
            await WaitsAsync(one, waiting);
            await transaction.CommitAsync(Ct);
            await waiting;
            await AgreesAsync(one, second, [Bruno.Id, Reader.OperatorId]);
        }

        await TestDatabase.DropAsync(database);
    }

    [Theory]
    [InlineData("update access.membership set ended_at = now() where person_id = '{0}'")]
    [InlineData("update access.person set disabled_at = now() where id = '{0}'")]
    [InlineData("update access.request set state = 'Approved', decided_by = '{1}', decided_at = now()")]
    public async Task What_waits_for_an_account_holds_none_of_its_sessions(string change)
    {
        // Two that lock an account and its sessions, each in an order of its own, would wait for each other.
        var database = await TestDatabase.CopyAsync(Ct);
        await using (var one = await database.Owner.OpenConnectionAsync(Ct))
        await using (var other = await database.Owner.OpenConnectionAsync(Ct))
        {
            await ExecuteAsync(one, $"""
                insert into access.session (id, token_hash, person_id, proof, device, started_at, seen_at, proved_at)
                values (gen_random_uuid(), sha256('x'), '{Bruno.Id}', 'Password', '', now(), now(), now());
                insert into access.request (id, country, kind, person_id, asked_by, asked_at, expires_at, state)
                values (gen_random_uuid(), 'XS', 'SecondStep', '{Bruno.Id}', '{Karim.Id}', now(), now() + interval '1 day', 'Asked')
                """);
            var sessions = $"select 'open' from access.session where person_id = '{Bruno.Id}' and ended_at is null";
            await using var transaction = await one.BeginTransactionAsync(Ct);
            await ExecuteAsync(one, $"select from access.person where id = '{Bruno.Id}' for no key update");
            var waiting = ExecuteAsync(other, change.Replace("{0}", Bruno.Id.ToString(), StringComparison.Ordinal).Replace("{1}", Leila.Id.ToString(), StringComparison.Ordinal));
            await WaitsAsync(one, waiting);

            Assert.Single(await HeldPlaces.ColumnAsync(one, $"{sessions} for update nowait"));

            await transaction.CommitAsync(Ct);
            await waiting;
            Assert.Empty(await HeldPlaces.ColumnAsync(one, sessions));
        }

        await TestDatabase.DropAsync(database);
    }

    [Fact]
    public async Task Nobody_looks_or_writes_there()
    {
        var database = await TestDatabase.CopyAsync(Ct);
        string[] attempts =
        [
            "select * from access.held_place",
            $"insert into access.held_place values ('{Bruno.Id}', 'XS', 3, true)",
            "update access.held_place set classification = 3",
            "delete from access.held_place",
            $"select access.hold_places('{Bruno.Id}')",
            $"select * from access.places_that_follow('{Bruno.Id}')",
        ];
        foreach (var pool in new[] { database.App, database.Bulk, database.Published, database.Sealed })
        {
            foreach (var attempt in attempts)
            {
                await using var connection = await pool.OpenConnectionAsync(Ct);
                var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(connection, attempt));
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
            }
        }

        await TestDatabase.DropAsync(database);
    }

    [Fact]
    public async Task What_was_changed_behind_its_back_is_found_and_put_right()
    {
        await using var app = await TestApp.StartAsync();
        await app.ExecuteAsync($"set session_replication_role = replica; update access.membership set ended_at = now() where person_id = '{Bruno.Id}'");
        var behind = await FindingAsync(app);
        await app.ExecuteAsync("select access.hold_places(id) from access.person");

        Assert.Equal(Wellness.Bad, behind.State);
        Assert.Equal(Wellness.Good, (await FindingAsync(app)).State);
    }

    private static async Task<Finding> FindingAsync(TestApp app) =>
        (await DatabaseExamination.OfAsync(app.Database, app.Folder, TimeProvider.System.GetUtcNow(), Ct)).Single(f => f.What == "who reads where");

    private static string Change(int kind, Random random, List<string> countries)
    {
        var (person, role, country) = (Any(Changed), Any(Roles), Any(countries));
        var open = $"(select id from access.membership where person_id = '{person}' and ended_at is null limit 1)";
        string Alone(string id, string inCountry, string inRole) => $"and not exists (select from access.membership o where o.person_id = '{id}' and o.country = {inCountry} and o.role = {inRole} and o.ended_at is null)";
        return kind switch
        {
            0 or 1 => $"insert into access.membership values (gen_random_uuid(), '{person}', '{country}', '{role}', {random.Next(4)}, now(), null) on conflict do nothing",
            2 => $"update access.membership set ended_at = now() where person_id = '{person}' and country = '{country}' and ended_at is null",
            3 => $"update access.membership m set clearance = {random.Next(4)}, role = '{role}', country = '{country}' where id = {open} {Alone(person.ToString(), $"'{country}'", $"'{role}'")}",
            4 => $"update access.person set disabled_at = case when disabled_at is null then now() end where id = '{person}'",
            5 => $"delete from access.membership m where m.person_id = '{person}' and m.country = '{country}' and not exists (select from access.request r where r.membership_id = m.id)",
            6 when Any(Changed) is var other => $"update access.membership m set person_id = '{other}' where id = {open} {Alone(other.ToString(), "m.country", "m.role")}",
            7 => $"update access.membership m set ended_at = null where id = (select id from access.membership where person_id = '{person}' and ended_at is not null limit 1) {Alone(person.ToString(), "m.country", "m.role")}",
            _ => $"insert into access.workspace (code, names) values ('Z{(char)('A' + random.Next(26))}', '{{\"en\": \"Z\"}}') on conflict do nothing",
        };

        T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
    }

    private static async Task AgreesAsync(NpgsqlConnection owner, string after, Guid[] people)
    {
        var places = await HeldPlaces.ReadAsync(owner);
        Assert.True(!places.Differences.Any(), $"After: {after}\n{string.Join('\n', places.Differences)}");

        // And what row-level security asks says the same.
        foreach (var person in people)
        {
            await ExecuteAsync(owner, $"select set_config('app.person', '{person}', false)");
            foreach (var (asks, ends) in new[] { ("read", ""), ("write", " writes") })
            {
                var told = await HeldPlaces.ColumnAsync(owner, $"select concat_ws(' ', '{person}', country, classification) from access.places_to_{asks}() where compartment = '{Guid.Empty}'");
                var held = places.Held.Where(p => p.StartsWith($"{person} ", StringComparison.Ordinal) && p.EndsWith(ends, StringComparison.Ordinal)).Select(p => p.Replace(" writes", "", StringComparison.Ordinal));
                Assert.Equal(held.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
            }
        }
    }

    private static async Task WaitsAsync(NpgsqlConnection held, Task waiting)
    {
        while ((await HeldPlaces.ColumnAsync(held, "select 'waits' from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).Count == 0)
        {
            Assert.False(waiting.IsCompleted, "the second one did not wait for the first");
            await Task.Delay(10, Ct);
        }
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(Ct);
    }
}
