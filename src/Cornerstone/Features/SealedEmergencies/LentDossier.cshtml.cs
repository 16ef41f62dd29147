using Cornerstone.Access;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>One lent dossier, to read and not to write.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage]
public sealed class LentDossierPage(LentDossiers lent) : PageModel
{
    public EmergencyOpening Shown { get; private set; } = null!;

    public OpenDossier Dossier { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid opening, Guid dossier, CancellationToken ct)
    {
        if (await lent.FindAsync(opening, ct) is not { } found || await lent.OpenAsync(found, dossier, ct) is not { } opened)
        {
            return NotFound();
        }

        (Shown, Dossier) = (found, opened);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(Guid opening, Guid dossier, Guid file, CancellationToken ct) =>
        await lent.FindAsync(opening, ct) is { } found && await lent.DownloadAsync(found, dossier, file, ct) is var (name, content)
            ? File(content, "application/octet-stream", name)
            : NotFound();
}
