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
public sealed class MyVaultPage(UnlockVault unlock, RenewVault renew, OpenVaults vaults, CurrentReader current, Text T) : PageModel
{
    [BindProperty]
    public bool IsSure { get; set; }

    [BindProperty]
    public bool IsKnown { get; set; }

    public bool IsOfficer { get; private set; }

    public PersonVault? Vault { get; private set; }

    public string Fingerprint { get; private set; } = "";

    public string? Shown { get; private set; }

    /// <summary>Renewed by somebody who could open the old one: nobody has to let them in anew.</summary>
    public bool IsRenewed { get; private set; }

    public bool IsOpen => vaults.Of(current.Session) is not null;

    public int IdleMinutes => (int)KeyRing.UsualIdle.TotalMinutes;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Vault = await unlock.MineAsync(ct);
        Fingerprint = (await unlock.PublicKeyAsync(ct))?.Fingerprint ?? "";
        IsOfficer = await unlock.IsOfficerAsync(ct);
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
        Shown = await unlock.MakeAsync(ct, IsKnown);
        return Page();
    }

    /// <summary>Somebody else may know the words: only whoever can open the vault renews it, and keeps what they may read.</summary>
    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct)
    {
        if (current.Session is not { } session || vaults.Of(session) is not { } open)
        {
            return LocalRedirect(UnlockPage.Address);
        }

        await OnGetAsync(ct);
        if (await renew.RunAsync(session, open, ct) is not { } words)
        {
            return this.Again("", T["The key of one of your groups changed in this moment. Try again."]);
        }

        (Shown, IsRenewed) = (words, true);
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
