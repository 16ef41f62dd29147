using System.IO.Compression;
using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PlanViews;

public sealed class PlanViewPagesTests
{
    private const int MostCompressed = 80 * 1024;

    private static readonly string[] Views = ["gantt", "duties", "components", "regions", "document"];

    [Fact]
    public async Task Everybody_with_a_task_sees_the_plan_from_every_side_and_an_administrator_from_none()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);
        var (jamila, karim) = (await app.AsAsync(Jamila), await app.AsAsync(Karim));

        foreach (var view in Views)
        {
            Assert.Equal(HttpStatusCode.OK, await jamila.StatusOfAsync($"/xs/plan/{view}"));
            Assert.NotEqual(HttpStatusCode.OK, await karim.StatusOfAsync($"/xs/plan/{view}"));
            Assert.Equal(HttpStatusCode.NotFound, await jamila.StatusOfAsync($"/xs/plan/{view}?version=7"));
        }
    }

    [Fact]
    public async Task Without_a_plan_every_view_says_so()
    {
        await using var app = await TestApp.StartAsync();
        var elif = await app.AsAsync(Elif);

        foreach (var view in Views) Assert.NotNull((await elif.OpenAsync($"/xs/plan/{view}")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task The_view_over_time_links_each_row_to_its_node_and_names_who_is_late()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await PlanWithOwnerAsync(app);

        var page = await (await app.AsAsync(Elif)).OpenAsync("/xs/plan/gantt");

        Assert.NotNull(page.QuerySelector($".chart-wide a[href='/xs/plan/nodes/{plan.First.Lineage}']"));
        Assert.Contains("Ministry of the Interior", page.QuerySelector("[data-test=late] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await (await app.AsAsync(Elif)).OpenAsync("/xs/plan/gantt?component=DEF")).QuerySelectorAll("[data-test=gantt]"));
    }

    [Fact]
    public async Task A_focal_point_sees_the_duties_of_their_own_institution_first()
    {
        await using var app = await TestApp.StartAsync();
        await PlanWithOwnerAsync(app);

        var own = await (await app.AsAsync(Bruno)).OpenAsync("/xs/plan/duties");
        var nobodys = await (await app.AsAsync(Elif)).OpenAsync("/xs/plan/duties");

        Assert.Contains("Open complaints offices", own.QuerySelector("[data-test=late] tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mine", own.QuerySelector("select[name=Institution]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(nobodys.QuerySelectorAll("[data-test=institutions] tbody a"));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Elif)).StatusOfAsync($"/xs/plan/duties?institution={Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task Totals_by_component_and_region_are_those_of_the_plan()
    {
        await using var app = await TestApp.StartAsync();
        await GivenPlan.InAsync(app);
        var elif = await app.AsAsync(Elif);

        foreach (var view in new[] { "components", "regions" })
        {
            var cells = (await elif.OpenAsync($"/xs/plan/{view}")).QuerySelectorAll("[data-test=total] td").Select(c => c.TextContent.Trim()).ToList();

            Assert.Equal(["4", "120.00", "54.00", "30.00", "36.00", "70%"], cells.Take(6));
        }
    }

    [Fact]
    public async Task A_node_the_reader_may_not_see_is_in_no_total_and_in_no_list()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using (var db = await app.DbAsAsync(Amina))
        {
            var secret = GivenPlan.Node(plan.Version, PlanLevel.Activity, "G1.O1.9", "A quiet matter", plan.Outcome);
            secret.Classification = Classification.Restricted;
            db.Add(secret);
            db.Add(GivenPlan.Cost(secret, 1_000m));
            await db.SaveAsync(new Act("plan.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        }

        var (amina, elif) = (await app.AsAsync(Amina), await app.AsAsync(Elif));

        Assert.Contains("1,120.00", (await amina.OpenAsync("/xs/plan/components")).QuerySelector("[data-test=total]")!.TextContent, StringComparison.Ordinal);
        foreach (var view in Views)
        {
            var text = (await elif.OpenAsync($"/xs/plan/{view}")).DocumentElement.OuterHtml;
            Assert.DoesNotContain("A quiet matter", text, StringComparison.Ordinal);
            Assert.DoesNotContain("1,120", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_document_holds_contents_imprint_cost_by_year_and_what_the_rules_find()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await plan.ApproveAsync(app);

        var page = await (await app.AsAsync(Elif)).OpenAsync("/xs/plan/document");

        Assert.Contains("Council of Ministers, decree 12", page.QuerySelector("[data-test=imprint]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"#node-{plan.Goal.Lineage}", page.QuerySelector(".contents a")!.GetAttribute("href"));
        Assert.Equal("Goal G1 Lawful forces", page.GetElementById($"node-{plan.Goal.Lineage}")!.TextContent.Trim());
        Assert.Equal(["120", "120"], page.QuerySelectorAll("[data-test=total] td").Select(c => c.TextContent.Trim()));
        Assert.Contains("G1.O1.2", page.QuerySelector("[data-test=annex]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Elif)).StatusOfAsync("/xs/plan/document?part=G9"));
    }

    [Fact]
    public async Task A_plan_of_two_thousand_nodes_still_opens_light_from_every_side()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.AddRange(Enumerable.Range(1, 2_000).Select(i => Large(plan, i)));
            await db.SaveAsync(new Act("plan.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        }

        var elif = await app.AsAsync(Elif);

        foreach (var address in Views.Concat(["document?annex=true", "gantt?late=true"]))
        {
            var body = await elif.Client.GetByteArrayAsync(new Uri($"/xs/plan/{address}", UriKind.Relative), TestContext.Current.CancellationToken);
            TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {body.Length} bytes, {Compressed(body)} compressed");
            Assert.True(Compressed(body) < MostCompressed, $"{address}: {Compressed(body)} bytes");
        }
    }

    private static PlanNode Large(GivenPlan plan, int i)
    {
        var node = GivenPlan.Node(plan.Version, PlanLevel.Activity, $"G1.O1.{100 + i}", $"Activity {i} with a title of a usual length, {i * 7919 % 1000} places", plan.Outcome);
        (node.StartsOn, node.EndsOn) = (new DateOnly(2024, 1, 1).AddDays(i), new DateOnly(2025, 1, 1).AddDays(i * 2));
        return node;
    }

    private static int Compressed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) pack.Write(body);
        return (int)packed.Length;
    }

    /// <summary>G1.O1.1 is owned by the interior ministry, for which Bruno speaks, and ended long ago.</summary>
    private static async Task<GivenPlan> PlanWithOwnerAsync(TestApp app)
    {
        var plan = await GivenPlan.InAsync(app);
        await using var db = await app.DbAsAsync(Amina);
        var ministry = new Institution { Country = "XS", Classification = Classification.Public, Code = "MOI" };
        var profile = new InstitutionProfile
        {
            Country = "XS",
            Classification = Classification.Public,
            InstitutionId = ministry.Id,
            ValidFrom = new(2000, 1, 1),
            Names = Wording.Of("en", "Ministry of the Interior"),
            Component = nameof(Component.POL),
            Type = InstitutionType.Ministry,
        };
        var focal = new FocalPoint { Country = "XS", Classification = Classification.Public, PersonId = Bruno.Id, InstitutionId = ministry.Id, FromDay = new(2020, 1, 1) };
        db.Add(ministry);
        await db.SaveAsync(new Act("institutions.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        db.AddRange(profile, focal);
        db.Attach(plan.First);
        (plan.First.OwnerId, plan.First.StartsOn, plan.First.EndsOn) = (ministry.Id, new(2020, 1, 1), new(2020, 12, 31));
        await db.SaveAsync(new Act("plan.edit", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        return plan;
    }
}
