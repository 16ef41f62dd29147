using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportActivities;

/// <summary>The pages of support: the list of activities and each of them.</summary>
public sealed class SupportActivitiesRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
        [new("International support", "/Features/SupportActivities/Index", SupportRoom.Read, Text.Later("Who supports what, with what: aid and everything that is not aid, each activity as its source tells it"))];
}
