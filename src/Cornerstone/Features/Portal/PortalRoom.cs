using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Published;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.Portal;

/// <summary>The pages everybody reads without signing in. They have the published store and no other way to any data.</summary>
public sealed class PortalRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Tell;

    public IEnumerable<Permission> Permissions => [];

    // A country that published nothing has no such pages: the page of its publications leads there, and the first page of all.
    public IEnumerable<MenuEntry> Menu => [];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped(s => PublishedDb.Over(s.GetRequiredService<Database>()));
        services.AddScoped<IPublicPages, PublicCountries>();
    }
}
