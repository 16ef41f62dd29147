using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.Benchmarks;

/// <summary>Indicators, their definition cards, series, targets and lights.</summary>
public sealed class BenchmarksRoom : IRoom
{
    public const string Read = "benchmarks.read";

    /// <summary>Seeing values before they are published.</summary>
    public const string Working = "benchmarks.working";

    /// <summary>Definition cards, targets, thresholds.</summary>
    public const string Edit = "benchmarks.edit";

    /// <summary>Bringing series in by the thousand.</summary>
    public const string Import = "benchmarks.import";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Working, [Role.Secretariat, Role.FocalPoint, Role.FinanceAnalyst, Role.MissionOfficer, Role.Auditor]),
        new(Edit, [Role.Secretariat]),
        new(Import, [Role.Secretariat, Role.FocalPoint]),
    ];

    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords => BenchmarksHistory.Words;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("benchmarks.wrong-state", "{0} does not allow this step as it stands."));
        services.AddSingleton(new RefusalSentence("benchmarks.baseline-missing", "{0} has no baseline yet."));
        services.AddSingleton(new RefusalSentence("benchmarks.no-baseline-nor-plan", "{0} needs a baseline, or a day to come by which there will be one."));
        services.AddSingleton(new RefusalSentence("benchmarks.reason-for-retiring", "Say why {0} is retired."));
        services.AddSingleton(new RefusalSentence("benchmarks.own-successor", "{0} cannot succeed itself."));
        services.AddSingleton(new RefusalSentence("benchmarks.value-state", "The value of {0} does not allow this step as it stands."));
        services.AddSingleton(new RefusalSentence("benchmarks.own-value", "You entered or submitted the value of {0}: another person judges it."));
        services.AddSingleton(new RefusalSentence("benchmarks.no-evidence", "The value of {0} has neither evidence nor a reason why there is none."));
        services.AddSingleton(new RefusalSentence("benchmarks.reason-for-return", "Say why the value of {0} goes back."));
        services.AddSingleton(new RefusalSentence("benchmarks.quality-too-low", "The quality of the value of {0} is {1}; publication needs {2}."));
        services.AddSingleton(new RefusalSentence("benchmarks.correction-overtaken", "The value of {0} was corrected by somebody else meanwhile."));
        services.AddSingleton(new RefusalSentence("benchmarks.reason-for-retracting", "Say why the value of {0} is retracted."));
    }
}
