using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.LibraryReader;

/// <summary>
/// The address that resolves for ever: "/un/sc/res/2553/2020/op/20/k". It names the work, not a row, so it leads to
/// whichever copy of the document the reader may open, in the reader's language where there is one.
/// </summary>
[SignedIn]
public sealed class PermalinkPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string rest, CancellationToken ct)
    {
        if (!DocumentSymbol.TryFromPlatformId("/un/" + rest, out var symbol, out var provision))
        {
            return NotFound();
        }

        var sought = DocumentNames.Sought(symbol.Value);
        foreach (var country in current.Workspaces.Select(w => w.Code).OrderBy(c => c == Workspace.Shared))
        {
            var found = await db.DocumentsNamedAsync([sought], country, T.Language.Code, ct);
            if (found.TryGetValue(sought, out var document) && current.Reader.Has(Rooms.Permission(LibraryRoom.Read), country))
            {
                return LocalRedirect(LibraryAddress.Document(country, document.Id) + (provision is null ? "" : "#" + provision));
            }
        }

        return NotFound();
    }
}
