using Cornerstone.Access;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Reclassifications;
using Cornerstone.Ui.Search;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>Conditions by which the Council judges progress, and the judgements of both parties (S/RES/2553 (2020), para. 20 (e)).</summary>
public sealed class CouncilBenchmarksRoom : IRoom
{
    public const string Read = "council-benchmarks.read";

    /// <summary>Writes benchmarks, judges them, tells obstacles.</summary>
    public const string Judge = "council-benchmarks.judge";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),

        // A benchmark is agreed between mission and host, so both write; everybody else reads.
        new(Judge, [Role.Secretariat, Role.MissionOfficer]),
    ];

    public IEnumerable<MenuEntry> Menu =>
        [new("Council benchmarks", "/Features/CouncilBenchmarks/Index", Read, Text.Later("Conditions the Council judges progress by, for both parties"))];

    public IEnumerable<IWorkbook> Workbooks => [new CouncilBenchmarksWorkbook()];

    public IReadOnlyDictionary<string, string> HistoryWords => CouncilBenchmarkWords.History;

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ISearchSource, CouncilBenchmarksSearchSource>();
        services.AddScoped<IServing, BenchmarkServing>();
        services.AddSingleton(RecordPage.Of<CouncilBenchmark>(Text.Later("Council benchmark"), (b, language) => $"{b.Code} {b.Words.In(language)}", b => $"council-benchmarks/{b.Id}"));
        services.AddSingleton(new RefusalSentence("council.already-agreed", "Benchmark {0} has been agreed already."));
        services.AddSingleton(new RefusalSentence("council.agreement-missing", "Say on which day, and in which letter or minutes, the host country agreed to {0}."));
        services.AddSingleton(new RefusalSentence("council.agreement-in-future", "{0} lies in the future: an agreement is recorded once it is there."));
        services.AddSingleton(new RefusalSentence("council.not-to-judge", "{0} is judged once it is agreed with the host country, and until it is closed."));
        services.AddSingleton(new RefusalSentence("council.justification-missing", "Justify the judgement of {0}: each one says why."));
        services.AddSingleton(new RefusalSentence("council.judged-too-early", "{0} has not begun: a judgement is about what has happened."));
        services.AddSingleton(new RefusalSentence("council.nothing-to-reverse", "{0} cannot be reversed: this party never met it, not even in part, in an earlier period."));
        services.AddSingleton(new RefusalSentence("council.reason-for-correction", "This period was judged already: say why the judgement is corrected."));
        services.AddSingleton(new RefusalSentence("council.close-unassessed", "{0} closes after both parties have been judged at least once."));
        services.AddSingleton(new RefusalSentence("council.reason-to-close", "Say why {0} is closed."));
        services.AddSingleton(new RefusalSentence("council.not-closed", "{0} is not closed."));
        services.AddSingleton(new RefusalSentence("council.obstacle-gone", "This obstacle was overcome on {0} already."));
        services.AddSingleton(new RefusalSentence("council.obstacle-how", "Say on which day, and how, the obstacle was overcome."));
        services.AddSingleton(new RefusalSentence("council.obstacle-day", "The day lies between {0}, when the obstacle came up, and today."));
    }
}
