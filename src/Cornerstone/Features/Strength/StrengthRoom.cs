using Cornerstone.Access;

namespace Cornerstone.Features.Strength;

/// <summary>How many serve in an institution, and how many may, over time, by sex, rank level and age band.</summary>
public sealed class StrengthRoom : IRoom
{
    /// <summary>Reports strength: the secretariat for all, a focal point for the institutions they speak for.</summary>
    public const string Report = "strength.report";

    /// <summary>Sees counts of fewer than ten people, which others see suppressed.</summary>
    public const string SmallCounts = "strength.small-counts";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Report, [Role.Secretariat, Role.FocalPoint]),
        new(SmallCounts, [Role.Secretariat, Role.Auditor]),
    ];

    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords => StrengthWords.History;
}
