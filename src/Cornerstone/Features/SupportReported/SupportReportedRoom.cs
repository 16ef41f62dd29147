using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportReported;

/// <summary>What givers told the OECD beside what the ledger counts, and the reason of each difference.</summary>
public sealed class SupportReportedRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
        [new("Reported and counted", "/Features/SupportReported/Reported", SupportRoom.Read, Text.Later("What givers told the OECD beside what is counted here, by giver and year, and why the two differ"))];
}
