using Cornerstone.Access;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Reclassifications;

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
        services.AddScoped<IPlanMeasures, PlanMeasures>();
        services.AddSingleton(RecordPage.Of<Indicator>(Text.Later("Indicator"), (i, _) => i.Code, i => $"indicators/{i.Id}"));
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
        services.AddSingleton(new RefusalSentence("benchmarks.unit-fixed", "The series has values in this unit: begin a new indicator for another unit and name it as successor."));
        services.AddSingleton(new RefusalSentence("benchmarks.card-field", "A definition card needs this field."));
        services.AddSingleton(new RefusalSentence("benchmarks.levels-described", "Say what each level means, two at least."));
        services.AddSingleton(new RefusalSentence("benchmarks.band", "A band needs its least and its most, in this order."));
        services.AddSingleton(new RefusalSentence("benchmarks.currency", "Write the currency as three letters, such as USD."));
        services.AddSingleton(new RefusalSentence("benchmarks.cumulative-falls", "What is counted since a fixed day cannot be meant to decrease."));
        services.AddSingleton(new RefusalSentence("benchmarks.wrong-side", "With this direction the target lies on the other side of the baseline {0} (rule I6)."));
        services.AddSingleton(new RefusalSentence("benchmarks.above-clearance", "You may not give the level {0} here."));
        services.AddSingleton(new RefusalSentence("benchmarks.threshold-range", "Write a number from {0} to {1}."));
        services.AddSingleton(new RefusalSentence("benchmarks.threshold-share", "Write a percentage from {0} to {1}."));
        services.AddSingleton(new RefusalSentence("benchmarks.threshold-order", "Amber begins below green, which begins at {0}."));
        AddTargetSentences(services);
        AddRollUpSentences(services);
    }

    private static void AddTargetSentences(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("benchmarks.context-no-target", "This indicator is context only: it has no milestone and no target."));
        services.AddSingleton(new RefusalSentence("benchmarks.context-stays", "What is context only stays so: propose another indicator to aim at."));
        services.AddSingleton(new RefusalSentence("benchmarks.context-has-targets", "It has milestones or targets: withdraw them first."));
        services.AddSingleton(new RefusalSentence("benchmarks.context-band", "A wanted range is a target: what is context only has none."));
        services.AddSingleton(new RefusalSentence("benchmarks.target-percentage", "A percentage lies between 0 and 100 (rule I2)."));
        services.AddSingleton(new RefusalSentence("benchmarks.target-before-baseline", "A target lies after the baseline, {0:d MMMM yyyy}."));
        services.AddSingleton(new RefusalSentence("benchmarks.baseline-beyond-target", "With this direction the baseline lies on the other side of the target {0} (rule I6)."));
        services.AddSingleton(new RefusalSentence("benchmarks.target-reason", "Say why it is withdrawn."));
    }

    private static void AddRollUpSentences(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-none", "The card says that these values are never combined."));
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-ratio", "Percentages and ratios do not add up: they are computed anew from numerators and denominators."));
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-not-countable", "Only counts and amounts add up; days, scores, levels and yes or no do not."));
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-stock", "A stock on several days is the same stock: it does not add up over time."));
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-cumulative", "A figure counted since a fixed day holds its past already: it does not add up over time."));
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-ordinal", "Ordered levels have no mean."));
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-no-parts", "The card names no numerator and denominator to compute it from."));
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-parts-missing", "A numerator or denominator is missing, and percentages are never averaged."));
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-last", "Areas and parts stand beside each other: none of them is the latest."));
        services.AddSingleton(new RefusalSentence("benchmarks.roll-up-max-of-parts", "The greatest part of a count is not the whole."));
    }
}
