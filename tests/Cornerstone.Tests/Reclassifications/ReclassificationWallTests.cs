using Cornerstone.Access;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Reclassifications;

/// <summary>What the database refuses one person alone, also through SQL written by hand in the program's own role.</summary>
public sealed class ReclassificationWallTests
{
    private const string Refused = "CS039";

    private static string Approve => $"update work.reclassification set state = 'Approved', decided_by = '{GivenPlan.Farid.Id}', decided_at = asked_at";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update work.law set classification = 1")]
    [InlineData("update work.law set country = 'UN'")]
    [InlineData("update work.law set classification = 1, version = version + 1 where code = 'ACT-1'")]
    [InlineData("insert into work.law select * from work.law on conflict (id) do update set classification = 1")]
    [InlineData("merge into work.law t using (select id from work.law) s on s.id = t.id when matched then update set classification = 0")]
    public async Task Nobody_lowers_a_level_alone(string sql)
    {
        await using var app = await TestApp.StartAsync();
        await app.LawAsync(Classification.Government);

        Assert.Equal(Refused, await StateAsync(app, Amina, sql));
    }

    [Fact]
    public async Task Nor_takes_a_record_out_of_its_sealed_group_or_into_another_one()
    {
        await using var app = await TestApp.StartAsync();
        var (one, other) = (await GroupAsync(app), await GroupAsync(app));
        await app.LawAsync(Classification.Government, compartment: one);

        Assert.Equal(Refused, await StateAsync(app, Amina, "update work.law set compartment = null, classification = 3"));
        Assert.Equal(Refused, await StateAsync(app, Amina, $"update work.law set compartment = '{other}'"));
    }

    [Fact]
    public async Task Raising_a_level_and_entering_a_sealed_group_take_one_person_and_all_that_belongs_follows()
    {
        await using var app = await TestApp.StartAsync();
        await app.LawAsync(Classification.Government);
        var group = await GroupAsync(app);

        await RunAsync(app, Amina, $"update work.law set classification = 3, compartment = '{group}'", commit: true);

        Assert.Equal(3L, await RunAsync(app, Amina, "select classification::bigint from work.law_step", commit: false));
    }

    [Theory]
    [InlineData("update work.reclassification set state = 'Approved', decided_by = '{amina}', decided_at = asked_at", PostgresErrorCodes.CheckViolation)]
    [InlineData("update work.reclassification set state = 'Approved', decided_by = '{farid}', decided_at = asked_at", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("update work.reclassification set to_classification = 0", "CS036")]
    [InlineData("update work.reclassification set asked_by = '{farid}'", "CS036")]
    [InlineData("update work.reclassification set record_id = gen_random_uuid()", "CS036")]
    [InlineData("delete from work.reclassification", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("insert into work.reclassification select gen_random_uuid(), country, classification, null, record_table, record_id, 0, null, 'x', '{farid}', asked_at, expires_at, 'Asked' from work.reclassification", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("insert into work.reclassification select gen_random_uuid(), country, classification, null, record_table, record_id, 0, null, 'x', '{amina}', asked_at, asked_at + interval '1 year', 'Asked' from work.reclassification", PostgresErrorCodes.CheckViolation)]
    public async Task Who_asked_does_not_approve_in_any_name_nor_change_what_was_asked(string sql, string state)
    {
        await using var app = await TestApp.StartAsync();
        await AskedAsync(app);

        Assert.Equal(state, await StateAsync(app, Amina, sql.Replace("{amina}", Amina.Id.ToString(), StringComparison.Ordinal).Replace("{farid}", GivenPlan.Farid.Id.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_approval_opens_exactly_what_was_asked()
    {
        await using var app = await TestApp.StartAsync();
        await AskedAsync(app);
        await app.LawAsync(Classification.Government, "ACT-2");

        Assert.Equal(Refused, await StateAsync(app, GivenPlan.Farid, $"{Approve}; update work.law set classification = 0 where code = 'ACT-1'"));
        Assert.Equal(Refused, await StateAsync(app, GivenPlan.Farid, $"{Approve}; update work.law set classification = 1 where code = 'ACT-2'"));
        Assert.Null(await StateAsync(app, GivenPlan.Farid, $"{Approve}; update work.law set classification = 1 where code = 'ACT-1'"));
    }

    [Fact]
    public async Task An_approval_serves_once_and_in_its_own_transaction_alone()
    {
        await using var app = await TestApp.StartAsync();
        await AskedAsync(app);
        await RunAsync(app, GivenPlan.Farid, $"{Approve}; update work.law set classification = 1", commit: true);
        await RunAsync(app, Amina, "update work.law set classification = 2", commit: true);

        Assert.Equal(Refused, await StateAsync(app, GivenPlan.Farid, "update work.law set classification = 1"));
        Assert.Equal("CS036", await StateAsync(app, GivenPlan.Farid, $"{Approve}; update work.law set classification = 1"));
    }

    [Theory]
    [InlineData("update access.membership set ended_at = now() where person_id = '{0}'")]
    [InlineData("update access.membership set clearance = 1 where person_id = '{0}'")]
    [InlineData("update access.person set disabled_at = now() where id = '{0}'")]
    public async Task What_somebody_asked_who_no_longer_writes_there_is_approved_by_nobody(string meanwhile)
    {
        await using var app = await TestApp.StartAsync();
        await AskedAsync(app);
        await app.ExecuteAsync(meanwhile.Replace("{0}", Amina.Id.ToString(), StringComparison.Ordinal));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await StateAsync(app, GivenPlan.Farid, Approve));
    }

    [Fact]
    public async Task Each_guarded_table_keeps_its_level_and_each_sealed_row_its_group()
    {
        await using var app = await TestApp.StartAsync();
        await using var command = app.Database.App.CreateCommand("""
            select string_agg(c.relname, ', ') from pg_class c
            where c.relkind in ('r', 'p')
              and (c.relnamespace = 'work'::regnamespace or (c.relnamespace = 'sealed'::regnamespace and exists (
                  select from pg_attribute a where a.attrelid = c.oid and a.attname in ('compartment_id', 'classification') and not a.attisdropped)))
              and not exists (
                  select from pg_trigger t where t.tgrelid = c.oid and t.tgenabled = 'O'
                  and t.tgname = case when c.relnamespace = 'work'::regnamespace then 'require_two_people' else 'stays' end)
            """);

        Assert.Equal(DBNull.Value, await command.ExecuteScalarAsync(Ct));
    }

    private static async Task AskedAsync(TestApp app)
    {
        var law = await app.LawAsync(Classification.Government);
        await (await app.AsAsync(Amina)).LowerAsync(law.Id, Classification.Partner);
    }

    private static async Task<Guid> GroupAsync(TestApp app)
    {
        var group = Guid.CreateVersion7();
        await app.ExecuteAsync($"insert into access.compartment values ('{group}', 'XS', 'Closed committee', 'Act 1/2025')");
        await app.ExecuteAsync($"insert into access.compartment_member values ('{group}', '{Amina.Id}', '2020-01-01', '2099-01-01')");
        return group;
    }

    /// <summary>Null when the database lets it pass.</summary>
    private static async Task<string?> StateAsync(TestApp app, DemonstrationPerson person, string sql)
    {
        try
        {
            await RunAsync(app, person, sql, commit: false);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private static async Task<object?> RunAsync(TestApp app, DemonstrationPerson person, string sql, bool commit)
    {
        await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var asking = new NpgsqlCommand($"select set_config('app.person', '{person.Id}', true), set_config('app.act', '{Guid.CreateVersion7()}', true)", connection);
        await asking.ExecuteNonQueryAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        var found = await command.ExecuteScalarAsync(Ct);
        if (commit)
        {
            await transaction.CommitAsync(Ct);
        }

        return found;
    }
}
