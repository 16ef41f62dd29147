using Cornerstone.Access;

namespace Cornerstone.Features.Components;

/// <summary>The components of the sector: the closed list, and what the country adds to it, "as determined by each Member State" (S/RES/2553 (2020), preambular para. 21).</summary>
public sealed class ComponentsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];
}
