using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Languages;
using Cornerstone.Ui.Tags;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>All emergencies of a group, as its members see them with their vault locked or not: nothing of any dossier stands here.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage(AlsoLocked = true)]
public sealed class IndexPage(GroupDoor door, GroupEmergencies emergencies, Text T) : PageModel
{
    public Compartment Shown { get; private set; } = null!;

    public IReadOnlyList<EmergencyNews> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid group, CancellationToken ct)
    {
        if (await door.FindAsync(group, ct) is not { } found)
        {
            return NotFound();
        }

        (Shown, All) = (found, await emergencies.AllAsync([found], ct));
        return Page();
    }

    public string WordOf(EmergencyState state) => state switch
    {
        EmergencyState.Called => T["Asks to be let in"],
        EmergencyState.Open => T["Reads now"],
        EmergencyState.ToReview => T["To be reviewed"],
        EmergencyState.Overdue => T["Review overdue"],
        _ => T["Reviewed"],
    };

    public Tone ToneOf(EmergencyState state) => state switch
    {
        EmergencyState.Overdue => Tone.Bad,
        EmergencyState.Reviewed => Tone.Good,
        _ => Tone.Warning,
    };
}
