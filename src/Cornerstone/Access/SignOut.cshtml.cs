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
        return LocalRedirect("/");
    }
}
