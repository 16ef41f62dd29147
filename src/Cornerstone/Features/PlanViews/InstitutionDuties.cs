using Cornerstone.Features.Plan;
using Cornerstone.Values;

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
        All = [.. tree.All
            .Where(b => IsOwner(b, institutions) || b.Node.ContributorIds.Any(institutions.Contains))
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

/// <summary>What the plan asks of one institution, in a line: what it owns, helps with, has late and has due soon, and what its steps cost.</summary>
public sealed record DutyLine(Guid Institution, int Owned, int Contributing, int Late, int? LongestDays, int DueSoon, IReadOnlyList<Money> Cost)
{
    /// <summary>Every institution the plan names, those most behind first. Only the lowest nodes count as late, and their cost once.</summary>
    public static IReadOnlyList<DutyLine> Of(PlanTree tree, DateOnly today)
    {
        var late = LateOwner.Of(tree.All, today).Where(l => l.OwnerId is not null).ToDictionary(l => l.OwnerId!.Value);
        return
        [
            .. tree.All.Select(b => b.Node.OwnerId).OfType<Guid>().Concat(tree.All.SelectMany(b => b.Node.ContributorIds)).Distinct()
                .Select(id => (Id: id, Duties: new InstitutionDuties(tree, [id], today)))
                .Select(d => new DutyLine(
                    d.Id, d.Duties.Owned.Count(), d.Duties.Contributing.Count(), late.GetValueOrDefault(d.Id)?.Late ?? 0, late.GetValueOrDefault(d.Id)?.LongestDays, d.Duties.DueSoon.Count(),
                    Money.SumByCurrency(d.Duties.Owned.Where(o => o.Branch.Declared.Count > 0 && o.Branch.CostCarriers().Contains(o.Branch)).SelectMany(o => o.Branch.Declared))))
                .OrderByDescending(l => l.Late).ThenByDescending(l => l.LongestDays ?? 0).ThenByDescending(l => l.Owned).ThenBy(l => l.Institution),
        ];
    }
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
