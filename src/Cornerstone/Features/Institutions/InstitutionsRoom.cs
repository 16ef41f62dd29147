using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Cornerstone.Ui.Search;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.Institutions;

/// <summary>The institutions of the sector, what was true of them when, who oversees whom, and how many serve.</summary>
public sealed class InstitutionsRoom : IRoom
{
    public const string Read = "institutions.read";
    public const string Edit = "institutions.edit";

    /// <summary>Reports strength: the secretariat for all, a focal point for the institutions they speak for.</summary>
    public const string Report = "institutions.report";

    /// <summary>Sees counts of fewer than ten people, which others see suppressed.</summary>
    public const string SmallCounts = "institutions.small-counts";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat]),
        new(Report, [Role.Secretariat, Role.FocalPoint]),
        new(SmallCounts, [Role.Secretariat, Role.Auditor]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Institutions", "/Features/Institutions/Index", Read, Text.Later("Who makes up the sector, who stands under whom, who watches whom, and how many serve"))];

    public IReadOnlyDictionary<string, string> HistoryWords => InstitutionHistory.Words;

    public IEnumerable<IWorkbook> Workbooks => [new InstitutionsWorkbook()];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOverviewPart, InstitutionsOverview>();
        services.AddScoped<ISearchSource, InstitutionsSearchSource>();
        services.AddSingleton(new RefusalSentence("institutions.succession-needs-both", "Say who was there before and who is there afterwards."));
        services.AddSingleton(new RefusalSentence("institutions.one-successor", "Only a split has several successors."));
        services.AddSingleton(new RefusalSentence("institutions.one-predecessor", "A split has one predecessor."));
        services.AddSingleton(new RefusalSentence("institutions.nobody-ends", "Nobody would end: tick at least one predecessor that does not go on."));
        services.AddSingleton(new RefusalSentence("institutions.defence-and-oversight", "An institution cannot be both {0} and {1}: who bears arms does not oversee itself."));
        services.AddSingleton(new RefusalSentence("institutions.own-parent", "An institution cannot stand under itself."));
        services.AddSingleton(new RefusalSentence("institutions.parent-circle", "These institutions would stand under each other in a circle: {0}."));
        services.AddSingleton(new RefusalSentence("institutions.oversees-itself", "An institution cannot be its own oversight body."));
        services.AddSingleton(new RefusalSentence("institutions.ends-before-it-began", "{0} cannot end before it began ({1})."));
        services.AddSingleton(new RefusalSentence("institutions.already-ended", "{0} ended on {1} already."));
        services.AddSingleton(new RefusalSentence("institutions.before-last-profile", "The new facts must begin after {0}, the day the present ones began. To correct the present ones, choose a correction."));
    }
}
