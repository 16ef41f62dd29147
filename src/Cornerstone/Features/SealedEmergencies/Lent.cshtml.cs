using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Access.Factors;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>What was lent to the reader: first they say why, then they see the titles.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage, FreshlyProved(ToSend = true, ByPasskey = true)]
public sealed class LentPage(LentDossiers lent, Emergencies emergencies, CurrentReader current, Text T) : PageModel
{
    [BindProperty, StringLength(EmergencyOpening.LongestWords)]
    public string? Why { get; set; }

    public EmergencyOpening Shown { get; private set; } = null!;

    public IReadOnlyList<DossierLine> Lines { get; private set; } = [];

    public bool IsOpen => lent.IsOpen(Shown);

    public async Task<IActionResult> OnGetAsync(Guid opening, CancellationToken ct)
    {
        if (!await ReadAsync(opening, ct))
        {
            return NotFound();
        }

        Lines = await lent.ListAsync(Shown, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid opening, CancellationToken ct)
    {
        if (!await ReadAsync(opening, ct))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Why))
        {
            ModelState.AddModelError(nameof(Why), T["Say in a few words why."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (await lent.SayAsync(Shown, Why!.Trim(), ct) is { } refusal)
        {
            return this.Again("", T[refusal]);
        }

        return Shown.Dossiers is [var only] ? RedirectToPage("LentDossier", new { country = RouteData.Values["country"], opening, dossier = only }) : RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid opening, CancellationToken ct)
    {
        if (!await ReadAsync(opening, ct))
        {
            return NotFound();
        }

        await emergencies.EndAsync(current.Workspace!.Code, Shown, ct);
        this.Say(T["Ended. Your keys are destroyed."]);
        return RedirectToPage("Ask", new { country = RouteData.Values["country"] });
    }

    private async Task<bool> ReadAsync(Guid opening, CancellationToken ct)
    {
        var found = await lent.FindAsync(opening, ct);
        Shown = found!;
        return found is not null;
    }
}
