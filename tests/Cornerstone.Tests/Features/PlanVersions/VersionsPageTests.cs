using System.Net;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PlanVersions;

public sealed class VersionsPageTests
{
    private const string List = "/xs/plan/versions";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_created_with_the_countrys_own_levels()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync("/xs/plan/new");

        var bad = await amina.SubmitAsync(form, "form[data-test=plan]", new() { ["Form.Title.En"] = "", ["Form.Currency"] = "US1" });
        var good = await amina.SubmitAsync(form, "form[data-test=plan]", new() { ["Form.Title.En"] = "Sector plan", ["Form.Levels[1].Name.En"] = "Pillar", ["Form.Levels[0].IsUsed"] = "false" });

        Assert.Equal((HttpStatusCode)422, bad.StatusCode);
        Assert.Equal(2, (await Visitor.ParseAsync(bad)).QuerySelectorAll(".error-summary li").Length);
        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        var version = await db.PlanVersions.SingleAsync(Ct);
        Assert.Equal("Pillar", version.Levels.In(PlanLevel.Goal, "fr"));
        Assert.DoesNotContain(PlanLevel.Vision, version.Levels.Used);
        Assert.Contains("plan.create", await app.ActsAsync());
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Bruno)).StatusOfAsync("/xs/plan/new"));
    }

    [Fact]
    public async Task A_draft_is_handed_in_by_one_person_and_approved_by_another()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);
        var (amina, farid) = (await app.AsAsync(Amina), await app.AsAsync(GivenPlan.Farid));

        var submitted = await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=submit]", []);
        var own = await amina.OpenAsync(List);
        var waiting = await farid.OpenAsync(List);
        var silent = await farid.SubmitAsync(waiting, "form[data-test=approve]", new() { ["Authority"] = "" });
        var approved = await farid.SubmitAsync(waiting, "form[data-test=approve]", new() { ["Authority"] = "Council of Ministers, decree 12" });

        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);
        Assert.Null(own.QuerySelector("form[data-test=approve]"));
        Assert.Equal((HttpStatusCode)422, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Equal(["plan.submit", "plan.approve"], (await app.ActsAsync()).TakeLast(2));
        Assert.Contains("decree 12", (await amina.OpenAsync(List)).QuerySelector("[data-test=version-1]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_had_a_hand_in_a_version_cannot_approve_it_by_sending_the_form_either()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync(List);
        await amina.SubmitAsync(page, "form[data-test=submit]", []);

        var own = await amina.PostAsync($"{List}?handler=Approve", page, new() { ["Id"] = plan.Version.Id.ToString(), ["Authority"] = "Myself" });
        var partner = await (await app.AsAsync(Elif)).PostAsync($"{List}?handler=Approve", page, new() { ["Id"] = plan.Version.Id.ToString() });

        Assert.Equal((HttpStatusCode)422, own.StatusCode);
        Assert.Contains("another person", (await Visitor.ParseAsync(own)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, partner.StatusCode);
        Assert.DoesNotContain("plan.approve", await app.ActsAsync());
    }

    [Fact]
    public async Task A_version_goes_back_with_a_reason_and_is_a_draft_again()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);
        var (amina, farid) = (await app.AsAsync(Amina), await app.AsAsync(GivenPlan.Farid));
        await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=submit]", []);
        var page = await farid.OpenAsync(List);

        var silent = await farid.SubmitAsync(page, "form[data-test=return]", new() { ["Reason"] = " " });
        var returned = await farid.SubmitAsync(page, "form[data-test=return]", new() { ["Reason"] = "The costs of G1 are missing" });

        Assert.Equal((HttpStatusCode)422, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, returned.StatusCode);
        Assert.Contains("costs of G1", (await amina.OpenAsync(List)).QuerySelector("[data-test=version-1]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_version_begins_as_a_copy_and_the_approved_one_is_read_as_it_was()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await plan.ApproveAsync(app);
        var amina = await app.AsAsync(Amina);

        var begun = await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=next]", []);
        var draft = await amina.OpenAsync("/xs/plan?version=2");
        var edit = await amina.OpenAsync($"/xs/plan/nodes/{plan.First.Lineage}/edit?version=2");
        await amina.SubmitAsync(edit, "form[data-test=node]", new() { ["Form.Title.En"] = "Open offices in every region", ["Form.Costs[0].Capital"] = "200" });
        var before = await amina.OpenAsync("/xs/plan?version=1");
        var compared = await amina.OpenAsync("/xs/plan/versions/compare?from=1&to=2");

        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        Assert.Equal(4, draft.QuerySelectorAll("[data-test=tree] tbody tr").Length);
        Assert.Contains("Open complaints offices", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("every region", before.Body.TextContent, StringComparison.Ordinal);
        var row = compared.QuerySelectorAll("[data-test=compared] tbody tr").Single();
        Assert.Contains("Open offices in every region", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("200", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/plan/nodes/{plan.First.Lineage}/edit?version=1"));
        Assert.Null((await amina.OpenAsync(List)).QuerySelector("form[data-test=next]"));
    }

    [Fact]
    public async Task The_mapping_between_versions_is_kept_and_can_be_changed_while_the_later_one_is_a_draft()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await plan.ApproveAsync(app);
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=next]", []);
        await amina.SubmitAsync(await amina.OpenAsync($"/xs/plan/nodes/{plan.Second.Lineage}/move?version=2"), "form[data-test=retire]", new() { ["Reason"] = "Part of the offices' work" });
        const string compare = "/xs/plan/versions/compare?from=1&to=2";

        var unsaid = await amina.OpenAsync(compare);
        var mapped = await amina.SubmitAsync(unsaid, "form[data-test=map]", new() { ["Earlier"] = plan.Second.Lineage.ToString(), ["Later"] = plan.First.Lineage.ToString() });
        var after = await amina.OpenAsync(compare);

        Assert.Contains("Dropped", unsaid.QuerySelector("[data-test=counts]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, mapped.StatusCode);
        Assert.Contains("Merged", after.QuerySelector("[data-test=counts]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Dropped", after.QuerySelector("[data-test=counts]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync("/xs/plan/versions/compare?from=2&to=1"));
    }

    [Fact]
    public async Task Approving_the_next_version_replaces_the_one_before()
    {
        await using var app = await TestApp.StartAsync();
        await (await GivenPlan.InAsync(app)).ApproveAsync(app);
        var (amina, farid) = (await app.AsAsync(Amina), await app.AsAsync(GivenPlan.Farid));
        await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=next]", []);
        await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=submit]", []);

        var approved = await farid.SubmitAsync(await farid.OpenAsync(List), "form[data-test=approve]", new() { ["Authority"] = "Decree 13" });

        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal([PlanVersionState.Replaced, PlanVersionState.Approved], await db.PlanVersions.OrderBy(v => v.Number).Select(v => v.State).ToListAsync(Ct));
    }
}
