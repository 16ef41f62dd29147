using Cornerstone.Features.Plan;
using Cornerstone.Features.PlanViews;
using static Cornerstone.Tests.Features.Plan.PlanSamples;

namespace Cornerstone.Tests.Features.PlanViews;

public sealed class PlanYearsTests
{
    [Fact]
    public void Years_of_a_goal_are_its_own_or_what_its_steps_add_up_to()
    {
        var tree = Tree(Node(PlanLevel.Vision, "V",
            Node(PlanLevel.Goal, "G1", Node(PlanLevel.Activity, "A1").Costing(30), Node(PlanLevel.Activity, "A2").Costing(12)),
            Node(PlanLevel.Goal, "G2").Costing(8)));

        var years = Assert.Single(PlanYears.Of(tree, Costs(tree, ("A1", 2026, 10), ("A1", 2027, 20), ("A2", 2026, 12), ("G2", 2028, 8))));

        Assert.Equal([2026, 2027, 2028], years.Years);
        Assert.Equal([22m, 20m, null], years.Years.Select(years.Rows[0].In));
        Assert.Equal(50m, years.Total.Total);
        Assert.Equal(tree.Figures.Single().Cost, years.Total.Total);
        Assert.Equal(0m, years.Elsewhere);
    }

    [Fact]
    public void What_the_vision_costs_beyond_its_goals_stands_in_a_row_of_its_own()
    {
        var tree = Tree(Node(PlanLevel.Vision, "V", Node(PlanLevel.Goal, "G1").Costing(30)).Costing(100));

        var years = Assert.Single(PlanYears.Of(tree, Costs(tree, ("V", 2026, 100), ("G1", 2026, 30))));

        Assert.Equal(70m, years.ElsewhereIn(2026));
        Assert.Equal(70m, years.Elsewhere);
    }

    [Fact]
    public void A_chapter_holds_the_steps_under_its_objective_and_every_node_is_in_one_place()
    {
        var tree = Tree(
            Node(PlanLevel.Goal, "G1", Node(PlanLevel.Output, "O1", Node(PlanLevel.Activity, "A1", Node(PlanLevel.Milestone, "M1"))), Node(PlanLevel.Activity, "A2")),
            Node(PlanLevel.Activity, "A3"));

        var chapters = PlanChapter.Of(tree.Roots);

        Assert.Equal(["G1: A2", "O1: A1 M1", ": A3"], chapters.Select(c => $"{c.Objective?.Node.Code}: {string.Join(' ', c.Steps.Select(s => s.Node.Code))}"));
        Assert.Equal([2, 3, 2], chapters.Select(c => c.Heading));
    }

    private static ILookup<Guid, YearCost> Costs(PlanTree tree, params (string Code, int Year, decimal Amount)[] costs) =>
        costs.ToLookup(c => tree.FindCode(c.Code)!.Node.Id, c => new YearCost(c.Year, new(c.Amount, Usd)));
}
