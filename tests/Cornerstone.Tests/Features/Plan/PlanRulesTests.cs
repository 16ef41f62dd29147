using Cornerstone.Features.Plan;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.Plan.PlanSamples;

namespace Cornerstone.Tests.Features.Plan;

public sealed class PlanRulesTests
{
    private static readonly (DateOnly, DateOnly) Whole = (new(2025, 1, 1), new(2027, 12, 31));

    [Fact]
    public void A_sound_plan_has_no_finding()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1",
            Node(PlanLevel.Outcome, "O1", Sound("A1") with { Components = ["OVS"] }) with { Measures = [Measure(true)] }));

        Assert.Empty(Check(tree));
    }

    [Fact]
    public void V1_An_outcome_needs_an_indicator_with_baseline_target_and_source()
    {
        var tree = Tree(Governed(
            Node(PlanLevel.Outcome, "O1", Sound("A1")),
            Node(PlanLevel.Outcome, "O2", Sound("A2")) with { Measures = [Measure(false)] },
            Node(PlanLevel.Outcome, "O3", Sound("A3")) with { Measures = [Measure(false), Measure(true)] }));

        Assert.Equal(["O1: plan.v1-no-indicator", "O2: plan.v1-incomplete"], tree.Codes(Check(tree)));
    }

    [Fact]
    public void V2_An_activity_needs_an_owner_dates_within_its_parents_dates_and_a_cost()
    {
        var early = Sound("A2") with { Dates = (new(2024, 12, 31), new(2025, 6, 1)) };
        var goal = Governed(Node(PlanLevel.Activity, "A1"), early, Sound("A3"));
        var tree = Tree(goal with { Dates = Whole });

        Assert.Equal(
            ["A1: plan.v2-no-owner", "A1: plan.v2-no-dates", "A1: plan.v2-cost-unknown", "A2: plan.v2-outside-parent"],
            tree.Codes(Check(tree)));
    }

    [Theory]
    [InlineData(1000, 1005, true)]
    [InlineData(1000, 1005.01, false)]
    [InlineData(1000, 995, true)]
    [InlineData(100, 101, true)]
    [InlineData(100, 101.01, false)]
    [InlineData(0, 1, true)]
    public void V3_Children_add_up_within_half_a_per_cent_or_one_unit(decimal parent, decimal children, bool isRight) =>
        Assert.Equal(isRight, PlanRules.AddUp(parent, children));

    [Fact]
    public void V3_Children_that_cost_more_or_less_than_their_parent_are_named()
    {
        var tree = Tree(Governed(Sound("A1", 60m), Sound("A2", 70m)).Costing(200m));

        Assert.Equal(["G1: plan.v3-does-not-add-up"], tree.Codes(Check(tree)));
    }

    [Fact]
    public void V3_While_a_childs_cost_is_unknown_a_short_sum_is_no_fault_but_a_larger_one_is()
    {
        var isShort = Tree(Governed(Sound("A1", 20m), Node(PlanLevel.Output, "P2") with { Owner = Somebody }).Costing(200m));
        var isLarge = Tree(Governed(Sound("A1", 300m), Node(PlanLevel.Output, "P2") with { Owner = Somebody }).Costing(200m));

        Assert.Empty(Check(isShort));
        Assert.Equal(["G1: plan.v3-does-not-add-up"], isLarge.Codes(Check(isLarge)));
    }

    [Fact]
    public void V3_A_milestone_without_a_cost_is_not_a_missing_amount()
    {
        var tree = Tree(Governed(Sound("A1") with { Children = [Node(PlanLevel.Milestone, "M1"), Node(PlanLevel.Milestone, "M2").Costing(4m)] }));

        Assert.Equal(["A1: plan.v3-does-not-add-up"], tree.Codes(Check(tree)));
    }

    [Fact]
    public void V4_A_node_that_reaches_no_goal_is_named_and_a_country_without_goals_has_its_own_first_level()
    {
        var tree = Tree(Governed(Sound("A1")), Sound("A2"));
        var ownLevels = new LevelNames(new Dictionary<PlanLevel, Wording> { [PlanLevel.Outcome] = Wording.Of("fr", "Axe"), [PlanLevel.Activity] = Wording.Of("fr", "Mesure") });
        var own = Tree(Node(PlanLevel.Outcome, "Axe 1", Sound("M1") with { Components = ["MGT"] }) with { Measures = [Measure(true)] });

        Assert.Equal(["A2: plan.v4-no-goal"], tree.Codes(Check(tree)));
        Assert.Empty(new PlanRules(own, ownLevels, CodesBefore.None).Check());
    }

    [Fact]
    public void V5_An_objective_with_no_indicator_no_budget_and_no_owner_is_a_paper_objective()
    {
        var tree = Tree(Governed(Sound("A1")), Node(PlanLevel.Goal, "G2", Node(PlanLevel.Output, "P1")), Node(PlanLevel.Goal, "G3") with { Owner = Somebody });

        var findings = Check(tree);

        Assert.Equal(["G2: plan.v5-paper-objective", "P1: plan.v5-paper-objective"], tree.Codes(findings));
        Assert.All(findings, f => Assert.True(f.IsPaperObjective));
    }

    [Fact]
    public void V6_A_plan_of_equipment_and_training_alone_lacks_governance()
    {
        var tree = Tree(Node(PlanLevel.Goal, "G1", Sound("A1") with { Components = ["DEF"] }));

        Assert.Equal(["plan.v6-no-governance"], tree.Codes(Check(tree)));
        Assert.Empty(Check(Tree()));
    }

    [Fact]
    public void V7_A_code_that_meant_another_node_before_needs_a_mapping()
    {
        var earlier = Guid.CreateVersion7();
        var tree = Tree(Governed(Sound("A1")));
        var codes = new Dictionary<string, Guid> { ["A1"] = earlier };

        var silent = new PlanRules(tree, AllLevels, new CodesBefore(codes, new HashSet<Guid>())).Check();
        var mapped = new PlanRules(tree, AllLevels, new CodesBefore(codes, new HashSet<Guid> { earlier })).Check();

        Assert.Equal(["A1: plan.v7-code-reused"], tree.Codes(silent));
        Assert.Empty(mapped);
    }

    private static IReadOnlyList<PlanFinding> Check(PlanTree tree) => new PlanRules(tree, AllLevels, CodesBefore.None).Check();

    private static SampleNode Governed(params IReadOnlyList<SampleNode> children) => Node(PlanLevel.Goal, "G1", children) with { Components = ["MGT"] };

    private static SampleNode Sound(string code, decimal cost = 10m) =>
        Node(PlanLevel.Activity, code).Costing(cost) with { Owner = Somebody, Dates = (new(2025, 2, 1), new(2026, 1, 31)) };
}
