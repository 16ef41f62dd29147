using Cornerstone.Data;
using Cornerstone.Features.Publications;
using Cornerstone.Published;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>The plan as everybody reads it, and the first edition of the demonstration.</summary>
public sealed class PlanRowsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demonstration_publishes_indicators_and_the_aims_of_the_plan_and_a_withdrawn_plan_leaves_a_tombstone()
    {
        await using var app = await TestApp.SoleniaAsync();
        await using var store = PublishedDb.Over(app.Database);

        var nodes = await store.Set<PublishedPlanNode>().OrderBy(n => n.Position).ToListAsync(Ct);
        Assert.Contains(nodes, n => n.Level == "Goal" && n.Title.Texts.ContainsKey("ar"));
        Assert.DoesNotContain(nodes, n => n.Level is "Activity" or "Milestone");
        Assert.Equal(0, nodes[0].Depth);
        var values = await store.Set<PublishedValue>().ToListAsync(Ct);
        Assert.Contains(values, v => v.State == ToldState.Withheld);
        Assert.Contains(values, v => v is { State: ToldState.Known, RoundedTo: 5 });
        Assert.Contains("G1", (await app.AsNobody().OpenAsync("/xs/public/en/plan")).QuerySelector("[data-test=plan]")!.TextContent, StringComparison.Ordinal);

        await using (var db = await app.DbAsAsync(Farid))
        {
            db.Withdrawals.Add(new Withdrawal { Country = "XS", Kind = SubjectKind.Plan, Key = "plan", Ground = "Under revision", WithdrawnBy = Farid.Id, WithdrawnAt = TimeProvider.System.GetUtcNow() });
            await db.SaveAsync(new Act("publications.withdraw", "XS", TimeProvider.System.GetUtcNow()), Ct);
        }

        Assert.Empty(await store.Set<PublishedPlanNode>().ToListAsync(Ct));
        Assert.NotEmpty(await store.Set<PublishedIndicator>().ToListAsync(Ct));
        Assert.Null((await app.AsNobody().OpenAsync("/xs/public/en/plan")).QuerySelector("[data-test=plan]"));
    }

    [Fact]
    public async Task An_aim_that_is_not_public_stays_inside_with_all_below_it()
    {
        await using var app = await TestApp.SoleniaAsync();
        await app.ExecuteAsync("set session_replication_role = replica; update work.plan_node set classification = 2 where code = 'G2' and version_id = (select id from work.plan_version where state = 'Approved')");
        await using var db = await app.DbAsAsync(Amina);

        var order = new EditionOrder("CC BY 4.0", "Secretariat", null, [], WithPlan: true);
        var proposed = (await Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<ProposeEdition>(app.Services, db).ProposeAsync("XS", order, Ct))!;

        var codes = (await db.PublicationRows.Where(r => r.PublicationId == proposed.Id && r.IntoTable == "plan_node").ToListAsync(Ct)).ConvertAll(r => RowForm.Read<PublishedPlanNode>(r.Row).Code);
        Assert.Contains("G1", codes);
        Assert.DoesNotContain(codes, c => c.StartsWith("G2", StringComparison.Ordinal));
        await app.ExecuteAsync("set session_replication_role = replica; update work.plan_node set classification = 1 where code = 'G1' and version_id = (select id from work.plan_version where state = 'Approved')");
        Assert.Equal("CS043", await app.RefusalAsync(Farid, proposed.Publishing(Farid)));
    }
}
