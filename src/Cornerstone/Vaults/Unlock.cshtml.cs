using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Access.Factors;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Vaults;

/// <summary>Opens the vault for this session, to somebody who has just proved who they are with a passkey: here, and nowhere else, stands what a vault asks for (goal 1).</summary>
[SignedIn, FreshlyProved(ByPasskey = true), SealedPage(AlsoLocked = true)]
public sealed class UnlockPage(UnlockVault unlock, CurrentReader current, Text T) : PageModel
{
    public const string Address = "/account/vault/unlock";

    private const int LongestPhrase = 200;

    [BindProperty, Required, StringLength(LongestPhrase)]
    public string Words { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    public bool HasVault { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => HasVault = await unlock.MineAsync(ct) is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        HasVault = await unlock.MineAsync(ct) is not null;
        if (!ModelState.IsValid || !HasVault)
        {
            return this.Again();
        }

        var tried = await unlock.TryAsync(current.Session!, Words, HttpContext.Connection.RemoteIpAddress, ct);
        return tried.IsOpen ? LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/account/vault")
            : tried.Wait > TimeSpan.Zero ? this.Later(tried.Wait, T)
            : this.Again(nameof(Words), T["These are not the words of your vault."]);
    }
}
