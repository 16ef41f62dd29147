using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportImport;

/// <summary>Published files into the register of support, and what was found in them.</summary>
public sealed class SupportImportRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ImportIati>();
        services.AddSingleton(new RefusalSentence("support.broken", "The record is broken and could not be read."));
        services.AddSingleton(new RefusalSentence("support.no-identifier", "The activity has no identifier: it could not be found again in the next file."));
        services.AddSingleton(new RefusalSentence("support.identifier-too-long", "The identifier of the activity is too long."));
    }
}
