using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>The sealed groups the reader belongs to.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage(AlsoLocked = true)]
public sealed class IndexPage(GroupDoor door, GroupEmergencies emergencies, DossierDates dates) : PageModel
{
    public IReadOnlyList<Compartment> Groups { get; private set; } = [];

    public IReadOnlyList<EmergencyNews> Emergencies { get; private set; } = [];

    /// <summary>By group, how many dossiers are past their date.</summary>
    public IReadOnlyDictionary<Guid, int> Due { get; private set; } = new Dictionary<Guid, int>();

    public string Here => $"{Request.PathBase}{Request.Path.Value!.TrimEnd('/')}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Groups = await door.MineAsync(ct);
        Due = await dates.DueAsync(ct);
        Emergencies = await emergencies.NewsAsync(Groups, ct);
    }

    public string AddressOf(Compartment group) => $"{Here}/{group.Id}";
}
