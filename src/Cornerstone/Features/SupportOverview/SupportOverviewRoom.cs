using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportOverview;

/// <summary>All support at one look: the way of the money, what an objective lacks, what of it is aid, where it goes, and who is silent.</summary>
public sealed class SupportOverviewRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
        [new("Support at a glance", "/Features/SupportOverview/Overview", SupportRoom.Read, Text.Later("The way of the money from partners to institutions, what an objective lacks, what is aid, where it goes and who is silent"))];
}
