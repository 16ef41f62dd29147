using Cornerstone.Features.Plan;
using Cornerstone.Features.PlanViews;
using Cornerstone.Tests.Features.Plan;
using static Cornerstone.Tests.Features.Plan.PlanSamples;

namespace Cornerstone.Tests.Features.PlanViews;

public sealed class InstitutionDutiesTests
{
    private static readonly Guid Other = new("00000000-0000-7000-8000-0000000000bb");

    [Fact]
    public void Duties_are_late_due_soon_or_milestones_ahead_and_never_two_of_them()
    {
        var duties = new InstitutionDuties(
            Tree(
                Owned("late", -1), Owned("today", 0), Owned("soon", InstitutionDuties.SoonDays), Owned("later", InstitutionDuties.SoonDays + 1),
                Owned("done", -5) with { State = ProgressState.Completed }, Owned("slow", 400) with { State = ProgressState.Delayed },
                Owned("stone", 10, PlanLevel.Milestone), Owned("foreign", -9) with { Owner = Other }),
            [Somebody], Today);

        Assert.Equal(["late", "slow"], Codes(duties.Late));
        Assert.Equal(["today", "soon"], Codes(duties.DueSoon));
        Assert.Equal(["stone"], Codes(duties.Milestones));
        Assert.Equal(7, duties.Owned.Count());
        Assert.Empty(duties.Contributing);
    }

    [Fact]
    public void Days_late_count_from_the_end_and_stop_when_it_is_done()
    {
        var duties = new InstitutionDuties(Tree(Owned("late", -12), Owned("done", -12) with { State = ProgressState.Completed }), [Somebody], Today);

        Assert.Equal([12, null], duties.All.Select(d => d.DaysLate));
    }

    [Fact]
    public void Who_is_late_counts_only_the_lowest_nodes()
    {
        var tree = Tree(
            Node(PlanLevel.Goal, "G", Owned("A1", -3), Owned("A2", -40), Owned("A3", -1) with { Owner = Other }) with { Owner = Somebody, Dates = (Today.AddYears(-1), Today.AddDays(-1)) });

        var late = LateOwner.Of(tree.All, Today);

        Assert.Equal([new LateOwner(Somebody, 2, 40), new LateOwner(Other, 1, 1)], late);
    }

    [Fact]
    public void Each_institution_has_one_line_and_those_most_behind_stand_first()
    {
        var goal = Node(PlanLevel.Goal, "G", Owned("A1", -3), Owned("A2", -40), Owned("A3", 10), Owned("B1", -1) with { Owner = Other }, Owned("B2", 300) with { Owner = Other });
        var tree = Tree(goal with { Owner = Other });

        var lines = DutyLine.Of(tree, Today);

        Assert.Equal([(Somebody, 3, 2, 40, 1), (Other, 3, 1, 1, 0)], lines.Select(l => (l.Institution, l.Owned, l.Late, l.LongestDays ?? 0, l.DueSoon)));
    }

    [Fact]
    public void Silence_about_progress_stays_unknown()
    {
        var tree = Tree(
            Node(PlanLevel.Output, "silent", Node(PlanLevel.Activity, "a")),
            Node(PlanLevel.Output, "begun", Node(PlanLevel.Activity, "b") with { State = ProgressState.Completed }, Node(PlanLevel.Activity, "c")),
            Node(PlanLevel.Output, "done", Node(PlanLevel.Activity, "d") with { State = ProgressState.Completed }, Node(PlanLevel.Activity, "e") with { State = ProgressState.Dropped }),
            Node(PlanLevel.Output, "idle", Node(PlanLevel.Activity, "f") with { State = ProgressState.NotStarted }));

        Assert.Equal([null, ProgressState.Ongoing, ProgressState.Completed, ProgressState.NotStarted], tree.Roots.Select(r => r.StateShown(Today)));
        Assert.Equal([0m, 0.5m, 1m, 0m], tree.Roots.Select(r => r.ProgressShown(Today)));
    }

    private static SampleNode Owned(string code, int days, PlanLevel level = PlanLevel.Activity) =>
        Node(level, code) with { Owner = Somebody, Dates = (Today.AddYears(-2), Today.AddDays(days)) };

    private static IEnumerable<string> Codes(IEnumerable<Duty> duties) => duties.Select(d => d.Branch.Node.Code);
}
