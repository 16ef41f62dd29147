using Cornerstone.Access;

namespace Cornerstone.Features.PublicSupport;

/// <summary>Published support as everybody reads it, and takes it as open data.</summary>
public sealed class PublicSupportRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Tell;

    public IEnumerable<Permission> Permissions => [];

    // The public pages have a menu of their own.
    public IEnumerable<MenuEntry> Menu => [];

    public void AddServices(IServiceCollection services) => services.AddSingleton<PublicLedgerMemory>();
}
