using Cornerstone.Access;
using Cornerstone.Features.Publications;
using Cornerstone.Published;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>Publishing around the application, with the application's own database role: what the database itself refuses.</summary>
public sealed class PublicationWallTests
{
    private const string NotAllowed = PostgresErrorCodes.InsufficientPrivilege;
    private const string Fixed = "CS041";
    private const string OtherRows = "CS042";
    private const string NotPublic = "CS043";
    private const string Overtaken = "CS044";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_person_alone_publishes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m));
        var p = await app.ProposedAsync("T-1");

        Assert.Equal(NotAllowed, await app.RefusalAsync(Amina, p.Publishing(Amina)));
        Assert.Equal(NotAllowed, await app.RefusalAsync(Amina, p.Publishing(Farid)));
        Assert.Empty(await app.ValuesAsync("T-1"));
        Assert.Null(await app.RefusalAsync(Farid, p.Publishing(Farid)));
        Assert.Single(await app.ValuesAsync("T-1"));
    }

    [Fact]
    public async Task Nobody_proposes_in_the_name_of_another_or_with_another_role()
    {
        await using var app = await TestApp.StartAsync();
        string Proposing(DemonstrationPerson by, string state = "Proposed") =>
            $"insert into work.publication (id, country, classification, number, as_of, licence, publisher, state, proposed_by, proposed_at) values (uuidv7(), 'XS', 2, 1, current_date, 'CC', 'We', '{state}', '{by.Id}', now())";

        Assert.Equal(NotAllowed, await app.RefusalAsync(Farid, Proposing(Amina)));
        Assert.Equal(NotAllowed, await app.RefusalAsync(Bruno, Proposing(Bruno)));
        Assert.NotNull(await app.RefusalAsync(Amina, Proposing(Amina, "Published")));
        Assert.Null(await app.RefusalAsync(Amina, Proposing(Amina)));
    }

    [Fact]
    public async Task A_role_without_a_hand_in_publishing_publishes_and_withdraws_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m));
        var p = await app.ProposedAsync("T-1");

        Assert.Equal(NotAllowed, await app.RefusalAsync(Bruno, p.Publishing(Bruno)));
        Assert.Null(await app.RefusalAsync(Farid, p.Publishing(Farid)));
        Assert.Equal(NotAllowed, await app.RefusalAsync(Bruno, Withdrawing("T-1", Bruno)));
        Assert.Equal(NotAllowed, await app.RefusalAsync(Bruno, Withdrawing("T-1", Farid)));
        Assert.Single(await app.ValuesAsync("T-1"));
    }

    [Fact]
    public async Task What_somebody_proposed_whose_role_has_ended_is_not_published()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m));
        var p = await app.ProposedAsync("T-1");
        await app.ExecuteAsync($"update access.membership set ended_at = now() where person_id = '{Amina.Id}' and country = 'XS'");

        Assert.Equal(NotAllowed, await app.RefusalAsync(Farid, p.Publishing(Farid)));
    }

    [Theory]
    [InlineData("update work.indicator set classification = 1 where code = 'T-1'")]
    [InlineData("update work.series_point set state = 'Retracted', reason = 'Wrong' where dimensions = 'sex=F'")]
    [InlineData("update work.indicator_definition set replaced_at = now() where replaced_at is null")]
    [InlineData("update work.indicator set compartment = '00000000-0000-7000-8000-0000000c0009' where code = 'T-1'")]
    public async Task A_row_whose_record_is_not_public_any_more_stops_the_whole_edition(string change)
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m), ("sex=F", 40m));
        var p = await app.ProposedAsync("T-1");
        await app.ExecuteAsync($"insert into access.compartment values ('00000000-0000-7000-8000-0000000c0009', 'XS', 'Closed', 'Law'); set session_replication_role = replica; {change}");

        // The rows of an indicator follow its level by a key that this session did not ask.
        Assert.Equal(NotPublic, await app.RefusalAsync(Farid, p.Publishing(Farid)));
        Assert.Empty(await app.ValuesAsync("T-1"));
    }

    [Fact]
    public async Task Rows_that_changed_since_they_were_looked_at_are_not_published()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m));
        var p = await app.ProposedAsync("T-1");
        await using var db = await app.DbAsAsync(Farid);
        var seen = await db.HashAsync(p.Id, Ct);
        var more = $"insert into work.publication_row select uuidv7(), publication_id, country, classification, compartment, 99, kind, key, into_table, row || '{{\"low\": 995, \"high\": 995}}', source_table, source_id, telling from work.publication_row where publication_id = '{p.Id}' and into_table = 'indicator_value'";

        Assert.Equal(Fixed, await app.RefusalAsync(Farid, more));
        Assert.Null(await app.RefusalAsync(Amina, more));
        Assert.Equal(OtherRows, await app.RefusalAsync(Farid, p.Publishing(Farid, seen)));
        Assert.Equal(NotAllowed, await app.RefusalAsync(Amina, $"update work.publication_row set row = row || '{{\"low\": 5}}' where publication_id = '{p.Id}'"));
        Assert.Equal(NotAllowed, await app.RefusalAsync(Amina, $"delete from work.publication_row where publication_id = '{p.Id}'"));
        Assert.Empty(await app.ValuesAsync("T-1"));
    }

    [Fact]
    public async Task What_is_decided_stays_and_takes_no_more_rows()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m));
        var p = await app.PublishedAsync("T-1");

        Assert.Equal(Fixed, await app.RefusalAsync(Amina, $"insert into work.publication_row select uuidv7(), publication_id, country, classification, compartment, 99, kind, key, into_table, row, source_table, source_id, telling from work.publication_row where publication_id = '{p.Id}'"));
        Assert.Equal(Fixed, await app.RefusalAsync(Farid, $"update work.publication set note = 'Other' where id = '{p.Id}'"));
        Assert.Equal(NotAllowed, await app.RefusalAsync(Farid, $"delete from work.publication where id = '{p.Id}'"));
    }

    [Fact]
    public async Task Two_editions_made_from_the_same_past_are_not_both_published()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m));
        await app.CountAsync("T-2", ("", 200m));
        var (first, second) = (await app.ProposedAsync("T-1"), await app.ProposedAsync("T-2"));

        Assert.Null(await app.RefusalAsync(Farid, second.Publishing(Farid)));
        Assert.Equal(Overtaken, await app.RefusalAsync(Farid, first.Publishing(Farid)));
    }

    [Fact]
    public async Task The_store_refuses_a_small_or_exact_number_of_people_whoever_made_the_row()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m));
        var p = await app.ProposedAsync("T-1");
        string Row(int low) => $"insert into work.publication_row select uuidv7(), publication_id, country, classification, compartment, {90 + low}, kind, key, into_table, row || '{{\"low\": {low}, \"high\": {low}}}', source_table, source_id, telling from work.publication_row where publication_id = '{p.Id}' and into_table = 'indicator_value' limit 1";
        Assert.Null(await app.RefusalAsync(Amina, Row(5)));

        Assert.Equal(PostgresErrorCodes.CheckViolation, await app.RefusalAsync(Farid, p.Publishing(Farid)));
    }

    [Fact]
    public async Task Withdrawing_removes_the_rows_of_every_edition_and_leaves_a_tombstone()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m));
        await app.CountAsync("T-2", ("", 200m));
        await app.PublishedAsync("T-1", "T-2");
        await app.PublishedAsync("T-1");

        Assert.Null(await app.RefusalAsync(Farid, Withdrawing("T-1", Farid)));

        await using var store = PublishedDb.Over(app.Database);
        var stones = await store.Set<Subject>().Where(s => s.Key == "T-1").ToListAsync(Ct);
        Assert.Equal(2, stones.Count);
        Assert.All(stones, s => Assert.Equal("An error", s.Ground));
        Assert.Empty(await app.ValuesAsync("T-1"));
        Assert.Empty(await store.Set<PublishedIndicator>().Where(i => i.Key == "T-1").ToListAsync(Ct));
        Assert.NotEmpty(await app.ValuesAsync("T-2"));
        Assert.Equal(Fixed, await app.RefusalAsync(Farid, Withdrawing("T-1", Farid)));
    }

    [Fact]
    public async Task The_public_role_reads_the_published_store_and_writes_nothing_there()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 100m));
        await app.PublishedAsync("T-1");

        foreach (var table in new[] { "edition", "subject", "indicator", "indicator_value", "indicator_target", "plan_node", "activity", "activity_line", "benchmark", "commitment" })
        {
            await using var read = app.Database.Published.CreateCommand($"select count(*) from published.{table}");
            Assert.NotNull(await read.ExecuteScalarAsync(Ct));
            await using var write = app.Database.Published.CreateCommand($"delete from published.{table}");
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => write.ExecuteNonQueryAsync(Ct));
            Assert.Equal(NotAllowed, refusal.SqlState);
        }
    }

    [Fact]
    public void The_database_and_the_program_name_the_same_roles()
    {
        var migration = File.ReadAllText(Path.Combine(Repository.Root, "src/Cornerstone/Data/Migrations/0095_publications.sql"));

        Assert.Contains($"'{{{string.Join(',', Rooms.Permission(PublicationsRoom.Approve).Granted)}}}'", migration, StringComparison.Ordinal);
        Assert.Contains($"'{{{string.Join(',', Rooms.Permission(PublicationsRoom.Propose).Granted)}}}'", migration, StringComparison.Ordinal);
    }

    private static string Withdrawing(string key, DemonstrationPerson by) =>
        $"insert into work.withdrawal (id, country, classification, kind, key, ground, withdrawn_by, withdrawn_at) values (uuidv7(), 'XS', 2, 'Indicator', '{key}', 'An error', '{by.Id}', now())";
}
