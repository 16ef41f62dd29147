using Cornerstone.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access;

[SignedIn]
public sealed class SignOutPage(SignInManager<Person> signIn, CurrentReader current, AppDb db, TimeProvider clock) : PageModel
{
    /// <summary>Ends every session of this person: a copied cookie is worth nothing afterwards.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = await signIn.UserManager.FindByIdAsync(current.Reader.Id.ToString());
        await signIn.UserManager.UpdateSecurityStampAsync(person!);
        await db.SaveAsync(new Act("access.sign-out", Workspace.Shared, clock.GetUtcNow()), ct);
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
