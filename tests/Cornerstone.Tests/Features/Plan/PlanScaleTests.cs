using System.IO.Compression;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Plan;

public sealed class PlanScaleTests
{
    private const int KiloByte = 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_view_of_two_thousand_nodes_stays_within_a_page_and_every_node_is_reached_from_it()
    {
        await using var app = await TestApp.StartAsync();
        var codes = await LargePlanAsync(app);
        var dmitri = await app.AsAsync(Dmitri);

        var page = await dmitri.OpenAsync("/xs/plan");
        var rows = page.QuerySelectorAll("[data-test=tree] tbody tr").Length;

        Assert.InRange(rows, 50, PlanOutline.MostRows);
        Assert.InRange(Compressed(page.DocumentElement.OuterHtml), 1, 100 * KiloByte);
        Assert.Contains("2,010", page.QuerySelector("[data-test=tree] caption")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.chip[href='/xs/plan?under=G3.4']"));
        Assert.Equal(21, (await dmitri.OpenAsync("/xs/plan?under=G3.4")).QuerySelectorAll("[data-test=tree] tbody tr").Length);
        Assert.Equal(codes, (await dmitri.OpenAsync("/xs/plan?all=true")).QuerySelectorAll("[data-test=tree] tbody tr").Length);
    }

    // Ten goals, ten outcomes each but one short, and twenty activities below each outcome.
    private static async Task<int> LargePlanAsync(TestApp app)
    {
        var small = await GivenPlan.InAsync(app);
        var nodes = new List<PlanNode>();
        foreach (var goal in Enumerable.Range(2, 9).Select(g => GivenPlan.Node(small.Version, PlanLevel.Goal, $"G{g}", $"Goal {g} of many", null)))
        {
            nodes.Add(goal);
            foreach (var outcome in Enumerable.Range(1, 10).Select(o => GivenPlan.Node(small.Version, PlanLevel.Outcome, $"{goal.Code}.{o}", $"Outcome {o} below {goal.Code}", goal)))
            {
                nodes.Add(outcome);
                nodes.AddRange(Enumerable.Range(1, 20).Select(a => GivenPlan.Node(small.Version, PlanLevel.Activity, $"{outcome.Code}.{a}", $"Activity {a} below {outcome.Code}", outcome)));
            }
        }

        nodes.AddRange(Enumerable.Range(1, 107).Select(a => GivenPlan.Node(small.Version, PlanLevel.Activity, $"G1.O1.X{a}", $"Activity {a} more", small.Outcome)));
        await using var db = await app.DbAsAsync(Amina);
        await db.RecordAsync(new Act("plan.import", "XS", DateTimeOffset.UnixEpoch), Ct);
        await db.CopyAsync(nodes, Ct);
        await db.CopyAsync([.. nodes.Where(n => n.Level == PlanLevel.Activity).Select(n => GivenPlan.Cost(n, 10m))], Ct);
        await db.CommitAsync(Ct);
        return nodes.Count + 4;
    }

    private static long Compressed(string html)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(html));
        }

        return buffer.Length;
    }
}
