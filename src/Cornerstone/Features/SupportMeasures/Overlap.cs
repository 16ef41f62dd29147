namespace Cornerstone.Features.SupportMeasures;

/// <summary>One activity at work somewhere: for which objective, in which region and quarter, led by whom, doing what for whom.</summary>
/// <param name="Region">Null for the whole country.</param>
/// <param name="Output">Kind of output, such as "Training"; null where nobody said.</param>
/// <param name="TargetGroup">Whom it is for; null where nobody said.</param>
public sealed record PlacedActivity(Guid Activity, Guid Objective, string? Region, int Year, int Quarter, Guid? Lead, string? Output = null, string? TargetGroup = null);

/// <summary>Several at work on the same thing in the same place and time. Not a fault: a place to talk to each other.</summary>
/// <param name="IsSameOutput">Two activities do the same for the same group; otherwise it is the number of lead partners.</param>
public sealed record Overlap(Guid Objective, string? Region, int Year, int Quarter, IReadOnlyList<Guid> Leads, IReadOnlyList<Guid> Activities, bool IsSameOutput)
{
    public const int ManyLeads = 3;

    /// <summary>Cells of objective, region and quarter with three lead partners or more, or two activities with the same output and target group (domain handbook §5.8).</summary>
    public static IReadOnlyList<Overlap> In(IEnumerable<PlacedActivity> activities, int manyLeads = ManyLeads) =>
    [
        .. activities.GroupBy(a => (a.Objective, a.Region, a.Year, a.Quarter))
            .Select(cell => Of(cell.Key.Objective, cell.Key.Region, cell.Key.Year, cell.Key.Quarter, [.. cell], manyLeads))
            .OfType<Overlap>()
            .OrderBy(o => o.Objective).ThenBy(o => o.Region, StringComparer.Ordinal).ThenBy(o => o.Year).ThenBy(o => o.Quarter),
    ];

    private static Overlap? Of(Guid objective, string? region, int year, int quarter, List<PlacedActivity> cell, int manyLeads)
    {
        IReadOnlyList<Guid> leads = [.. cell.Select(a => a.Lead).OfType<Guid>().Distinct().Order()];
        IReadOnlyList<Guid> activities = [.. cell.Select(a => a.Activity).Distinct().Order()];
        var isSame = cell.Where(a => a.Output is not null && a.TargetGroup is not null)
            .GroupBy(a => (a.Output, a.TargetGroup)).Any(g => g.Select(a => a.Activity).Distinct().Skip(1).Any());
        return leads.Count >= manyLeads || isSame ? new(objective, region, year, quarter, leads, activities, isSame) : null;
    }
}
