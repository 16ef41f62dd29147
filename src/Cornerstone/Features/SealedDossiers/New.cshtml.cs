using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>A new dossier of the group.</summary>
[Requires(SealedDossiersRoom.Write), SealedPage]
public sealed class NewPage(GroupDoor door, DossierStore store, DossierDates dates, Text T) : PageModel
{
    [BindProperty, Required, StringLength(DossierLimits.Title)]
    public string Title { get; set; } = "";

    [BindProperty, Required, StringLength(DossierLimits.Note)]
    public string Note { get; set; } = "";

    [BindProperty, Required]
    public DateOnly? KeepUntil { get; set; }

    [BindProperty, Required]
    public KeepBasis? KeepBasis { get; set; }

    public Compartment Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid group, CancellationToken ct) => await EnterAsync(group, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid group, CancellationToken ct)
    {
        if (await EnterAsync(group, ct) is not { } entered)
        {
            return NotFound();
        }

        if (KeepUntil is not null && !dates.IsPossible(KeepUntil))
        {
            ModelState.AddModelError(nameof(KeepUntil), T["Name a day to come."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var id = await store.AddAsync(entered, Title.Trim(), door.Note(Note), KeepUntil!.Value, KeepBasis!.Value, ct);
        this.Say(T["Sealed and saved."]);
        return RedirectToPage("Dossier", new { country = RouteData.Values["country"], group, dossier = id });
    }

    private async Task<EnteredGroup?> EnterAsync(Guid group, CancellationToken ct)
    {
        var entered = await door.EnterAsync(group, ct);
        Shown = entered?.Group!;
        return entered;
    }
}

/// <summary>How much fits. A dossier that is full is closed, and another one goes on.</summary>
internal static class DossierLimits
{
    public const int Title = 200;
    public const int Note = 20_000;

    /// <summary>Notes and names of files together, as one sealed value.</summary>
    public const int Content = 900_000;
}
