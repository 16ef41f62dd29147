using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access;

[SignedIn]
public sealed class SignOutPage(Entry entry, AppDb db, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await entry.LeaveAsync(HttpContext, "Person", ct);
        await db.SaveAsync(new Act("access.sign-out", Workspace.Shared, clock.GetUtcNow()), ct);
        // What the browser may have kept of pages that anybody could see, charts and styles (ASVS 5.0, 14.3.1); the rest it never keeps.
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return LocalRedirect("/");
    }
}
