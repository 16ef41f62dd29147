using Cornerstone.Features.Plan;

namespace Cornerstone.Features.PlanViews;

/// <summary>Something of the plan that an institution owes, or helps with.</summary>
public sealed record Duty(PlanBranch Branch, bool IsOwner, DateOnly Today)
{
    public bool IsLate => Branch.IsLate(Today);

    public bool IsOpen => Branch.State is not (ProgressState.Completed or ProgressState.Dropped);

    /// <summary>Whole days past its end; null when it has none, or is not past it.</summary>
    public int? DaysLate => IsOpen && Branch.Node.EndsOn is { } end && end < Today ? Today.DayNumber - end.DayNumber : null;
}

/// <summary>What the plan asks of an institution, or of several that one person speaks for.</summary>
public sealed class InstitutionDuties
{
    /// <summary>How far ahead "due soon" looks: one quarter, the rhythm in which working groups review (domain handbook §4.1).</summary>
    public const int SoonDays = 92;

    private readonly DateOnly today;

    public InstitutionDuties(PlanTree tree, IReadOnlyCollection<Guid> institutions, DateOnly today)
    {
        this.today = today;
        All = [.. tree.InOrder
            .Where(b => IsOwner(b, institutions) || b.Node.ContributorIds.Exists(institutions.Contains))
            .Select(b => new Duty(b, IsOwner(b, institutions), today))];
    }

    public IReadOnlyList<Duty> All { get; }

    public IEnumerable<Duty> Owned => All.Where(d => d.IsOwner);

    public IEnumerable<Duty> Contributing => All.Where(d => !d.IsOwner);

    /// <summary>Latest first due first; what was reported late without a date comes after.</summary>
    public IEnumerable<Duty> Late => Owned.Where(d => d.IsLate).OrderBy(d => d.Branch.Node.EndsOn ?? DateOnly.MaxValue).ThenBy(d => d.Branch.Node.Code, StringComparer.Ordinal);

    public IEnumerable<Duty> DueSoon => Ahead.Where(d => d.Branch.Node.Level != PlanLevel.Milestone && d.Branch.Node.EndsOn <= today.AddDays(SoonDays));

    public IEnumerable<Duty> Milestones => Ahead.Where(d => d.Branch.Node.Level == PlanLevel.Milestone);

    private IEnumerable<Duty> Ahead => Owned.Where(d => d is { IsOpen: true, IsLate: false } && d.Branch.Node.EndsOn >= today)
        .OrderBy(d => d.Branch.Node.EndsOn).ThenBy(d => d.Branch.Node.Code, StringComparer.Ordinal);

    private static bool IsOwner(PlanBranch branch, IReadOnlyCollection<Guid> institutions) => branch.Node.OwnerId is { } owner && institutions.Contains(owner);
}

/// <summary>How late an institution is: how many of its steps, and by how much at worst.</summary>
public sealed record LateOwner(Guid? OwnerId, int Late, int? LongestDays)
{
    /// <summary>Who is late, worst first. Only the lowest nodes count: a goal is late because of them.</summary>
    public static IReadOnlyList<LateOwner> Of(IEnumerable<PlanBranch> branches, DateOnly today) =>
    [
        .. branches.Where(b => b.Children.Count == 0 && b.IsLate(today)).GroupBy(b => b.Node.OwnerId)
            .Select(g => new LateOwner(g.Key, g.Count(), g.Max(b => new Duty(b, true, today).DaysLate)))
            .OrderByDescending(l => l.Late).ThenByDescending(l => l.LongestDays ?? 0).ThenBy(l => l.OwnerId),
    ];
}
