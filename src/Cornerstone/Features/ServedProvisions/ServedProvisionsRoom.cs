using Cornerstone.Access;
using Cornerstone.Features.Library;
using Cornerstone.Languages;

namespace Cornerstone.Features.ServedProvisions;

/// <summary>Which paragraphs the records of all rooms serve: how a paragraph is picked, and both ends of the link shown to the other.</summary>
public sealed class ServedProvisionsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords { get; } = new Dictionary<string, string>
    {
        ["provisions.serve"] = Text.Later("Linked to a paragraph"),
        ["provisions.unserve"] = Text.Later("Link to a paragraph removed"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ProvisionPicker>();
        services.AddScoped<ServingRecords>();
        services.AddScoped<RecordLinks>();
        services.AddScoped<IProvisionPanel, ServingPanel>();
        services.AddSingleton(new RefusalSentence("provisions.no-symbol", "Choose the document, or write its symbol, such as S/RES/2553 (2020)."));
        services.AddSingleton(new RefusalSentence("provisions.not-held", "The library does not hold {0}: bring the document in first, so that its paragraph can be checked."));
        services.AddSingleton(new RefusalSentence("provisions.no-paragraph", "Choose the paragraph, or write it as 20 (k), or with its kind: op/20/k, pp/8, rec/3, para/44."));
        services.AddSingleton(new RefusalSentence("provisions.no-such-paragraph", "{0} has no paragraph “{1}”: its paragraphs run from {2} to {3}."));
    }
}
