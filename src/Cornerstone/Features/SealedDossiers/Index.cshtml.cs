using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>The sealed groups the reader belongs to.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage(AlsoLocked = true)]
public sealed class IndexPage(GroupDoor door, GroupEmergencies emergencies) : PageModel
{
    public IReadOnlyList<Compartment> Groups { get; private set; } = [];

    public IReadOnlyList<EmergencyNews> Emergencies { get; private set; } = [];

    public string Here => $"{Request.PathBase}{Request.Path.Value!.TrimEnd('/')}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Groups = await door.MineAsync(ct);
        Emergencies = await emergencies.NewsAsync(Groups, ct);
    }

    public string AddressOf(Compartment group) => $"{Here}/{group.Id}";
}
