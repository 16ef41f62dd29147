using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Plan;

/// <summary>What the database refuses whoever asks: also a person with the right role, and SQL written by hand.</summary>
public sealed class PlanWallTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update work.plan_node set code = 'X' where version_id = $1")]
    [InlineData("update work.plan_cost set amount = 1 where version_id = $1")]
    [InlineData("delete from work.plan_cost where version_id = $1")]
    [InlineData("delete from work.plan_funding where version_id = $1")]
    [InlineData("insert into work.plan_link select gen_random_uuid(), country, classification, null, version_id, id, 'Sdg', '16.6' from work.plan_node where version_id = $1")]
    [InlineData("insert into work.plan_node select gen_random_uuid(), country, classification, null, version_id, gen_random_uuid(), null, level, 9, 'N9', title, null, null, '{}', '{}', '{}' from work.plan_node where version_id = $1")]
    [InlineData("update work.plan_version set levels = '{}' where id = $1")]
    [InlineData("update work.plan_version set state = 'Draft' where id = $1")]
    public async Task An_approved_version_refuses_every_change_even_through_sql(string sql)
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await plan.ApproveAsync(app);

        var refused = await RefusedAsync(app, Amina, sql, plan.Version.Id);

        Assert.Equal("CS036", refused.SqlState);
    }

    [Fact]
    public async Task A_version_awaiting_approval_stays_as_it_was_handed_in()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using (var db = await app.DbAsAsync(Amina))
        {
            (await db.PlanVersions.SingleAsync(v => v.Id == plan.Version.Id, Ct)).Submit(Amina.Id, DateTimeOffset.UnixEpoch, 4);
            await db.SaveAsync(new Act("plan.submit", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        var refused = await RefusedAsync(app, Amina, "update work.plan_node set code = code || '!' where version_id = $1", plan.Version.Id);

        Assert.Equal("CS036", refused.SqlState);
    }

    [Fact]
    public async Task A_drafter_cannot_approve_even_through_sql_and_nobody_approves_in_anothers_name()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app, GivenPlan.Farid);
        await using (var db = await app.DbAsAsync(Amina))
        {
            (await db.PlanVersions.SingleAsync(v => v.Id == plan.Version.Id, Ct)).Submit(Amina.Id, DateTimeOffset.UnixEpoch, 4);
            await db.SaveAsync(new Act("plan.submit", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        const string approve = "update work.plan_version set state = 'Approved', approved_at = now(), authority = 'me', approved_by = $2 where id = $1";

        Assert.Contains("hand in", (await RefusedAsync(app, GivenPlan.Farid, approve, plan.Version.Id, GivenPlan.Farid.Id)).MessageText, StringComparison.Ordinal);
        Assert.Contains("own name", (await RefusedAsync(app, GivenPlan.Farid, approve, plan.Version.Id, Elif.Id)).MessageText, StringComparison.Ordinal);
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await RefusedAsync(app, Amina, approve, plan.Version.Id, Amina.Id)).SqlState);
    }

    [Fact]
    public async Task Nodes_and_reports_are_never_deleted_and_a_report_never_rewritten()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await RefusedAsync(app, Amina, "delete from work.plan_node where version_id = $1", plan.Version.Id)).SqlState);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await RefusedAsync(app, Amina, "update work.plan_progress set note = 'x' where lineage = $1", plan.First.Lineage)).SqlState);
    }

    [Fact]
    public async Task A_node_cannot_stand_under_one_of_its_own_or_a_lower_level_so_no_circle_closes()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);

        var refused = await RefusedAsync(app, Amina, "update work.plan_node set parent_id = $2 where id = $1", plan.Goal.Id, plan.First.Id);

        Assert.Equal("CS036", refused.SqlState);
    }

    [Fact]
    public async Task The_database_itself_notes_who_had_a_hand_in_a_version()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using var db = await app.DbAsAsync(Amina);

        Assert.Equal([Amina.Id], await db.PlanDrafters.Where(d => d.VersionId == plan.Version.Id).Select(d => d.PersonId).ToListAsync(Ct));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await RefusedAsync(app, Amina, "delete from work.plan_drafter where version_id = $1", plan.Version.Id)).SqlState);
    }

    private static async Task<PostgresException> RefusedAsync(TestApp app, DemonstrationPerson person, string sql, params object[] values) => await Assert.ThrowsAsync<PostgresException>(async () =>
    {
        await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var act = new NpgsqlCommand($"select set_config('app.person', '{person.Id}', true), set_config('app.act', '{Guid.CreateVersion7()}', true)", connection);
        await act.ExecuteNonQueryAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(Ct);
        await transaction.CommitAsync(Ct);
    });
}
