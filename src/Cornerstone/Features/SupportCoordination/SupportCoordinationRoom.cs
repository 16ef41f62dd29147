using Cornerstone.Access;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What the money of all partners comes to, each dollar once, and how it stands to the plan.</summary>
public sealed class SupportCoordinationRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions => [];

    public void AddServices(IServiceCollection services) => services.AddSingleton<LedgerMemory>().AddScoped<LedgerDesk>().AddHostedService<KeepLedgers>();

    public IEnumerable<MenuEntry> Menu =>
    [
        new("Each dollar once", "/Features/SupportCoordination/Ledger", SupportRoom.Read, Text.Later("What support comes to when nothing is counted twice, and what was left out and why")),
        new("Explore the ledger", "/Features/SupportCoordination/Explorer", SupportRoom.Read, Text.Later("Any two sides of the money against each other; every figure opens its transactions")),
        new("Gaps and overlaps", "/Features/SupportCoordination/Gaps", SupportRoom.Read, Text.Later("What nobody funds, where several do the same, and who keeps what they announce")),
    ];
}
