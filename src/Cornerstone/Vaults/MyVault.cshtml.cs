using Cornerstone.Access;
using Cornerstone.Access.Factors;
using Cornerstone.Languages;
using Cornerstone.Sealing;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Vaults;

/// <summary>A person's own vault: made, its state, locked. The words are in the answer to the form that makes it, and nowhere after it.</summary>
[SignedIn, FreshlyProved(ToSend = true, ByPasskey = true), SealedPage(AlsoLocked = true)]
public sealed class MyVaultPage(UnlockVault unlock, OpenVaults vaults, CurrentReader current, Text T) : PageModel
{
    [BindProperty]
    public bool IsSure { get; set; }

    public PersonVault? Vault { get; private set; }

    public string Fingerprint { get; private set; } = "";

    public string? Shown { get; private set; }

    public bool IsOpen => vaults.Of(current.Session) is not null;

    public int IdleMinutes => (int)KeyRing.UsualIdle.TotalMinutes;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Vault = await unlock.MineAsync(ct);
        Fingerprint = (await unlock.PublicKeyAsync(ct))?.Fingerprint ?? "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        if (Vault is null)
        {
            Shown = await unlock.MakeAsync(ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAnewAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        if (Vault is null)
        {
            return NotFound();
        }

        if (!IsSure)
        {
            return this.Again(nameof(IsSure), T["Say that you know it, or go back."]);
        }

        Lock();
        Shown = await unlock.MakeAsync(ct);
        return Page();
    }

    public IActionResult OnPostLock()
    {
        Lock();
        this.Say(T["Your vault is locked."]);
        return RedirectToPage();
    }

    private void Lock()
    {
        if (current.Session is { } session)
        {
            vaults.Forget(session.Id);
        }
    }
}
