using Cornerstone.Access;

namespace Cornerstone.Features.SupportFiles;

/// <summary>Sending a published file in, looking at what it would do, and the files that were read.</summary>
public sealed class SupportFilesRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public void AddServices(IServiceCollection services) => services.AddScoped<SendSupport>();
}
