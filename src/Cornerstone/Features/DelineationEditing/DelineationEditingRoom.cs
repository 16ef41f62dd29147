using Cornerstone.Access;

namespace Cornerstone.Features.DelineationEditing;

/// <summary>What people do to the delineation of roles: give a role, change or end it, choose the functions that count here.</summary>
public sealed class DelineationEditingRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];
}
