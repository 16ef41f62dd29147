using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.Partners;

/// <summary>The register of organisations that give, pass on, receive or carry out support.</summary>
public sealed class PartnersRoom : IRoom
{
    public const string Read = "partners.read";
    public const string Edit = "partners.edit";

    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat]),
    ];

    public IEnumerable<MenuEntry> Menu => [];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("partners.already-merged", "{0} is merged into another entry already."));
        services.AddSingleton(new RefusalSentence("partners.merge-target", "Choose another entry than {0}: it must stand for itself."));
        services.AddSingleton(new RefusalSentence("partners.not-merged", "{0} stands for itself."));
    }
}
