using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.IndicatorDimensions;

/// <summary>Ways of splitting values that a country adds to the standard ones, and the check that a value's part is one of them.</summary>
public sealed class IndicatorDimensionsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string> { ["dimensions.add"] = Text.Later("Dimension added") };

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("dimensions.code", "Small letters, digits and hyphens, beginning with a letter, {0} at most."));
        services.AddSingleton(new RefusalSentence("dimensions.standard", "{0} is a dimension every country has."));
        services.AddSingleton(new RefusalSentence("dimensions.code-fixed", "Values use this code: it stays."));
        services.AddSingleton(new RefusalSentence("dimensions.few-members", "A dimension has two parts at least."));
        services.AddSingleton(new RefusalSentence("dimensions.member-code", "Letters, digits, hyphens and plus signs, {0} at most."));
        services.AddSingleton(new RefusalSentence("dimensions.member-name", "Give this part a name."));
        services.AddSingleton(new RefusalSentence("dimensions.member-twice", "{0} stands here twice."));
        services.AddSingleton(new RefusalSentence("dimensions.member-unknown", "Unknown is a part of every dimension already."));
        services.AddSingleton(new RefusalSentence("dimensions.member-used", "Values use {0}: retire it instead of taking it out."));
        services.AddSingleton(new RefusalSentence("dimensions.no-such-dimension", "{0} is no dimension of this indicator or of the country."));
        services.AddSingleton(new RefusalSentence("dimensions.no-such-part", "{0} is no part of {1}; there are {2}."));
        services.AddSingleton(new RefusalSentence("dimensions.sensitive", "{0} is sensitive: only an indicator whose card asks for it is split by it."));
        services.AddSingleton(new RefusalSentence("dimensions.region", "A region is the area of a value, not a part of it."));
    }
}
