using System.Globalization;
using System.Net;
using System.Text.Json;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PlanVersions;

/// <summary>The next version carries the whole plan, also what the person who begins it may not see.</summary>
public sealed class NextVersionTests
{
    private const string List = "/xs/plan/versions";
    private const string Compare = "/xs/plan/versions/compare?from=1&to=2&all=true";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_field_and_every_line_of_a_node_goes_into_the_next_version()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var rich = await RichNodeAsync(app, plan, Classification.Public);
        await plan.ApproveAsync(app);
        var amina = await app.AsAsync(Amina);

        await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=next]", []);

        await using var db = await app.DbAsAsync(Amina);
        var (before, after) = (await NodeAsync(db, rich.Lineage, 1), await NodeAsync(db, rich.Lineage, 2));
        Assert.Equal(Told(db, before), Told(db, after));
        Assert.DoesNotContain(db.Entry(after).Properties, p => p.CurrentValue is null && p.Metadata.Name is not (nameof(PlanNode.RetiredBecause) or nameof(PlanNode.Compartment)));
        Assert.Equal((await NodeAsync(db, plan.Outcome.Lineage, 2)).Id, after.ParentId);
        Assert.Equal(await LinesAsync(db, before), await LinesAsync(db, after));
        Assert.Equal(3, (await LinesAsync(db, after)).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_drafter_may_not_see_is_carried_and_stays_hidden_from_them(bool isSealed)
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var group = isSealed ? await SealedGroupAsync(app) : (Guid?)null;
        var hidden = await RichNodeAsync(app, plan, isSealed ? Classification.Public : Classification.Restricted, group);
        await plan.ApproveAsync(app);
        await CloseAsync(app);
        var amina = await app.AsAsync(Amina);

        var begun = await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=next]", []);
        var told = string.Concat((await amina.OpenAsync(List)).Body!.TextContent, (await amina.OpenAsync("/xs/plan?version=2&all=true")).Body!.TextContent, (await amina.OpenAsync(Compare)).Body!.TextContent);

        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        Assert.DoesNotContain(hidden.Code, told, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden words", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/plan/nodes/{hidden.Lineage}?version=2"));
        await OpenAsync(app);
        var cleared = await app.AsAsync(Amina);
        Assert.Contains("Hidden words", (await cleared.OpenAsync("/xs/plan?version=2&all=true")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, (await cleared.OpenAsync(Compare)).QuerySelectorAll("[data-test=compared] tbody tr").Length);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(group, (await NodeAsync(db, hidden.Lineage, 2)).Compartment);
        Assert.Equal(3, (await LinesAsync(db, await NodeAsync(db, hidden.Lineage, 2))).Count);
        // How many rows were copied is told by group: whoever is outside cannot count what is inside.
        var version = (await NodeAsync(db, hidden.Lineage, 2)).VersionId;
        var noted = await db.Changes.SingleAsync(c => c.RecordType == nameof(PlanNode) && c.RecordId == c.ActId && c.Compartment == group, Ct);
        Assert.Equal(await db.PlanNodes.CountAsync(n => n.VersionId == version && n.Compartment == group, Ct), int.Parse(Assert.Single(noted.Fields).To!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_is_said_of_a_hidden_node_is_not_told_on_the_pages_of_those_it_went_into()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var hidden = await RichNodeAsync(app, plan, Classification.Restricted);
        await plan.ApproveAsync(app);
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=next]", []);
        await amina.SubmitAsync(await amina.OpenAsync($"/xs/plan/nodes/{hidden.Lineage}/move?version=2"), "form[data-test=retire]", new() { ["Reason"] = "Taken over" });
        var mapped = await amina.SubmitAsync(await amina.OpenAsync(Compare), "form[data-test=map]", new() { ["Earlier"] = hidden.Lineage.ToString(), ["Later"] = plan.First.Lineage.ToString(), ["Note"] = "The secret work went in" });
        var node = $"/xs/plan/nodes/{plan.First.Lineage}?version=2";

        var seen = (await amina.OpenAsync(node)).Body!.TextContent;
        // As if it had been said while the node was not secret yet.
        await app.ExecuteAsync("update access.membership set clearance = 2 where country = 'XS'; alter table work.plan_mapping disable trigger all; update work.plan_mapping set classification = 0; alter table work.plan_mapping enable trigger all");
        amina = await app.AsAsync(Amina);
        var unseen = string.Concat((await amina.OpenAsync(node)).Body!.TextContent, (await amina.OpenAsync(Compare)).Body!.TextContent);

        Assert.Equal(HttpStatusCode.Redirect, mapped.StatusCode);
        Assert.Contains("The secret work went in", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("The secret work went in", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("Merged", unseen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_of_two_nodes_is_as_secret_as_the_more_secret_of_them()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var hidden = await RichNodeAsync(app, plan, Classification.Restricted);
        await plan.ApproveAsync(app);
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=next]", []);
        await amina.SubmitAsync(await amina.OpenAsync($"/xs/plan/nodes/{plan.Second.Lineage}/move?version=2"), "form[data-test=retire]", new() { ["Reason"] = "Taken over" });

        await amina.SubmitAsync(await amina.OpenAsync(Compare), "form[data-test=map]", new() { ["Earlier"] = plan.Second.Lineage.ToString(), ["Later"] = hidden.Lineage.ToString() });

        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(Classification.Restricted, (await db.PlanMappings.SingleAsync(Ct)).Classification);
    }

    [Fact]
    public async Task The_copy_is_made_once_by_whoever_may_write_there_and_only_into_a_draft_begun_from_the_approved_version()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await plan.ApproveAsync(app);
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync(List), "form[data-test=next]", []);
        await using var db = await app.DbAsAsync(Amina);
        var next = await db.PlanVersions.SingleAsync(v => v.Number == 2, Ct);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await CopyAsync(app, Amina, next.Id));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await CopyAsync(app, Amina, plan.Version.Id));
        await app.ExecuteAsync("alter table work.plan_node disable trigger all; alter table work.plan_cost disable trigger all; alter table work.plan_funding disable trigger all; "
            + $"delete from work.plan_cost where version_id = '{next.Id}'; delete from work.plan_funding where version_id = '{next.Id}'; delete from work.plan_node where version_id = '{next.Id}'; "
            + "alter table work.plan_node enable trigger all; alter table work.plan_cost enable trigger all; alter table work.plan_funding enable trigger all");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await CopyAsync(app, Dmitri, next.Id));
        Assert.Null(await CopyAsync(app, Amina, next.Id));
    }

    private static async Task<string?> CopyAsync(TestApp app, DemonstrationPerson person, Guid version)
    {
        await using var db = await app.DbAsAsync(person);
        try
        {
            await db.Database.ExecuteSqlAsync($"select set_config('app.act', 'x', true), work.copy_plan_version({version})", Ct);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    // An activity of which every field is written, with a cost, a funding line and a link.
    private static async Task<PlanNode> RichNodeAsync(TestApp app, GivenPlan plan, Classification level, Guid? group = null)
    {
        var words = Wording.Of("en", "Hidden words");
        var node = new PlanNode
        {
            Country = "XS",
            Classification = level,
            Compartment = group,
            VersionId = plan.Version.Id,
            Lineage = Guid.CreateVersion7(),
            ParentId = plan.Outcome.Id,
            Level = PlanLevel.Activity,
            Position = 7,
            Code = "G1.O1.77",
            Title = words,
            Statement = words,
            OwnerId = PlanSamples.Somebody,
            ContributorIds = [PlanSamples.Somebody],
            Components = ["POL", "OVS"],
            Regions = ["XS-01"],
            Assumptions = words,
            Risks = words,
            StartsOn = new(2026, 1, 1),
            EndsOn = new(2027, 12, 31),
            GenderMarker = 2,
            PoliticalObjective = words,
            WinnersLosers = words,
        };
        await using var db = await app.DbAsAsync(Amina);
        db.Add(node);
        db.Add(new PlanCost { Country = "XS", Classification = level, Compartment = group, VersionId = node.VersionId, NodeId = node.Id, FiscalYear = 2026, EconomicType = EconomicType.Wages, Amount = 12.5m, Currency = PlanSamples.Eur });
        db.Add(new PlanFunding { Country = "XS", Classification = level, Compartment = group, VersionId = node.VersionId, NodeId = node.Id, Kind = FundingKind.Commitment, Source = "A partner", FiscalYear = 2027, Amount = 3m, Currency = PlanSamples.Eur });
        db.Add(new PlanLink { Country = "XS", Classification = level, Compartment = group, VersionId = node.VersionId, NodeId = node.Id, Kind = PlanLinkKind.Sdg, Target = "16.6" });
        await db.SaveAsync(new Act("plan.add", "XS", DateTimeOffset.UnixEpoch), Ct);
        return node;
    }

    private static Task<PlanNode> NodeAsync(AppDb db, Guid lineage, int number) => (
        from node in db.PlanNodes
        join version in db.PlanVersions on node.VersionId equals version.Id
        where node.Lineage == lineage && version.Number == number
        select node).SingleAsync(Ct);

    private static async Task<IReadOnlyList<string>> LinesAsync(AppDb db, PlanNode node) =>
    [
        .. (await db.PlanCosts.Where(c => c.NodeId == node.Id).ToListAsync(Ct)).Select(c => Told(db, c)),
        .. (await db.PlanFundings.Where(f => f.NodeId == node.Id).ToListAsync(Ct)).Select(f => Told(db, f)),
        .. (await db.PlanLinks.Where(l => l.NodeId == node.Id).ToListAsync(Ct)).Select(l => Told(db, l)),
    ];

    // All that is stored of it, but for its place in one version.
    private static string Told(AppDb db, object row) => JsonSerializer.Serialize(db.Entry(row).Properties
        .Where(p => p.Metadata.Name is not ("Id" or "VersionId" or "NodeId" or "ParentId" or "Version"))
        .ToDictionary(p => p.Metadata.Name, p => p.CurrentValue?.ToString() is { } text && p.CurrentValue is not System.Collections.IList ? text : JsonSerializer.Serialize(p.CurrentValue)));

    private static async Task<Guid> SealedGroupAsync(TestApp app)
    {
        var group = Guid.CreateVersion7();
        await app.ExecuteAsync($"insert into access.compartment values ('{group}', 'XS', 'Closed committee', 'Act 1/2025'); insert into access.compartment_member values ('{group}', '{Amina.Id}', '2020-01-01', '2099-01-01')");
        return group;
    }

    // From now on the secretariat's person is in no sealed group, and reads no higher than the government's level.
    private static Task CloseAsync(TestApp app) => app.ExecuteAsync(
        $"update access.membership set clearance = 2 where person_id = '{Amina.Id}' and country = 'XS'; update access.compartment_member set until_day = '2020-01-02' where person_id = '{Amina.Id}'");

    private static Task OpenAsync(TestApp app) => app.ExecuteAsync(
        $"update access.membership set clearance = 3 where person_id = '{Amina.Id}' and country = 'XS'; update access.compartment_member set until_day = '2099-01-01' where person_id = '{Amina.Id}'");
}
