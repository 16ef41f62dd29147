using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Reclassifications;
using Cornerstone.Ui.Overview;
using Cornerstone.Ui.Search;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.OversightActivities;

/// <summary>Hearings, inspections, audits and complaints, and what became of their recommendations.</summary>
public sealed class OversightActivitiesRoom : IRoom
{
    public const string Read = "oversight.read";
    public const string Edit = "oversight.edit";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat, Role.ParliamentCommittee]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Oversight activities", "/Features/OversightActivities/Index", Read, Text.Later("Hearings, inspections, audits and complaints, and what became of their recommendations"))];

    public IReadOnlyDictionary<string, string> HistoryWords => OversightHistory.Words;

    public IEnumerable<IWorkbook> Workbooks => [new OversightWorkbook()];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOverviewPart, OversightOverview>();
        services.AddScoped<ISearchSource, OversightSearchSource>();
        services.AddSingleton(RecordPage.Of<OversightActivity>(Text.Later("Oversight activity"), (a, language) => $"{a.Code} {a.Title.In(language)}", a => $"oversight/{a.Id}"));
        services.AddSingleton(new RefusalSentence("oversight.closed-is-not-public", "What was said behind closed doors is not public: choose a stricter level."));
        services.AddSingleton(new RefusalSentence("oversight.findings-before-the-day", "This day has not come yet: there is nothing to find."));
        services.AddSingleton(new RefusalSentence("oversight.only-complaints-are-resolved", "Only a complaint has a day of resolution."));
        services.AddSingleton(new RefusalSentence("oversight.resolved-before-received", "The complaint was received on {0}; it cannot be resolved earlier."));
        services.AddSingleton(new RefusalSentence("oversight.in-future", "This day has not come yet: only what has happened is recorded."));
        services.AddSingleton(new RefusalSentence("oversight.oversees-itself", "No institution oversees itself: choose another overseer."));
        services.AddSingleton(new RefusalSentence("oversight.already-so", "It stands there already."));
        services.AddSingleton(new RefusalSentence("oversight.say-why", "Say why."));
        services.AddSingleton(new RefusalSentence("oversight.say-what-shows-it", "Say what shows that it was implemented."));
        services.AddSingleton(new RefusalSentence("oversight.above-clearance", "You may not give the level {0} here."));
    }
}
