using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Data;

public sealed class JournalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_without_an_act_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.DbAsAsync(Amina);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));
    }

    [Fact]
    public async Task A_change_is_kept_field_by_field_with_who_and_why()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        var membership = db.Memberships.First(m => m.PersonId == Bruno.Id);

        membership.EndedAt = membership.GrantedAt.AddDays(1);
        await db.SaveAsync(new Act("access.end", "XS", membership.GrantedAt.AddDays(1), "left the ministry"), Ct);

        var line = (await db.HistoryOfAsync(membership.Id, Ct))[0];
        Assert.Equal("left the ministry", line.Reason);
        Assert.Equal("Operator", line.Person);
        var field = Assert.Single(line.Fields);
        Assert.Equal((nameof(Membership.EndedAt), null), (field.Field, field.From));
    }

    [Fact]
    public async Task The_journal_can_be_neither_changed_nor_cut_by_the_application()
    {
        await using var app = await TestApp.StartAsync();

        foreach (var sql in new[] { "update journal.act set reason = 'x'", "delete from journal.change", "truncate journal.act" })
        {
            await using var command = app.Database.App.CreateCommand(sql);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Nobody_writes_an_act_in_another_persons_name()
    {
        await using var app = await TestApp.StartAsync();
        await using var connection = await app.Database.App.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var forged = new NpgsqlCommand($"""
            select set_config('app.person', '{Bruno.Id}', true);
            insert into journal.act (id, name, country, person_id, at) values (gen_random_uuid(), 'x', 'XS', '{Amina.Id}', now())
            """, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => forged.ExecuteNonQueryAsync(Ct));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Passwords_and_addresses_stay_out_of_the_journal()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);

        db.Users.Add(new Person { Name = "Canary Name", Email = "canary@solenia.example", PasswordHash = "canary-hash" });
        await db.SaveAsync(new Act("access.grant", "XS", DateTimeOffset.UnixEpoch), Ct);

        Assert.DoesNotContain(db.Changes.ToList(), c => c.Fields.Any(f => $"{f.From}{f.To}".Contains("canary", StringComparison.OrdinalIgnoreCase)));
    }
}
