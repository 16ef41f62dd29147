using Cornerstone.Tests.TestKit;
using Npgsql;

namespace Cornerstone.Tests.Backups;

/// <summary>What compares an upgraded database with what it was sees each kind of change.</summary>
public sealed class DatabaseComparisonTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("alter table work.region rename column code to kode")]
    [InlineData("alter table work.region alter column code type varchar(400)")]
    [InlineData("alter table work.region alter column names drop not null")]
    [InlineData("alter table work.region alter column names set default '{}'")]
    [InlineData("alter table work.region add check (code <> 'x')")]
    [InlineData("alter table work.region disable row level security")]
    [InlineData("alter table work.region disable trigger user")]
    [InlineData("create policy another on work.region for select using (true)")]
    [InlineData("create index on work.region (names)")]
    [InlineData("create sequence work.another")]
    [InlineData("grant truncate on work.region to cornerstone_app")]
    [InlineData("grant update (code) on work.region to cornerstone_public")]
    [InlineData("grant usage on schema journal to cornerstone_public")]
    [InlineData("alter function access.person_asking() cost 7")]
    [InlineData("grant execute on function journal.forget_ledger_changes(text[], interval) to cornerstone_app")]
    [InlineData("update public.migration set fingerprint = 'x' where id = '0001_foundation'")]
    public async Task A_database_made_otherwise_has_another_catalogue(string change)
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await using var owner = await database.Owner.OpenConnectionAsync(Ct);
        var before = await DatabaseCatalogue.ReadAsync(owner);

        await RunAsync(owner, change);

        Assert.NotEqual(before, await DatabaseCatalogue.ReadAsync(owner));
    }

    [Theory]
    [InlineData("update access.person set name = name || '.' where name = (select max(name) from access.person)", "access.person.name")]
    [InlineData("update access.workspace set names = names - 'ar' || '{\"ar\": null}' where code = 'XS'", "access.workspace.names")]
    [InlineData("alter table access.person drop column lockout_enabled cascade", "access.person.lockout_enabled")]
    [InlineData("delete from access.held_place where ctid = (select min(ctid) from access.held_place)", "access.held_place")]
    [InlineData("drop table work.region cascade", "work.region")]
    public async Task A_database_with_other_values_holds_something_else(string change, string told)
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await using var owner = await database.Owner.OpenConnectionAsync(Ct);
        var before = await DatabaseContent.ReadAsync(owner);
        Assert.Empty((await before.AgainAsync(owner)).DifferentFrom(before));

        await RunAsync(owner, change);

        var different = (await before.AgainAsync(owner)).DifferentFrom(before);
        Assert.Contains(told, different);
        Assert.All(different, d => Assert.StartsWith(told, d, StringComparison.Ordinal));
    }

    private static async Task RunAsync(NpgsqlConnection owner, string sql)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
