using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>The sealed groups the reader belongs to.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage(AlsoLocked = true)]
public sealed class IndexPage(GroupDoor door) : PageModel
{
    public IReadOnlyList<Compartment> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Groups = await door.MineAsync(ct);

    public string AddressOf(Compartment group) => $"{Request.PathBase}{Request.Path.Value!.TrimEnd('/')}/{group.Id}";
}
