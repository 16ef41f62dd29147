using Cornerstone.Access;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Reclassifications;
using Cornerstone.Ui.Nodes;
using Cornerstone.Ui.Overview;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.Instruments;

/// <summary>The dialogues, reviews, strategies, plans and mechanisms of the reform, and whose they are.</summary>
public sealed class InstrumentsRoom : IRoom
{
    public const string Read = "instruments.read";
    public const string Edit = "instruments.edit";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Instruments", "/Features/Instruments/Index", Read, Text.Later("Dialogues, strategies, plans and mechanisms of the reform, from proposal to end"))];

    public IReadOnlyDictionary<string, string> HistoryWords => InstrumentsHistory.Words;

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOverviewPart, InstrumentsOverview>();
        services.AddScoped<ISearchSource, InstrumentsSearchSource>();
        services.AddScoped<INodePanel, InstrumentPanel>();
        services.AddScoped<IServing, InstrumentPanel>();
        services.AddSingleton(RecordPage.Of<Instrument>(Text.Later("Instrument"), (i, language) => $"{i.Code} {i.Title.In(language)}", i => $"instruments/{i.Id}"));
        services.AddSingleton(new RefusalSentence("instruments.no-such-step", "An instrument does not take this step from where it stands."));
        services.AddSingleton(new RefusalSentence("instruments.step-in-future", "This day has not come yet: only what has happened is recorded."));
        services.AddSingleton(new RefusalSentence("instruments.step-before-last", "The step before this one was on {0}; this one cannot be earlier."));
        services.AddSingleton(new RefusalSentence("instruments.reason-for-return", "Say why the instrument goes back."));
        services.AddSingleton(new RefusalSentence("instruments.regions-not-heard", "Regions without a recorded consultation: {0}. Record one for each, or say why it goes to validation all the same."));
        services.AddSingleton(new RefusalSentence("instruments.adopted-by-whom", "Say which authority adopted it."));
        services.AddSingleton(new RefusalSentence("instruments.adopted-after-step", "It cannot be adopted after the day on which it stood here."));
        services.AddSingleton(new RefusalSentence("instruments.in-force-unpublished", "An instrument is not in force before it is published or names a day of effect: give one of the two days."));
        services.AddSingleton(new RefusalSentence("instruments.in-force-too-early", "The instrument takes effect on {0}, not before."));
        services.AddSingleton(new RefusalSentence("instruments.reason-for-suspension", "Say why it is suspended."));
        services.AddSingleton(new RefusalSentence("instruments.replaced-by-what", "Choose the instrument that takes its place."));
        services.AddSingleton(new RefusalSentence("instruments.replaced-by-itself", "An instrument cannot take its own place, not even by way of others."));
        services.AddSingleton(new RefusalSentence("instruments.reason-for-lapse", "Its term is not over: say why it has lapsed."));
        services.AddSingleton(new RefusalSentence("instruments.first-step-stays", "The first step stays: an instrument is never without a state."));
        services.AddSingleton(new RefusalSentence("instruments.reason-for-correction", "Say why this step was a mistake."));
        services.AddSingleton(new RefusalSentence("instruments.more-youth-than-people", "Young people are counted among the women and men; there cannot be more of them."));
        services.AddSingleton(new RefusalSentence("instruments.above-clearance", "You may not give the level {0} here."));
        services.AddSingleton(new RefusalSentence("instruments.foreign-and-unheard", "Foreign experts drafted {0:0.#} per cent of it and nobody in the country was consulted."));
        services.AddSingleton(new RefusalSentence("instruments.adopted-regions-not-heard", "Adopted although regions were not consulted: {0}."));
        services.AddSingleton(new RefusalSentence("instruments.past-its-term", "Its term ended on {0} and it is still listed as in force."));
        services.AddSingleton(new RefusalSentence("instruments.no-gender-analysis", "Adopted without a gender analysis."));
        services.AddSingleton(new RefusalSentence("instruments.no-conflict-analysis", "Adopted without a conflict analysis."));
        services.AddSingleton(new RefusalSentence("instruments.not-costed", "Adopted without knowing what it costs."));
    }
}
