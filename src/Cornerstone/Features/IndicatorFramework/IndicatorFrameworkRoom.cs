using Cornerstone.Access;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;

namespace Cornerstone.Features.IndicatorFramework;

/// <summary>All indicators at a glance: lights by objective and component, gaps in the data, a map of regions.</summary>
public sealed class IndicatorFrameworkRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
    [
        new("Results dashboard", "/Features/IndicatorFramework/Dashboard", BenchmarksRoom.Read, Text.Later("Lights by objective and component, off track first")),
        new("Data gaps", "/Features/IndicatorFramework/Gaps", BenchmarksRoom.Read, Text.Later("Indicators without baseline, target, value or fresh data")),
    ];
}
