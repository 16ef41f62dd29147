using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Tests.Features.Plan;

/// <summary>A small plan in Solenia, drafted by Amina: G1 "Lawful forces" over O1, over activities A1 and A2.</summary>
internal sealed record GivenPlan(NationalPlan Plan, PlanVersion Version, PlanNode Goal, PlanNode Outcome, PlanNode First, PlanNode Second)
{
    public static async Task<GivenPlan> InAsync(TestApp app, DemonstrationPerson? drafter = null)
    {
        await using var db = await app.DbAsAsync(drafter ?? People.Amina);
        var plan = new NationalPlan { Country = "XS", Classification = Classification.Public, Title = Wording.Of("en", "Plan for a lawful sector"), Currency = PlanSamples.Usd };
        var version = new PlanVersion { Country = "XS", Classification = Classification.Public, PlanId = plan.Id, Number = 1, Levels = PlanSamples.AllLevels };
        var goal = Node(version, PlanLevel.Goal, "G1", "Lawful forces", null);
        var outcome = Node(version, PlanLevel.Outcome, "G1.O1", "Complaints are answered", goal);
        var first = Node(version, PlanLevel.Activity, "G1.O1.1", "Open complaints offices", outcome);
        var second = Node(version, PlanLevel.Activity, "G1.O1.2", "Train inspectors", outcome);
        db.AddRange(plan, version);
        await db.SaveAsync(new Act("plan.create", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        db.AddRange(goal, outcome, first, second);
        db.Add(Cost(first, 120m));
        db.Add(Funding(first, FundingKind.National, "State budget", 54m));
        db.Add(Funding(first, FundingKind.Commitment, "European Union", 30m));
        await db.SaveAsync(new Act("plan.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        return new(plan, version, goal, outcome, first, second);
    }

    public static PlanNode Node(PlanVersion version, PlanLevel level, string code, string title, PlanNode? parent) => new()
    {
        Country = "XS",
        Classification = Classification.Public,
        VersionId = version.Id,
        Lineage = Guid.CreateVersion7(),
        ParentId = parent?.Id,
        Level = level,
        Code = code,
        Title = Wording.Of("en", title),
    };

    public static PlanCost Cost(PlanNode node, decimal amount) => new()
    {
        Country = "XS",
        Classification = node.Classification,
        VersionId = node.VersionId,
        NodeId = node.Id,
        FiscalYear = 2026,
        EconomicType = EconomicType.Capital,
        Amount = amount,
        Currency = PlanSamples.Usd,
    };

    public static PlanFunding Funding(PlanNode node, FundingKind kind, string source, decimal amount) => new()
    {
        Country = "XS",
        Classification = node.Classification,
        VersionId = node.VersionId,
        NodeId = node.Id,
        Kind = kind,
        Source = source,
        FiscalYear = 2026,
        Amount = amount,
        Currency = PlanSamples.Usd,
    };

    /// <summary>Hands the version in as its drafter and approves it as Farid of the finance ministry.</summary>
    public async Task ApproveAsync(TestApp app)
    {
        var ct = TestContext.Current.CancellationToken;
        await using (var amina = await app.DbAsAsync(People.Amina))
        {
            var version = await amina.PlanVersions.SingleAsync(v => v.Id == Version.Id, ct);
            Assert.Null(version.Submit(People.Amina.Id, DateTimeOffset.UnixEpoch, nodes: 4));
            await amina.SaveAsync(new Act("plan.submit", "XS", DateTimeOffset.UnixEpoch), ct);
        }

        await using var farid = await app.DbAsAsync(Farid);
        var submitted = await farid.PlanVersions.SingleAsync(v => v.Id == Version.Id, ct);
        Assert.Null(submitted.Approve(Farid.Id, [People.Amina.Id], "Council of Ministers, decree 12", DateTimeOffset.UnixEpoch));
        await farid.SaveAsync(new Act("plan.approve", "XS", DateTimeOffset.UnixEpoch), ct);
    }

    public static DemonstrationPerson Farid { get; } = DemonstrationPerson.All.Single(p => p.Role == Role.FinanceAnalyst);
}
