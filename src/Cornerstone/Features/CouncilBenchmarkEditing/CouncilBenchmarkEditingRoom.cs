using Cornerstone.Access;

namespace Cornerstone.Features.CouncilBenchmarkEditing;

/// <summary>Where mission and host write what a benchmark of the Council asks, and what it is measured by.</summary>
public sealed class CouncilBenchmarkEditingRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];
}
