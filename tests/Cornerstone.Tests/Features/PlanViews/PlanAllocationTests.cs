using Cornerstone.Features.Plan;
using Cornerstone.Features.PlanViews;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.Plan.PlanSamples;

namespace Cornerstone.Tests.Features.PlanViews;

public sealed class PlanAllocationTests
{
    [Fact]
    public void What_several_components_share_is_not_divided_between_them()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1",
            Node(PlanLevel.Activity, "A1").Costing(100) with { Components = ["POL"] },
            Node(PlanLevel.Activity, "A2").Costing(30) with { Components = ["POL", "JUS"] },
            Node(PlanLevel.Activity, "A3").Costing(7)));

        var rows = PlanAllocation.ByComponent(tree).Rows;

        Assert.Equal(
            [(AllocationKind.One, "POL", 1, 100m), (AllocationKind.Several, null, 1, 30m), (AllocationKind.None, null, 2, 7m)],
            rows.Select(r => (r.Kind, r.Code, r.Nodes, r.In(Usd)!.Figures.Cost!.Value)));
    }

    [Fact]
    public void A_node_that_names_none_stands_where_the_node_above_it_stands()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1", Node(PlanLevel.Activity, "A1").Costing(100)) with { Components = ["DEF"] });

        var row = Assert.Single(PlanAllocation.ByComponent(tree).Rows);

        Assert.Equal(("DEF", 2, 100m), (row.Code, row.Nodes, row.In(Usd)!.Figures.Cost));
    }

    [Fact]
    public void What_is_written_above_and_not_broken_down_belongs_to_the_node_above()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1", Node(PlanLevel.Activity, "A1").Costing(60) with { Components = ["POL"] }).Costing(100) with { Components = ["MGT"] });

        var rows = PlanAllocation.ByComponent(tree).Rows;

        Assert.Equal([("MGT", 40m), ("POL", 60m)], rows.Select(r => (r.Code!, r.In(Usd)!.Figures.Cost!.Value)));
    }

    [Fact]
    public void What_children_cost_beyond_their_parent_stands_in_a_row_of_its_own()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1", Node(PlanLevel.Activity, "A1").Costing(130) with { Components = ["POL"] }).Costing(100));

        var rows = PlanAllocation.ByComponent(tree).Rows;

        Assert.Equal(130m, rows.Single(r => r.Code == "POL").In(Usd)!.Figures.Cost);
        Assert.Equal(-30m, rows.Single(r => r.Kind == AllocationKind.DoesNotAddUp).In(Usd)!.Figures.Cost);
        Assert.Equal(100m, SumOf(rows, Usd, f => f.Cost ?? 0));
    }

    [Fact]
    public void A_component_without_a_written_cost_is_unknown_and_not_zero()
    {
        var tree = Tree(
            Node(PlanLevel.Activity, "A1").Funded(FundingKind.National, 5) with { Components = ["POL"] },
            Node(PlanLevel.Activity, "A2").Costing(0) with { Components = ["JUS"] });

        var rows = PlanAllocation.ByComponent(tree).Rows;

        Assert.Null(rows.Single(r => r.Code == "POL").In(Usd)!.Figures.Cost);
        Assert.Null(rows.Single(r => r.Code == "POL").In(Usd)!.Figures.Gap);
        Assert.Equal(0m, rows.Single(r => r.Code == "JUS").In(Usd)!.Figures.Cost);
    }

    [Fact]
    public void What_touches_a_region_counts_what_it_shares_in_full()
    {
        var allocation = PlanAllocation.ByComponent(Tree(
            Node(PlanLevel.Activity, "A1").Costing(100) with { Components = ["POL"] },
            Node(PlanLevel.Activity, "A2").Costing(30) with { Components = ["POL", "JUS"] },
            Node(PlanLevel.Activity, "A3") with { Components = ["DEF"] }));

        Assert.Equal([130m, 30m, null, 0m], new[] { "POL", "JUS", "DEF", "MAR" }.Select(c => allocation.CostTouching(new HashSet<string> { c }, Usd)));
    }

    [Fact]
    public void The_share_for_governance_is_that_of_the_row()
    {
        var tree = Tree(
            Node(PlanLevel.Activity, "A1").Costing(30) with { Components = ["POL"], HasLaw = true },
            Node(PlanLevel.Activity, "A2").Costing(70) with { Components = ["POL"] },
            Node(PlanLevel.Activity, "A3").Costing(10) with { Components = ["OVS"] });

        var rows = PlanAllocation.ByComponent(tree).Rows;

        Assert.Equal(new Percentage(0.3m), rows.Single(r => r.Code == "POL").In(Usd)!.Governance);
        Assert.Equal(new Percentage(1m), rows.Single(r => r.Code == "OVS").In(Usd)!.Governance);
    }

    /// <summary>Three hundred random plans with gaps, contradictions, two currencies and shared nodes.</summary>
    [Fact]
    public void Rows_add_up_to_the_plan_to_the_cent()
    {
        var random = new Random(20260630);
        for (var i = 0; i < 300; i++)
        {
            var tree = Tree([.. Enumerable.Range(0, 3).Select(g => RandomNode(random, PlanLevel.Goal, $"{i}.{g}"))]);

            foreach (var allocation in new[] { PlanAllocation.ByComponent(tree), PlanAllocation.ByRegion(tree) })
            {
                Assert.Equal(tree.All.Count, allocation.Nodes);
                foreach (var total in tree.Figures)
                {
                    Assert.Equal(total.Cost ?? 0, SumOf(allocation.Rows, total.Currency, f => f.Cost ?? 0));
                    Assert.Equal(total.National, SumOf(allocation.Rows, total.Currency, f => f.National));
                    Assert.Equal(total.Commitments, SumOf(allocation.Rows, total.Currency, f => f.Commitments));
                }
            }
        }
    }

    private static decimal SumOf(IEnumerable<AllocationRow> rows, Currency currency, Func<MoneyFigures, decimal> figure) =>
        rows.Sum(r => r.In(currency) is { } money ? figure(money.Figures) : 0m);

    private static SampleNode RandomNode(Random random, PlanLevel level, string code)
    {
        string[] components = ["DEF", "POL", "OVS"];
        var children = level >= PlanLevel.Activity ? [] : Enumerable.Range(0, random.Next(0, 4)).Select(i => RandomNode(random, level + 1, $"{code}.{i}")).ToList();
        var node = Node(level, code, children) with { Components = [.. components.Where(_ => random.Next(4) == 0)] };
        if (random.Next(3) > 0) node = node.Costing(random.Next(0, 1_000_000) / 100m);
        if (random.Next(5) == 0) node = node.Costing(random.Next(0, 1_000_000) / 10_000m, Eur);
        return random.Next(3) == 0 ? node.Funded((FundingKind)random.Next(2), random.Next(1_000_000) / 100m) : node;
    }
}
