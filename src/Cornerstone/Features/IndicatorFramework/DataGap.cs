using Cornerstone.Features.Benchmarks;

namespace Cornerstone.Features.IndicatorFramework;

public enum GapKind
{
    NoBaseline,
    BaselineOverdue,
    NoTarget,
    NoValue,
    Stale,
    LowQuality,
    NotSplit,
    Fallen,
    NoObjective,
}

/// <summary>Something an indicator lacks to be of use.</summary>
public sealed record DataGap(IndicatorStanding Standing, GapKind Kind)
{
    public static IEnumerable<DataGap> Of(IndicatorStanding s, DateOnly today, IReadOnlySet<Guid> split) =>
        Kinds(s, today, split).Select(kind => new DataGap(s, kind));

    private static IEnumerable<GapKind> Kinds(IndicatorStanding s, DateOnly today, IReadOnlySet<Guid> split)
    {
        (bool Holds, GapKind Kind)[] gaps =
        [
            (!s.HasBaseline && !s.Definition.IsContextOnly && !(s.Indicator.BaselinePlannedFor < today), GapKind.NoBaseline),
            (!s.HasBaseline && s.Indicator.BaselinePlannedFor < today, GapKind.BaselineOverdue),
            (!s.HasTarget && s.Definition is { Direction: not Direction.Maintain, IsContextOnly: false }, GapKind.NoTarget),
            (s.Latest is null, GapKind.NoValue),
            (s.Standing.Why == GreyReason.Stale, GapKind.Stale),
            (s.Standing.Why == GreyReason.LowQuality, GapKind.LowQuality),
            (s.Latest is not null && s.Definition.Disaggregations.Count > 0 && !split.Contains(s.Indicator.Id), GapKind.NotSplit),
            (s.Standing.HasFallen, GapKind.Fallen),
            (s.Indicator.PlanLineages.Count == 0, GapKind.NoObjective),
        ];
        return gaps.Where(g => g.Holds).Select(g => g.Kind);
    }
}
