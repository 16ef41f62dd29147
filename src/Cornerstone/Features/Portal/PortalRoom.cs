using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.Portal;

/// <summary>The pages everybody reads without signing in. They have the published store and no other way to any data.</summary>
public sealed class PortalRoom : IRoom
{
    /// <summary>Being shown the way there from inside; the pages themselves need nothing.</summary>
    public const string Read = "portal.read";

    public MenuGroup Group => MenuGroup.Tell;

    public IEnumerable<Permission> Permissions => [new(Read, [.. Enum.GetValues<Role>()])];

    public IEnumerable<MenuEntry> Menu => [new("Public pages", "/Features/Portal/Door", Read, Text.Later("What everybody reads, without signing in"))];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped(s => PublishedDb.Over(s.GetRequiredService<Database>()));
        services.AddScoped<IPublicPages, PublicCountries>();
    }
}
