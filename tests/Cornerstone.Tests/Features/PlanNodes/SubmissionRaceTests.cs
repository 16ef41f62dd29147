using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PlanNodes;

/// <summary>Somebody hands the version in while another person still writes: they are told, and keep their words.</summary>
public sealed class SubmissionRaceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("edit", "node", "Form.Title.En")]
    [InlineData("move", "retire", "Reason")]
    public async Task What_was_written_before_the_submission_is_shown_again_and_not_saved(string part, string form, string field)
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/plan/nodes/{plan.First.Lineage}/{part}?version=1");
        await SubmitAsync(app, plan);

        var answer = await amina.SubmitAsync(page, $"form[data-test={form}]", new() { [field] = "Words worth keeping" });

        await ToldAsync(answer, $"form[data-test={form}]");
    }

    [Fact]
    public async Task A_new_node_is_not_lost_either()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync("/xs/plan/nodes/new?version=1&under=G1.O1");
        await SubmitAsync(app, plan);

        var answer = await amina.SubmitAsync(page, "form[data-test=node]", new() { ["Form.Title.En"] = "Words worth keeping", ["Level"] = "Activity" });

        await ToldAsync(answer, "form[data-test=node]");
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(4, await db.PlanNodes.CountAsync(Ct));
    }

    [Fact]
    public async Task The_levels_of_a_version_handed_in_stay_as_they_were()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync("/xs/plan/settings?version=1");
        await SubmitAsync(app, plan);

        var answer = await amina.SubmitAsync(page, "form[data-test=plan]", new() { ["Form.Title.En"] = "Words worth keeping" });

        await ToldAsync(answer, "form[data-test=plan]");
    }

    [Fact]
    public async Task A_save_that_meets_the_submission_in_the_database_says_so_and_leaves_the_reader_at_work()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using var late = await app.DbAsAsync(Amina);
        var node = await late.PlanNodes.SingleAsync(n => n.Id == plan.First.Id, Ct);
        await late.CommitAsync(Ct);
        await SubmitAsync(app, plan);

        node.Position = 7;
        node.Version++;
        var outcome = await late.TrySaveAsync(new Act("plan.edit", "XS", DateTimeOffset.UnixEpoch), Ct);

        Assert.Equal(SaveOutcome.Locked, outcome);
        Assert.Equal(0, (await late.PlanNodes.SingleAsync(n => n.Id == plan.First.Id, Ct)).Position);
    }

    private static async Task SubmitAsync(TestApp app, GivenPlan plan)
    {
        await using var db = await app.DbAsAsync(Amina);
        (await db.PlanVersions.SingleAsync(v => v.Id == plan.Version.Id, Ct)).Submit(Amina.Id, DateTimeOffset.UnixEpoch, 4);
        await db.SaveAsync(new Act("plan.submit", "XS", DateTimeOffset.UnixEpoch), Ct);
    }

    private static async Task ToldAsync(HttpResponseMessage answer, string form)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        Assert.Contains("Version 1 was handed in meanwhile", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Words worth keeping", page.QuerySelector(form)!.InnerHtml, StringComparison.Ordinal);
    }
}
