using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.PlanVersions;
using Cornerstone.Languages;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PlanVersions;

public sealed class PlanWorkbookTests
{
    private static readonly PlanWorkbook Workbook = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_workbook_gives_out_changes_nothing_when_it_comes_back()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);
        await using var run = await RunAsync(app);

        var rows = await run.ReadAsync();
        var verdicts = await run.CheckAsync(rows);

        Assert.Equal(4 + 1 + 2, rows.Count);
        Assert.All(verdicts, v => Assert.Equal(RowOutcome.Unchanged, v.Outcome));
    }

    [Fact]
    public async Task Nodes_costs_funding_and_links_come_in_with_their_parents_named_by_code()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using (var run = await RunAsync(app))
        {
            await run.ImportAsync(
            [
                Node("G2", null, "Goal", "Open government"),
                Node("G2.A1", "G2", "Activity", "Publish budgets"),
                Row("costs", ("node", "G2.A1"), ("year", 2027), ("currency", "USD"), ("wages", 10m), ("capital", 0m)),
                Row("funding", ("node", "G2.A1"), ("kind", "National"), ("source", "State budget"), ("year", 2027), ("currency", "USD"), ("amount", 4m)),
                Row("links", ("node", "G2.A1"), ("kind", "Sdg"), ("target", "16.6")),
            ]);
        }

        await using var db = await app.DbAsAsync(Amina);
        var added = await db.PlanNodes.SingleAsync(n => n.Code == "G2.A1", Ct);
        Assert.Equal("G2", (await db.PlanNodes.SingleAsync(n => n.Id == added.ParentId, Ct)).Code);
        Assert.Equal([0m, 10m], (await db.CostsOfAsync(plan.Version.Id, Ct))[added.Id].Select(c => c.Amount).Order());
        Assert.Equal("16.6", (await db.LinksOfAsync(plan.Version.Id, Ct))[added.Id].Single().Target);
        Assert.Contains("plan.import", await app.ActsAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_stand_is_refused_with_what_was_expected()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);
        await using var run = await RunAsync(app);

        var verdicts = await run.CheckAsync(
        [
            Node("A", "G9", "Activity", "Parent unknown"),
            Node("B", "G1.O1.1", "Outcome", "Parent lower"),
            Node("G1", null, "Outcome", "Level changed"),
            Row("nodes", ("code", "C"), ("level", "Goal"), ("title.en", "Owner unknown"), ("owner", "NOBODY")),
            Row("nodes", ("code", "D"), ("level", "Goal"), ("title.en", "Backwards"), ("from", new DateOnly(2026, 2, 1)), ("until", new DateOnly(2026, 1, 1))),
            Row("costs", ("node", "G9"), ("year", 20267), ("currency", "dollars"), ("wages", -1m)),
        ]);

        Assert.All(verdicts, v => Assert.Equal(RowOutcome.Refused, v.Outcome));
        Assert.Equal(
            ["plan.parent-unknown", "plan.v4", "plan.level-stays", "plan.institution-unknown", "plan.v2", "plan.node-unknown", "plan.year", "plan.currency", "plan.v2"],
            verdicts.SelectMany(v => v.Findings).Select(f => f.Rule));
    }

    [Fact]
    public async Task An_empty_cost_cell_makes_the_cost_unknown_again_and_a_column_left_out_leaves_it()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using (var run = await RunAsync(app))
        {
            await run.ImportAsync([Row("costs", ("node", "G1.O1.1"), ("year", 2026), ("currency", "USD"), ("wages", 5m))]);
        }

        await using (var run = await RunAsync(app))
        {
            await run.ImportAsync([Row("costs", ("node", "G1.O1.1"), ("year", 2026), ("currency", "USD"), ("capital", null))]);
        }

        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(5m, (await db.CostsOfAsync(plan.Version.Id, Ct))[plan.First.Id].Single().Amount);
    }

    [Fact]
    public async Task An_approved_plan_takes_no_row_until_its_next_version_is_begun()
    {
        await using var app = await TestApp.StartAsync();
        await (await GivenPlan.InAsync(app)).ApproveAsync(app);
        await using var run = await RunAsync(app);

        var verdict = (await run.CheckAsync([Node("G2", null, "Goal", "Too late")])).Single();

        Assert.Equal((RowOutcome.Refused, "plan.no-draft"), (verdict.Outcome, verdict.Findings.Single().Rule));
    }

    private static WorkbookRow Node(string code, string? parent, string level, string title) =>
        Row("nodes", ("code", code), ("parent", parent), ("level", level), ("title.en", title));

    private static WorkbookRow Row(string sheet, params IEnumerable<(string, object?)> values) => WorkbookRow.Of(sheet, values);

    private static async Task<Import> RunAsync(TestApp app)
    {
        var db = await app.DbAsAsync(Amina);
        var text = app.Services.CreateScope().ServiceProvider.GetRequiredService<Text>();
        var reader = await CurrentReader.ReaderOfAsync(db, Amina.Id, Ct);
        return new(db, new WorkbookRun(db, "XS", reader, new Act("plan.import", "XS", DateTimeOffset.UnixEpoch), text));
    }

    /// <summary>One import as the mechanism makes it, without a file.</summary>
    private sealed record Import(AppDb Db, WorkbookRun Run) : IAsyncDisposable
    {
        public async Task<List<WorkbookRow>> ReadAsync()
        {
            var rows = new List<WorkbookRow>();
            await foreach (var row in Workbook.ReadAsync(Run, Ct))
            {
                rows.Add(row);
            }

            return rows;
        }

        public async Task<List<RowVerdict>> CheckAsync(IEnumerable<WorkbookRow> rows)
        {
            var verdicts = new List<RowVerdict>();
            foreach (var sheet in rows.GroupBy(r => r.Sheet))
            {
                verdicts.AddRange(await Workbook.CheckAsync([.. sheet], Run, Ct));
            }

            return verdicts;
        }

        public async Task ImportAsync(IEnumerable<WorkbookRow> rows)
        {
            var verdicts = await CheckAsync(rows);
            Assert.DoesNotContain(verdicts, v => v.Outcome == RowOutcome.Refused);
            foreach (var sheet in verdicts.GroupBy(v => v.Row.Sheet))
            {
                await Workbook.ApplyAsync([.. sheet], Run, Ct);
            }

            await Db.SaveAsync(Run.Act, Ct);
        }

        public ValueTask DisposeAsync() => Db.DisposeAsync();
    }
}
