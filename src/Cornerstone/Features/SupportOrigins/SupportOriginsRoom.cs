using Cornerstone.Access;

namespace Cornerstone.Features.SupportOrigins;

/// <summary>Where each field of an activity comes from, and what its source says besides.</summary>
public sealed class SupportOriginsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];
}
