using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.LibraryReader;

/// <summary>Who brought a document in and who corrected it, from the journal.</summary>
[Requires(LibraryRoom.Read)]
public sealed class HistoryPage(AppDb db, CurrentReader current) : PageModel
{
    public LibraryDocument Document { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.DocumentAsync(Country, id, ct) is not { } document)
        {
            return NotFound();
        }

        Document = document;
        Lines = await db.HistoryOfAsync(id, ct);
        return Page();
    }
}
