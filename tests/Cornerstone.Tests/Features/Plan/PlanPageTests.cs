using System.Net;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Plan;

public sealed class PlanPageTests
{
    [Fact]
    public async Task Everybody_with_a_task_reads_the_plan_and_an_administrator_does_not()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await (await app.AsAsync(Dmitri)).StatusOfAsync("/xs/plan"));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync("/xs/plan"));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Dmitri)).StatusOfAsync("/xs/plan?version=7"));
    }

    [Fact]
    public async Task Without_a_plan_the_secretariat_is_told_how_to_begin_and_others_are_not()
    {
        await using var app = await TestApp.StartAsync();

        var amina = await (await app.AsAsync(Amina)).OpenAsync("/xs/plan");
        var elif = await (await app.AsAsync(Elif)).OpenAsync("/xs/plan");

        Assert.NotNull(amina.QuerySelector(".empty a[href='/xs/plan/new']"));
        Assert.Null(elif.QuerySelector(".empty a"));
    }

    [Fact]
    public async Task The_tree_shows_money_and_findings_beside_its_nodes()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);

        var page = await (await app.AsAsync(Elif)).OpenAsync("/xs/plan");
        var rows = page.QuerySelectorAll("[data-test=tree] tbody tr").Select(r => r.TextContent).ToList();

        Assert.Equal(4, rows.Count);
        Assert.Contains("Lawful forces", rows[0], StringComparison.Ordinal);
        Assert.Contains("70%", rows[2], StringComparison.Ordinal);
        Assert.Contains("V1", rows[1], StringComparison.Ordinal);
        Assert.Contains("V2", rows[3], StringComparison.Ordinal);
        Assert.Contains("36 missing", page.QuerySelector("[data-test=figures]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_stands_in_the_address_and_shows_what_fits_with_its_place()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);
        var dmitri = await app.AsAsync(Dmitri);

        var late = await dmitri.OpenAsync("/xs/plan?state=late");
        var unmeasured = await dmitri.OpenAsync("/xs/plan?rule=V1");

        Assert.Empty(late.QuerySelectorAll("[data-test=tree] tbody tr"));
        Assert.Contains("G1", unmeasured.QuerySelectorAll("[data-test=tree] tbody tr").Single().TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_branch_has_an_address_of_its_own()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);
        var dmitri = await app.AsAsync(Dmitri);

        var page = await dmitri.OpenAsync("/xs/plan?under=G1.O1");

        Assert.Equal(3, page.QuerySelectorAll("[data-test=tree] tbody tr").Length);
        Assert.Equal(HttpStatusCode.NotFound, await dmitri.StatusOfAsync("/xs/plan?under=G9"));
    }

    [Fact]
    public async Task A_node_the_reader_may_not_see_counts_nowhere()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using (var db = await app.DbAsAsync(Amina))
        {
            var secret = GivenPlan.Node(plan.Version, Cornerstone.Features.Plan.PlanLevel.Activity, "G1.O1.9", "A quiet matter", plan.Outcome);
            secret.Classification = Cornerstone.Values.Classification.Restricted;
            db.Add(secret);
            db.Add(GivenPlan.Cost(secret, 1_000m));
            await db.SaveAsync(new Cornerstone.Data.Act("plan.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        }

        var page = await (await app.AsAsync(Elif)).OpenAsync("/xs/plan");

        Assert.DoesNotContain("quiet", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1,120", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_goes_out_as_a_file_with_what_the_reader_sees_and_no_more()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);
        var elif = await app.AsAsync(Elif);

        using var file = await elif.Client.GetAsync("/xs/plan?handler=export&format=csv&rule=V2", TestContext.Current.CancellationToken);
        var lines = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(3, lines.Length);
        Assert.Contains("36", lines.Single(l => l.Contains("Open complaints offices", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
