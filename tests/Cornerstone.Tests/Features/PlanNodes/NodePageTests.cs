using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PlanNodes;

public sealed class NodePageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_of_a_node_shows_its_money_to_the_unit()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var elif = await app.AsAsync(Elif);

        var page = await elif.OpenAsync(Node(plan.First));

        Assert.Contains("36", page.QuerySelector("[data-test=gap]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("[data-test=funding] tbody tr").Length);
        Assert.Null(page.QuerySelector($"a[href*='{plan.First.Lineage}/edit']"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync(Node(plan.First, "", Guid.CreateVersion7())));
    }

    [Fact]
    public async Task A_node_is_added_below_another_with_all_that_is_said_about_it()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync("/xs/plan/nodes/new?version=1&under=G1.O1");

        var taken = await amina.SubmitAsync(form, "form[data-test=node]", new() { ["Form.Code"] = "G1", ["Form.Title.En"] = "Audit offices", ["Level"] = "Activity" });
        var added = await amina.SubmitAsync(form, "form[data-test=node]", new()
        {
            ["Form.Title.En"] = "Audit offices",
            ["Level"] = "Activity",
            ["Form.Costs[0].Wages"] = "12.5",
            ["Form.Funding[0].Source"] = "State budget",
            ["Form.Funding[0].Amount"] = "3",
            ["Form.Sdg"] = "16.6\n16.7",
        });

        Assert.Equal((HttpStatusCode)422, taken.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        var node = await db.PlanNodes.SingleAsync(n => n.Code == "G1.O1.3", Ct);
        Assert.Equal(plan.Outcome.Id, node.ParentId);
        Assert.Equal(12.5m, (await db.PlanCosts.SingleAsync(c => c.NodeId == node.Id, Ct)).Amount);
        Assert.Equal(2, await db.PlanLinks.CountAsync(l => l.NodeId == node.Id, Ct));
        Assert.Contains("plan.add", await app.ActsAsync());
    }

    [Fact]
    public async Task Two_people_editing_one_node_see_both_texts_and_nothing_is_lost()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var (first, second) = (await app.AsAsync(Amina), await app.AsAsync(Amina));
        var (theirs, mine) = (await first.OpenAsync(Node(plan.First, "/edit")), await second.OpenAsync(Node(plan.First, "/edit")));

        await first.SubmitAsync(theirs, "form[data-test=node]", new() { ["Form.Title.En"] = "Open ten offices", ["Form.Costs[0].Capital"] = "150" });
        var conflict = await second.SubmitAsync(mine, "form[data-test=node]", new() { ["Form.Title.En"] = "Open complaints offices in ports", ["Form.Sdg"] = "16.3" });
        var page = await Visitor.ParseAsync(conflict);
        var rows = page.QuerySelectorAll("[data-test=conflict] tbody tr").Select(r => r.TextContent).ToList();

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal(3, rows.Count);
        Assert.Contains(rows, r => r.Contains("Open ten offices", StringComparison.Ordinal) && r.Contains("in ports", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("150", StringComparison.Ordinal) && r.Contains("120", StringComparison.Ordinal));
        Assert.Equal("Open complaints offices in ports", page.QuerySelector("#Form_Title_En")!.GetAttribute("value"));

        var settled = await second.SubmitAsync(page, "form[data-test=node]", new() { ["Form.Title.En"] = "Open ten offices in ports", ["Form.Costs[0].Capital"] = "150" });

        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal("Open ten offices in ports", (await db.PlanNodes.SingleAsync(n => n.Id == plan.First.Id, Ct)).Title.In("en"));
        Assert.Equal(3, (await db.HistoryOfAsync(plan.First.Id, Ct)).Count);
    }

    [Fact]
    public async Task A_bad_form_comes_back_with_its_messages()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);

        var refused = await amina.SubmitAsync(await amina.OpenAsync(Node(plan.First, "/edit")), "form[data-test=node]", new()
        {
            ["Form.Title.En"] = "",
            ["Form.StartsOn"] = "2026-02-01",
            ["Form.EndsOn"] = "2026-01-01",
            ["Form.Costs[0].Capital"] = "-5",
        });

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Equal(3, (await Visitor.ParseAsync(refused)).QuerySelectorAll(".error-summary li").Length);
    }

    [Fact]
    public async Task A_node_moves_under_one_of_a_higher_level_only()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync(Node(plan.Outcome, "/move"));

        var circle = await amina.SubmitAsync(page, "form[data-test=move]", new() { ["Under"] = plan.First.Id.ToString() });
        var moved = await amina.SubmitAsync(await amina.OpenAsync(Node(plan.First, "/move")), "form[data-test=move]", new() { ["Under"] = plan.Goal.Id.ToString() });

        Assert.Equal((HttpStatusCode)422, circle.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal("plan.move", (await app.ActsAsync())[^1]);
    }

    [Fact]
    public async Task A_node_leaves_the_plan_with_what_stands_below_it_and_can_be_put_back()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync(Node(plan.Outcome, "/move"));

        var silent = await amina.SubmitAsync(page, "form[data-test=retire]", []);
        var retired = await amina.SubmitAsync(page, "form[data-test=retire]", new() { ["Reason"] = "Not ours" });
        var tree = await amina.OpenAsync("/xs/plan");
        var restored = await amina.SubmitAsync(await amina.OpenAsync(Node(plan.Outcome, "/move")), "form[data-test=restore]", []);

        Assert.Equal((HttpStatusCode)422, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, retired.StatusCode);
        Assert.Single(tree.QuerySelectorAll("[data-test=tree] tbody tr"));
        Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(2, await db.PlanNodes.CountAsync(n => n.RetiredBecause == "Not ours", Ct));
    }

    [Fact]
    public async Task A_focal_point_edits_and_reports_on_the_nodes_of_their_own_institution_and_no_other()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await OwnedByBrunoAsync(app, plan.First);
        var bruno = await app.AsAsync(Bruno);

        var form = await bruno.OpenAsync(Node(plan.First, "/edit"));
        var saved = await bruno.SubmitAsync(form, "form[data-test=node]", new() { ["Form.Title.En"] = "Open our offices" });

        Assert.Null(form.QuerySelector("#Form_Code"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, await bruno.StatusOfAsync(Node(plan.Second, "/edit")));
        Assert.NotEqual(HttpStatusCode.OK, await bruno.StatusOfAsync(Node(plan.Second, "/progress")));
        Assert.NotEqual(HttpStatusCode.OK, await bruno.StatusOfAsync(Node(plan.First, "/move")));
        await using var db = await app.DbAsAsync(Amina);
        var node = await db.PlanNodes.SingleAsync(n => n.Id == plan.First.Id, Ct);
        Assert.Equal(("G1.O1.1", "Open our offices"), (node.Code, node.Title.In("en")));
        Assert.NotNull(node.OwnerId);
    }

    [Fact]
    public async Task Progress_is_reported_on_an_approved_plan_with_its_proof()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await plan.ApproveAsync(app);
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync(Node(plan.First, "/progress"));

        var silent = await amina.SubmitAsync(form, "form[data-test=progress]", new() { ["State"] = "Completed" });
        var future = await amina.SubmitAsync(form, "form[data-test=progress]", new() { ["Day"] = "2999-01-01" });
        var said = await amina.SubmitAsync(form, "form[data-test=progress]", new() { ["State"] = "Completed", ["Evidence"] = "Opening record 14" });

        Assert.Equal((HttpStatusCode)422, silent.StatusCode);
        Assert.Equal((HttpStatusCode)422, future.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var tree = await amina.OpenAsync("/xs/plan");
        Assert.Contains("1/2", tree.QuerySelector("[data-test=tree]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Opening record 14", (await amina.OpenAsync(Node(plan.First))).QuerySelector("[data-test=progress]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("plan.progress", await app.ActsAsync());
    }

    [Fact]
    public async Task A_paragraph_is_linked_by_symbol_and_number_and_the_link_can_be_taken_away()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync(Serves(plan.Goal));

        var unread = await amina.SubmitAsync(page, "form[data-test=cite]", new() { ["CitedSymbol"] = "the resolution", ["CitedParagraph"] = "somewhere" });
        var linked = await amina.SubmitAsync(page, "form[data-test=cite]", new() { ["CitedSymbol"] = "s/res/2553(2020)", ["CitedParagraph"] = "20 (k)" });
        var shown = await amina.OpenAsync(Serves(plan.Goal));
        var removed = await amina.SubmitAsync(shown, "[data-test=served] form", []);

        Assert.Equal((HttpStatusCode)422, unread.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, linked.StatusCode);
        Assert.Equal("/un/sc/res/2553/2020/op/20/k", shown.QuerySelector("[data-test=served] button")!.GetAttribute("aria-label")!.Split(' ')[^1]);
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Contains((await amina.OpenAsync(Node(plan.Goal))).QuerySelectorAll("a"), a => a.GetAttribute("href") == Serves(plan.Goal));
        Assert.Equal(["provisions.serve", "provisions.unserve"], (await app.ActsAsync()).TakeLast(2));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Bruno)).StatusOfAsync(Serves(plan.Goal)));
    }

    [Fact]
    public async Task The_history_tells_of_a_cost_line_and_a_link_that_were_taken_out()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync(Serves(plan.First)), "form[data-test=cite]", new() { ["CitedSymbol"] = "S/RES/2553 (2020)", ["CitedParagraph"] = "20 (k)" });
        await amina.SubmitAsync(await amina.OpenAsync(Serves(plan.First)), "[data-test=served] form", []);

        var saved = await amina.SubmitAsync(await amina.OpenAsync(Node(plan.First, "/edit")), "form[data-test=node]", new() { ["Form.Costs[0].Capital"] = "", ["Form.Funding[0].Amount"] = "" });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var history = (await amina.OpenAsync(Node(plan.First) + "?tab=history")).QuerySelector("main")!.TextContent;
        Assert.Contains("120", history, StringComparison.Ordinal);
        Assert.Contains("/un/sc/res/2553/2020/op/20/k", history, StringComparison.Ordinal);
        Assert.Contains("Link to a paragraph removed", history, StringComparison.Ordinal);
        Assert.DoesNotContain("120", (await amina.OpenAsync(Node(plan.Second) + "?tab=history")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_may_be_left_out_is_called_optional()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);

        var form = await (await app.AsAsync(Amina)).OpenAsync(Node(plan.First, "/edit"));

        Assert.DoesNotContain("(optional)", form.QuerySelector("label[for=Form_Title_En]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(optional)", form.QuerySelector("label[for=Form_Statement_En]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("TEXTAREA", form.QuerySelector("#Form_Statement_En")!.TagName);
    }

    private static string Node(PlanNode node, string page = "", Guid? lineage = null) => $"/xs/plan/nodes/{lineage ?? node.Lineage}{page}";

    private static string Serves(PlanNode node) => $"/xs/serves/objective/{node.Lineage}";

    private static async Task OwnedByBrunoAsync(TestApp app, PlanNode node)
    {
        await using var db = await app.DbAsAsync(Amina);
        var ministry = new Institution { Country = "XS", Classification = Classification.Public, Code = "MOI-T" };
        db.Add(ministry);
        db.Add(new FocalPoint { Country = "XS", Classification = Classification.Public, PersonId = Bruno.Id, InstitutionId = ministry.Id, FromDay = new DateOnly(2020, 1, 1) });
        (await db.PlanNodes.SingleAsync(n => n.Id == node.Id, Ct)).OwnerId = ministry.Id;
        await db.SaveAsync(new Act("plan.edit", "XS", DateTimeOffset.UnixEpoch), Ct);
    }
}
