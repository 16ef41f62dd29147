using Cornerstone.Data;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Tests.Data;

/// <summary>As many rows as the journal says, whichever way they came: typed, from a workbook, or by COPY (security handbook §3, AL-08; decision 57).</summary>
public sealed class JournaledRowsTests
{
    // Who has a part in a draft or a value is written down by the database beside the rows themselves.
    private static readonly string[] Derived = ["PlanDrafter", "ValueAuthor"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_of_the_whole_country_is_in_the_journal()
    {
        await using var app = await TestApp.SoleniaAsync();

        Assert.Equal([], await UnlikeAsync(app));
    }

    [Fact]
    public async Task So_is_every_row_of_a_file_of_activities()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));

        Assert.Equal([], await UnlikeAsync(app));
        Assert.Equal(3, await SaidAsync(app, "Transaction"));
    }

    [Fact]
    public async Task A_row_that_the_journal_does_not_know_is_found_out()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        await app.ExecuteAsync("alter table work.transaction disable trigger user; delete from work.transaction where number = 2");

        Assert.Equal(["Transaction: 2 rows, 3 in the journal"], await UnlikeAsync(app));
    }

    private static async Task<IReadOnlyList<string>> UnlikeAsync(TestApp app)
    {
        await using var db = AppDb.Over(app.Database);
        // What the steps of an upgrade themselves put into a new database.
        await using var empty = await TestApp.StartAsync();
        var unlike = new List<string>();
        foreach (var kind in db.Model.GetEntityTypes().Where(k => k.GetSchema() == "work" && !k.IsOwned() && !Derived.Contains(k.ClrType.Name)).OrderBy(k => k.ClrType.Name, StringComparer.Ordinal))
        {
            var count = $"select count(*) from work.{kind.GetTableName()}";
            var (rows, said) = (await CountAsync(app, count) - await CountAsync(empty, count), await SaidAsync(app, kind.ClrType.Name) - await SaidAsync(empty, kind.ClrType.Name));
            if (rows != said) unlike.Add($"{kind.ClrType.Name}: {rows} rows, {said} in the journal");
        }

        return unlike;
    }

    private static Task<long> SaidAsync(TestApp app, string kind) => CountAsync(app, $"""
        select coalesce(sum(case
            when c.kind = 'Removed' then -1
            when c.record_id = c.act_id then (c.fields -> 0 ->> 'To')::bigint
            when c.kind = 'Added' then 1
            else 0 end), 0)::bigint
        from journal.change c
        where c.record_type = '{kind}'
        """);

    private static async Task<long> CountAsync(TestApp app, string sql)
    {
        await using var command = app.Database.Owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}
