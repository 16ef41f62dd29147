using Cornerstone.Access;
using Cornerstone.Features.Delineation;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Reclassifications;
using Cornerstone.Ui.Nodes;
using Cornerstone.Ui.Overview;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.Legislation;

/// <summary>The laws of the sector: which are wanted, on their way, in force, and what they still lack.</summary>
public sealed class LegislationRoom : IRoom
{
    public const string Read = "legislation.read";
    public const string Edit = "legislation.edit";

    /// <summary>To tell of the laws one's own institution answers for; those who edit all may this too.</summary>
    public const string Contribute = "legislation.contribute";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat, Role.ParliamentCommittee]),
        new(Contribute, [Role.Secretariat, Role.ParliamentCommittee, Role.FocalPoint]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Laws", "/Features/Legislation/Index", Read, Text.Later("Which laws are wanted, on their way and in force, and what they still lack"))];

    public IReadOnlyDictionary<string, string> HistoryWords => LegislationHistory.Words;

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOverviewPart, LegislationOverview>();
        services.AddScoped<ISearchSource, LegislationSearchSource>();
        services.AddScoped<ILawsInForce, LawsInForce>();
        services.AddScoped<INodePanel, LawPanel>();
        services.AddScoped<IServing, LawPanel>();
        services.AddSingleton(RecordPage.Of<Law>(Text.Later("Law"), (l, language) => $"{l.Code} {l.Title.In(language)}", l => $"laws/{l.Id}"));
        services.AddSingleton(new RefusalSentence("legislation.no-such-step", "A law does not take this step from where it stands."));
        services.AddSingleton(new RefusalSentence("legislation.step-in-future", "This day has not come yet: only what has happened is recorded."));
        services.AddSingleton(new RefusalSentence("legislation.step-before-last", "The step before this one was on {0}; this one cannot be earlier."));
        services.AddSingleton(new RefusalSentence("legislation.reason-for-return", "Say why the law goes back."));
        services.AddSingleton(new RefusalSentence("legislation.passed-by-whom", "Say which body passed it."));
        services.AddSingleton(new RefusalSentence("legislation.promulgated-without-number", "A promulgated law has a number or a place in the gazette: give one of them."));
        services.AddSingleton(new RefusalSentence("legislation.in-force-unpublished", "A law is not in force before it is published or names a day of effect: give one of the two days."));
        services.AddSingleton(new RefusalSentence("legislation.in-force-too-early", "The law takes effect on {0}, not before."));
        services.AddSingleton(new RefusalSentence("legislation.by-which-law", "Name the law that did it, or say how it came about."));
        services.AddSingleton(new RefusalSentence("legislation.by-itself", "A law does not amend or repeal itself: choose another law."));
        services.AddSingleton(new RefusalSentence("legislation.first-step-stays", "The first step stays: a law is never without a state."));
        services.AddSingleton(new RefusalSentence("legislation.reason-for-correction", "Say why this step was a mistake."));
        services.AddSingleton(new RefusalSentence("legislation.above-clearance", "You may not give the level {0} here."));
    }
}
