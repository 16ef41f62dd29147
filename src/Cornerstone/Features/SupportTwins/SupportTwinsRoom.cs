using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportTwins;

/// <summary>One project told by several sources: what looks alike is proposed with its reasons, a person decides, and may take it back.</summary>
public sealed class SupportTwinsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
    [
        new("One project, several sources", "/Features/SupportTwins/Index", SupportRoom.Read, Text.Later("Records of several sources that look alike, so that a person says whether they tell of one project")),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("support.same-ended", "This decision was taken back already."));
        services.AddSingleton(new RefusalSentence("support.same-decided", "Somebody decided on these two records already. Take that decision back first."));
        services.AddSingleton(new RefusalSentence("support.same-gives-way", "{0} gives way to another record already. Take that decision back first."));
        services.AddSingleton(new RefusalSentence("support.same-stands", "Other records give way to {0}. Let it stand, or take those decisions back first."));
        services.AddSingleton(new RefusalSentence("support.same-apart", "The two records are kept in different compartments and cannot be joined."));
    }
}
