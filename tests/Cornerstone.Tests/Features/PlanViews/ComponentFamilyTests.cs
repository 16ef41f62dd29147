using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Features.PlanViews;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.Plan.PlanSamples;

namespace Cornerstone.Tests.Features.PlanViews;

/// <summary>A component of the country is part of the one it falls under (domain handbook §3.4): shown beneath it, counted once.</summary>
public sealed class ComponentFamilyTests
{
    private static readonly ComponentFamilies Families = new(
    [
        new("CIV", null), new("RNG", Wording.Of("en", "Forest guards"), "CIV"), new("OVS", null), new("INSP", Wording.Of("en", "Inspectorates"), "OVS"), new("OLD", Wording.Of("en", "Before it was asked")),
    ]);

    [Fact]
    public void What_the_countrys_own_costs_is_in_the_row_of_the_one_above_and_stands_beneath_it()
    {
        var allocation = PlanAllocation.ByComponent(Plan(("A1", 100, ["CIV"]), ("A2", 30, ["RNG"]), ("A3", 7, ["CIV", "RNG"])));

        var row = Assert.Single(allocation.Rows, r => r.Kind == AllocationKind.One);
        Assert.Equal(("CIV", 3, 137m), (row.Code, row.Nodes, Cost(row)));
        Assert.Equal([("CIV", 107m), ("RNG", 30m)], row.Parts.Select(p => (p.Code!, Cost(p))));
        Assert.Equal(137m, allocation.Rows.Sum(r => r.In(Usd)?.Figures.Cost ?? 0m));
        Assert.Equal(allocation.Total.Single().Cost, allocation.Rows.Sum(r => r.In(Usd)?.Figures.Cost ?? 0m));
    }

    [Fact]
    public void A_row_without_a_component_of_the_country_has_no_parts_and_one_that_falls_under_nothing_stands_for_itself()
    {
        var rows = PlanAllocation.ByComponent(Plan(("A1", 1, ["CIV"]), ("A2", 2, ["OLD"]), ("A3", 4, ["CIV", "OLD"]))).Rows;

        Assert.Equal(["CIV", "OLD", null, null], rows.Select(r => r.Code));
        Assert.All(rows, r => Assert.Empty(r.Parts));
    }

    [Fact]
    public void What_serves_oversight_through_a_component_of_the_country_serves_governance()
    {
        var tree = Plan(("A1", 75, ["CIV"]), ("A2", 25, ["INSP"]));

        Assert.Equal(0.25m, PlanShares.Of(tree).Single().Governance!.Value.Share);
        Assert.DoesNotContain(new PlanRules(tree, AllLevels, CodesBefore.None).Check(), f => f.Rule == PlanRule.V6);
    }

    [Fact]
    public void Who_asks_for_a_component_of_the_list_finds_the_countrys_own_beneath_it_and_not_the_other_way_round()
    {
        var tree = Plan(("A1", 1, ["CIV"]), ("A2", 2, ["RNG"]));

        IEnumerable<string> Found(string asked) => tree.All.Where(b => new GanttFilter(null, asked, null, Late: false).Admits(b, Today)).Select(b => b.Node.Code);
        Assert.Equal(["A1", "A2"], Found("CIV"));
        Assert.Equal(["A2"], Found("RNG"));
    }

    private static PlanTree Plan(params (string Code, decimal Cost, string[] Components)[] activities) =>
        Tree(Families, Node(PlanLevel.Goal, "G1", [.. activities.Select(a => Node(PlanLevel.Activity, a.Code).Costing(a.Cost) with { Components = a.Components })]));

    private static decimal Cost(AllocationRow row) => row.In(Usd)!.Figures.Cost!.Value;
}
