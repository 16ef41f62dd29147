using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LibraryReader;

/// <summary>The original file, always as a download: never shown inside our own pages, whatever it claims to be (security handbook, UP-03).</summary>
[Requires(LibraryRoom.Read)]
public sealed class OriginalPage(AppDb db, CurrentReader current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        var file = await (
            from f in db.LibraryFiles.AsNoTracking()
            join d in db.DocumentsIn(country) on f.DocumentId equals d.Id
            where f.DocumentId == id
            select new { f.Name, f.Bytes }).SingleOrDefaultAsync(ct);
        if (file is null)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(file.Bytes, "application/octet-stream", file.Name);
    }
}
