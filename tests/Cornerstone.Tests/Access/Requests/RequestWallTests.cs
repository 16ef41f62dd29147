using Cornerstone.Access;
using Cornerstone.Access.Requests;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Requests;

/// <summary>What the database refuses one person alone, also through SQL written by hand in the program's own role.</summary>
public sealed class RequestWallTests
{
    private const string Membership = "insert into access.membership values (gen_random_uuid(), $1, 'XS', 'Secretariat', 3, now(), null)";

    // Its row cannot be read back: whoever writes one names it.
    private static readonly Guid Link = Guid.CreateVersion7();
    private static readonly string LinkForBruno = $"insert into access.one_time_link values ('{Link}', sha256('x'), '{Bruno.Id}', now() + interval '1 day', null);";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Membership)]
    [InlineData("insert into access.one_time_link values (gen_random_uuid(), sha256('x'), $1, now() + interval '1 day', null)")]
    [InlineData("update access.membership set clearance = 3 where person_id = $1")]
    [InlineData("update access.membership set role = 'Administrator' where person_id = $1")]
    [InlineData("update access.membership set ended_at = null where person_id = $1")]
    public async Task An_administrator_gives_nothing_alone(string sql)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await RefusedAsync(app, Karim, sql, Bruno.Id)).SqlState);
    }

    [Theory]
    [InlineData("update access.membership set ended_at = now() where person_id = $1")]
    [InlineData(Membership)]
    public async Task Who_is_no_administrator_touches_no_role(string sql)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await RefusedAsync(app, Amina, sql, Bruno.Id)).SqlState);
    }

    [Theory]
    [InlineData("update access.request set state = 'Approved', decided_by = '{karim}', decided_at = now()", PostgresErrorCodes.CheckViolation)]
    [InlineData("update access.request set state = 'Approved', decided_by = '{karim}', decided_at = now(), is_alone = true", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("update access.request set state = 'Approved', decided_by = '{leila}', decided_at = now()", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("update access.request set asked_by = '{leila}'", "CS036")]
    [InlineData("update access.request set clearance = 3", "CS036")]
    [InlineData("update access.request set person_id = '{leila}'", "CS036")]
    [InlineData("update access.request set seen_by = '{karim}', seen_at = now()", PostgresErrorCodes.InsufficientPrivilege)]
    public async Task Who_asked_does_not_approve_in_any_name_nor_change_what_was_asked(string sql, string state)
    {
        await using var app = await TestApp.StartAsync();
        await AskAsync(app, Bruno);

        var refused = await RefusedAsync(app, Karim, sql.Replace("{karim}", Karim.Id.ToString(), StringComparison.Ordinal).Replace("{leila}", Leila.Id.ToString(), StringComparison.Ordinal));

        Assert.Equal(state, refused.SqlState);
    }

    [Fact]
    public async Task The_person_it_is_for_does_not_approve_it()
    {
        await using var app = await TestApp.StartAsync();
        await AskAsync(app, Leila);

        var refused = await RefusedAsync(app, Leila, $"update access.request set state = 'Approved', decided_by = '{Leila.Id}', decided_at = now()");

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task An_approval_gives_what_was_asked_and_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        await AskAsync(app, Bruno);
        var other = $"""
            with m as (insert into access.membership values (gen_random_uuid(), '{Bruno.Id}', 'XS', 'Secretariat', 3, now(), null) returning id)
            update access.request set state = 'Approved', decided_by = '{Leila.Id}', decided_at = now(), membership_id = (select id from m)
            """;

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await RefusedAsync(app, Leila, other)).SqlState);
    }

    [Theory]
    [InlineData(RequestKind.Password)]
    [InlineData(RequestKind.SecondStep)]
    [InlineData(RequestKind.Role)]
    public async Task Naming_a_role_that_is_there_already_does_not_hide_the_other_administrator(RequestKind kind)
    {
        await using var app = await TestApp.StartAsync();
        await AskAsync(app, Bruno, kind);
        var alone = $"""
            {LinkForBruno}
            update access.request set state = 'Approved', decided_by = '{Karim.Id}', decided_at = now(), is_alone = true, link_id = '{Link}',
                membership_id = (select id from access.membership where person_id = '{Leila.Id}')
            """;

        AssertByRule(await RefusedAsync(app, Karim, alone));
    }

    [Fact]
    public async Task A_role_for_somebody_who_works_here_makes_no_link_into_their_account()
    {
        await using var app = await TestApp.StartAsync();
        await AskAsync(app, Bruno);
        var withLink = $"""
            {LinkForBruno}
            update access.request set state = 'Approved', decided_by = '{Leila.Id}', decided_at = now(), membership_id = gen_random_uuid(), link_id = '{Link}'
            """;

        AssertByRule(await RefusedAsync(app, Leila, withLink));
    }

    [Fact]
    public async Task A_link_is_made_again_by_whoever_approved_for_three_days_while_none_was_used()
    {
        await using var app = await TestApp.StartAsync();
        await TwoAdministrators.NewPasswordAsync(app, Bruno);
        var again = $"""
            {LinkForBruno}
            update access.request set link_id = '{Link}'
            """;

        AssertByRule(await RefusedAsync(app, Karim, again));
        Assert.Equal("CS131", (await RefusedAsync(app, Leila, "update access.request set link_id = null")).SqlState);
        Assert.Equal("CS036", (await RefusedAsync(app, Leila, $"{again}, seen_by = '{Leila.Id}', seen_at = now()")).SqlState);
        await app.ExecuteAsync("alter table access.request disable trigger user; update access.request set decided_at = now() - interval '73 hours'; alter table access.request enable trigger user");
        Assert.Equal("CS131", (await RefusedAsync(app, Leila, again)).SqlState);
        await app.ExecuteAsync("alter table access.request disable trigger user; update access.request set decided_at = now(); alter table access.request enable trigger user; update access.one_time_link set used_at = now()");
        Assert.Equal("CS131", (await RefusedAsync(app, Leila, again)).SqlState);
    }

    [Theory]
    [InlineData("used_at = null", true)]
    [InlineData("used_at = now() + interval '1 day'", true)]
    [InlineData("expires_at = now() + interval '1 year'", false)]
    [InlineData("used_at = now(), expires_at = now() + interval '1 year'", false)]
    public async Task A_link_is_used_once_and_never_altered_by_whoever_holds_it(string change, bool wasUsed)
    {
        await using var app = await TestApp.StartAsync();
        var token = (await TwoAdministrators.NewPasswordAsync(app, Bruno)).Split('/')[^1];
        var hash = Convert.ToHexStringLower(OneTimeLink.HashOf(token));
        if (wasUsed) await app.ExecuteAsync("update access.one_time_link set used_at = now() where person_id is not null");

        AssertByRule(await RefusedAsync(app, Leila, $"select set_config('app.link', '{hash}', true); update access.one_time_link set {change}"));
    }

    [Fact]
    public async Task What_one_approved_alone_is_not_made_again_alone_once_there_are_two()
    {
        await using var app = await TestApp.StartAsync();
        await TwoAdministrators.NewPasswordAsync(app, Bruno);
        await app.ExecuteAsync($"alter table access.request disable trigger user; update access.request set is_alone = true, asked_by = '{Leila.Id}'; alter table access.request enable trigger user");

        AssertByRule(await RefusedAsync(app, Leila, $"{LinkForBruno} update access.request set link_id = '{Link}'"));
    }

    [Theory]
    [InlineData("insert into access.request (id, country, kind, person_id, asked_by, asked_at, expires_at, state, decided_by, decided_at, membership_id) values (gen_random_uuid(), 'XS', 'SecondStep', '{bruno}', '{karim}', now(), now() + interval '1 day', 'Approved', '{leila}', now(), gen_random_uuid())")]
    [InlineData("insert into access.request (id, country, kind, person_id, asked_by, asked_at, expires_at, state, decided_by, decided_at, link_id) values (gen_random_uuid(), 'XS', 'SecondStep', '{bruno}', '{karim}', now(), now() + interval '1 day', 'Approved', '{leila}', now(), gen_random_uuid())")]
    [InlineData("insert into access.request (id, country, kind, person_id, asked_by, asked_at, expires_at, state, decided_by, decided_at) values (gen_random_uuid(), 'XS', 'Password', '{bruno}', '{karim}', now(), now() + interval '1 day', 'Approved', '{leila}', now())")]
    public async Task What_came_of_a_request_fits_its_kind_whoever_writes_it(string sql)
    {
        await using var app = await TestApp.StartAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => app.ExecuteAsync(sql
            .Replace("{bruno}", Bruno.Id.ToString(), StringComparison.Ordinal)
            .Replace("{karim}", Karim.Id.ToString(), StringComparison.Ordinal)
            .Replace("{leila}", Leila.Id.ToString(), StringComparison.Ordinal)));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task Ending_every_other_administrator_gives_nobody_the_right_to_act_alone()
    {
        await using var app = await TestApp.StartAsync();
        await WriteAsync(app, Karim, $"update access.membership set ended_at = now() where person_id = '{Leila.Id}'");
        await AskAsync(app, Bruno);

        var refused = await RefusedAsync(app, Karim, $"update access.request set state = 'Approved', decided_by = '{Karim.Id}', decided_at = now(), is_alone = true");

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Nobody_is_set_back_alone_in_one_country_who_works_in_another_with_two_administrators()
    {
        await using var app = await TestApp.StartAsync();
        await using (var server = await app.Database.AsAsync(Reader.Operator, Ct))
        {
            server.Memberships.Add(new() { PersonId = Karim.Id, Country = "UN", Role = Role.Administrator, Clearance = Classification.Public, GrantedAt = DateTimeOffset.UnixEpoch });
            await server.SaveAsync(new("access.grant", "UN", DateTimeOffset.UnixEpoch), Ct);
        }

        await using var db = await app.DbAsAsync(Karim);
        var request = AccessRequest.Ask("UN", RequestKind.SecondStep, Amina.Id, db.Reader, TimeProvider.System.GetUtcNow(), null);
        var given = await new GiveAccess(db, TimeProvider.System).AskAsync(request, Ct);
        var refused = await RefusedAsync(app, Karim, $"update access.request set state = 'Approved', decided_by = '{Karim.Id}', decided_at = now(), is_alone = true");

        Assert.Equal((null, RequestState.Asked), (given.Refusal, request.State));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task What_somebody_asked_whose_role_has_ended_is_approved_by_nobody()
    {
        await using var app = await TestApp.StartAsync();
        await AskAsync(app, Bruno);
        await WriteAsync(app, Leila, $"update access.membership set ended_at = now() where person_id = '{Karim.Id}'");

        await using var db = await app.DbAsAsync(Leila);
        var given = await new GiveAccess(db, TimeProvider.System).ApproveAsync(await db.Set<AccessRequest>().SingleAsync(Ct), Ct);
        var refused = await RefusedAsync(app, Leila, $"update access.request set state = 'Approved', decided_by = '{Leila.Id}', decided_at = now()");

        Assert.Equal("access.request-asker-left", given.Refusal?.Code);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_countrys_administrator_sets_back_nobody_who_also_works_elsewhere()
    {
        await using var app = await TestApp.StartAsync();

        var refused = await RefusedAsync(app, Karim, $"""
            insert into access.request (id, country, kind, person_id, asked_by, asked_at, expires_at, state)
            values (gen_random_uuid(), 'XS', 'SecondStep', '{Amina.Id}', '{Karim.Id}', now(), now() + interval '1 day', 'Asked')
            """);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Nobody_but_administrators_of_the_workspace_sees_what_is_asked()
    {
        await using var app = await TestApp.StartAsync();
        await AskAsync(app, Bruno);
        await using var bruno = await app.DbAsAsync(Bruno);
        await using var leila = await app.DbAsAsync(Leila);

        Assert.Equal((0, 1), (await bruno.Set<AccessRequest>().CountAsync(Ct), await leila.Set<AccessRequest>().CountAsync(Ct)));
    }

    // Not by a row that cannot be read: by a rule of ours.
    private static void AssertByRule(PostgresException refused) =>
        Assert.Equal((PostgresErrorCodes.InsufficientPrivilege, "exec_stmt_raise"), (refused.SqlState, refused.Routine));

    private static async Task AskAsync(TestApp app, DemonstrationPerson person, RequestKind kind = RequestKind.Role)
    {
        await using var db = await app.DbAsAsync(Karim);
        var (role, clearance) = kind == RequestKind.Role ? ((Role?)Role.CivilSociety, (Classification?)Classification.Public) : (null, null);
        await new GiveAccess(db, TimeProvider.System).AskAsync(AccessRequest.Ask("XS", kind, person.Id, db.Reader, TimeProvider.System.GetUtcNow(), null, role, clearance), Ct);
    }

    private static Task<PostgresException> RefusedAsync(TestApp app, DemonstrationPerson person, string sql, params Guid[] facts) =>
        Assert.ThrowsAsync<PostgresException>(() => WriteAsync(app, person, sql, facts));

    private static async Task WriteAsync(TestApp app, DemonstrationPerson person, string sql, params Guid[] facts)
    {
        await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var name = new NpgsqlCommand($"select set_config('app.person', '{person.Id}', true)", connection))
        {
            await name.ExecuteNonQueryAsync(Ct);
        }

        await using var write = new NpgsqlCommand(sql, connection);
        foreach (var fact in facts)
        {
            write.Parameters.Add(new() { Value = fact });
        }

        await write.ExecuteNonQueryAsync(Ct);
        await transaction.CommitAsync(Ct);
    }
}
