using Cornerstone.Features.Plan;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.Plan.PlanSamples;

namespace Cornerstone.Tests.Features.Plan;

public sealed class PlanSharesTests
{
    [Fact]
    public void Cost_120_with_national_54_and_commitments_30_is_funded_to_70_per_cent_with_a_gap_of_36()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1", Node(PlanLevel.Activity, "A1").Costing(120m).Funded(FundingKind.National, 54m).Funded(FundingKind.Commitment, 30m)));

        var figures = PlanShares.Of(tree).Single().Figures;

        Assert.Equal(new Percentage(0.7m), figures.Funded);
        Assert.Equal(36m, figures.Gap);
    }

    [Fact]
    public void Several_currencies_are_never_summed()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1", Node(PlanLevel.Activity, "A1").Costing(100m), Node(PlanLevel.Activity, "A2").Costing(40m, Eur).Funded(FundingKind.National, 10m, Eur)));

        var figures = tree.Figures;

        Assert.Equal([new(Eur, 40m, 10m, 0m), new MoneyFigures(Usd, 100m, 0m, 0m)], figures);
    }

    [Fact]
    public void An_unknown_cost_is_not_a_cost_of_zero()
    {
        var tree = Tree(
            Node(PlanLevel.Goal, "G1", Node(PlanLevel.Activity, "Unknown")),
            Node(PlanLevel.Goal, "G2", Node(PlanLevel.Activity, "Free").Costing(0m)));

        Assert.Empty(tree.FindCode("G1")!.Figures);
        Assert.Equal(0m, tree.FindCode("G2")!.Figures.Single().Cost);
        Assert.Null(tree.FindCode("G2")!.Figures.Single().Funded);
    }

    [Fact]
    public void Money_without_a_known_cost_gives_no_share_and_no_gap()
    {
        var figures = Tree(Node(PlanLevel.Goal, "G1").Funded(FundingKind.Commitment, 5m)).Figures.Single();

        Assert.Null(figures.Cost);
        Assert.Null(figures.Funded);
        Assert.Null(figures.Gap);
    }

    [Fact]
    public void More_money_than_the_cost_leaves_no_gap()
    {
        var figures = Tree(Node(PlanLevel.Activity, "A").Costing(10m).Funded(FundingKind.National, 12m)).Figures.Single();

        Assert.Equal(0m, figures.Gap);
        Assert.Equal(new Percentage(1.2m), figures.Funded);
    }

    [Fact]
    public void The_costed_share_counts_activities_that_have_a_cost()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1",
            Node(PlanLevel.Activity, "A1").Costing(0m), Node(PlanLevel.Activity, "A2").Costing(5m), Node(PlanLevel.Activity, "A3"), Node(PlanLevel.Activity, "A4")));

        Assert.Equal(new Percentage(0.5m), PlanShares.Costed(tree));
        Assert.Null(PlanShares.Costed(Tree(Node(PlanLevel.Goal, "G1"))));
    }

    [Fact]
    public void The_governance_share_is_the_cost_of_oversight_management_and_legislation_counted_once()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1",
            (Node(PlanLevel.Outcome, "O1", Node(PlanLevel.Activity, "A1").Costing(20m)) with { Components = ["OVS"] }).Costing(20m),
            Node(PlanLevel.Activity, "A2").Costing(10m) with { HasLaw = true },
            Node(PlanLevel.Activity, "A3").Costing(70m) with { Components = ["DEF"] }).Costing(100m));

        Assert.Equal(new Percentage(0.3m), PlanShares.Of(tree).Single().Governance);
    }

    [Fact]
    public void A_parent_without_a_cost_of_its_own_costs_what_its_children_do()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1", Node(PlanLevel.Outcome, "O1", Node(PlanLevel.Activity, "A1").Costing(3m)), Node(PlanLevel.Outcome, "O2").Costing(4m)));

        Assert.Equal(new Money(7m, Usd), tree.FindCode("G1")!.Cost.Single());
    }

    [Fact]
    public void Steps_count_the_lowest_nodes_without_what_was_dropped()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1",
            Node(PlanLevel.Milestone, "M1") with { State = ProgressState.Completed },
            Node(PlanLevel.Milestone, "M2") with { Dates = (Today.AddDays(-9), Today.AddDays(-1)) },
            Node(PlanLevel.Milestone, "M3") with { State = ProgressState.Dropped },
            Node(PlanLevel.Milestone, "M4") with { State = ProgressState.Delayed },
            Node(PlanLevel.Milestone, "M5")));

        var steps = tree.FindCode("G1")!.Steps(Today);

        Assert.Equal(new StepCount(Done: 1, Late: 2, All: 4), steps);
        Assert.Equal(new Percentage(0.25m), steps.Share);
    }
}
