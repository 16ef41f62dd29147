using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>A value's way from its author to the public: entered, submitted, verified or returned, published, corrected or retracted.</summary>
public sealed class IndicatorValuesRoom : IRoom
{
    /// <summary>The queue, the page of a value, the revision list.</summary>
    public const string Read = "values.read";

    /// <summary>Enters and submits; a focal point for the institutions they speak for, the others for every indicator.</summary>
    public const string Enter = "values.enter";

    public const string Verify = "values.verify";

    /// <summary>Publishes and retracts.</summary>
    public const string Publish = "values.publish";

    public MenuGroup Group => MenuGroup.Plan;

    // Decision record 0012 says why. An auditor reads everything and writes nothing, so does not verify in the program.
    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Enter, [Role.Secretariat, Role.FocalPoint, Role.FinanceAnalyst, Role.MissionOfficer]),
        new(Verify, [Role.Secretariat, Role.FinanceAnalyst, Role.MissionOfficer]),
        new(Publish, [Role.Secretariat]),
    ];

    public IEnumerable<MenuEntry> Menu =>
    [
        new("Values to work on", "/Features/IndicatorValues/Index", Enter, Text.Later("Enter, submit, verify and publish values of indicators")),
        new("Revisions", "/Features/IndicatorValues/Revisions", Read, Text.Later("Published figures that were corrected or retracted, and why")),
    ];

    public IReadOnlyDictionary<string, string> HistoryWords => ValueWords.History;

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<SaveValue>();
        foreach (var sentence in ValueWords.Refusals)
        {
            services.AddSingleton(sentence);
        }
    }
}
