using Cornerstone.Features.Plan;

namespace Cornerstone.Features.PlanViews;

/// <summary>Which nodes the view over time shows; all of it stands in the address.</summary>
public sealed record GanttFilter(Guid? Owner, string? Component, PlanLevel? Deepest, bool Late)
{
    /// <summary>Rows are taken out of the middle of the tree: then they stand side by side, with no indentation to mislead.</summary>
    public bool IsNarrow => Owner is not null || Component is not null || Late;

    public bool Admits(PlanBranch branch, DateOnly today) =>
        (Owner is null || branch.Node.OwnerId == Owner)
        && (Component is null || branch.Serves(Component))
        && (Deepest is null || branch.Node.Level <= Deepest)
        && (!Late || branch.IsLate(today));
}

/// <summary>What a branch says to the views.</summary>
public static class BranchViews
{
    /// <summary>
    /// What was reported; of a branch of which nothing was, what its steps say. Silence stays unknown: it is not "not started".
    /// </summary>
    public static ProgressState? StateShown(this PlanBranch branch, DateOnly today)
    {
        if (branch.IsLate(today)) return ProgressState.Delayed;
        if (branch.State is not null || branch.Children.Count == 0) return branch.State;

        var below = branch.SelfAndBelow().Where(b => b.Children.Count == 0 && b.State != ProgressState.Dropped).Select(b => b.State).ToList();
        return below.Count > 0 && below.All(s => s == ProgressState.Completed) ? ProgressState.Completed
            : below.Any(s => s is ProgressState.Ongoing or ProgressState.Delayed or ProgressState.Completed) ? ProgressState.Ongoing
            : below.Count > 0 && below.All(s => s == ProgressState.NotStarted) ? ProgressState.NotStarted
            : null;
    }

    /// <summary>The share of its steps that are done; of a single step only the two ends are known.</summary>
    public static decimal? ProgressShown(this PlanBranch branch, DateOnly today) => branch.Children.Count > 0
        ? branch.Steps(today).Share?.Share
        : branch.State switch { ProgressState.Completed => 1m, ProgressState.NotStarted => 0m, _ => null };
}
