using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Reclassifications;
using Cornerstone.Ui.Overview;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.Institutions;

/// <summary>The institutions of the sector, what was true of them when, and who oversees whom.</summary>
public sealed class InstitutionsRoom : IRoom
{
    public const string Read = "institutions.read";
    public const string Edit = "institutions.edit";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Institutions", "/Features/Institutions/Index", Read, Text.Later("Who makes up the sector, who stands under whom, who watches whom, and how many serve"))];

    public IReadOnlyDictionary<string, string> HistoryWords => InstitutionHistory.Words;

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOverviewPart, InstitutionsOverview>();
        services.AddScoped<ISearchSource, InstitutionsSearchSource>();
        services.AddSingleton(RecordPage.Of<Institution>(Text.Later("Institution"), (i, _) => i.Code, i => $"institutions/{i.Id}"));
        services.AddSingleton(new RefusalSentence("institutions.component-code", "Use two to eight capital letters."));
        services.AddSingleton(new RefusalSentence("institutions.component-of-the-list", "{0} is a code of the closed list already."));
        services.AddSingleton(new RefusalSentence("institutions.defence-and-oversight", "An institution cannot be both {0} and {1}: who bears arms does not oversee itself."));
        services.AddSingleton(new RefusalSentence("institutions.own-parent", "An institution cannot stand under itself."));
        services.AddSingleton(new RefusalSentence("institutions.parent-circle", "These institutions would stand under each other in a circle: {0}."));
        services.AddSingleton(new RefusalSentence("institutions.oversees-itself", "An institution cannot be its own oversight body."));
        services.AddSingleton(new RefusalSentence("institutions.ends-before-it-began", "{0} cannot end before it began ({1})."));
        services.AddSingleton(new RefusalSentence("institutions.already-ended", "{0} ended on {1} already."));
    }
}
