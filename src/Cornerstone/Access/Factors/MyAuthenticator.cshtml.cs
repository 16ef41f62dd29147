using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Passkeys;
using Cornerstone.Access.Sessions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access.Factors;

/// <summary>A person sets up, replaces or removes their authenticator; every other session of theirs ends.</summary>
[SignedIn, FreshlyProved]
public sealed class MyAuthenticatorPage(CodeBook codes, PasskeyBook passkeys, AuthenticatorOffers offers, Doors doors, Entry entry, Text T) : PageModel, IOffersAuthenticator
{
    [BindProperty, Required, StringLength(20)]
    public string Code { get; set; } = "";

    [BindProperty, Required, StringLength(1000)]
    public string Sealed { get; set; } = "";

    public AuthenticatorOffer Offer { get; private set; } = null!;

    public bool HasOne { get; private set; }

    /// <summary>Nothing else is left to take the second step with, and one is demanded.</summary>
    public bool IsLast { get; private set; }

    public bool HasPasskey { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(typed: null, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var proof = HttpContext.Features.Get<SeenSession>()?.Proof;
        // Whoever came in without a code sets up the first one: there may be another since, and it stays.
        if (!ModelState.IsValid || await codes.KeepAuthenticatorAsync(Sealed, Code, mayReplace: proof?.IsOneStep() != true, ct) is not { } shown)
        {
            await ReadAsync(Sealed, ct);
            return ModelState.IsValid ? this.Again(nameof(Code), T["This is not the code of this moment. Wait for the next one."]) : this.Again();
        }

        await entry.RenewAsync(HttpContext, ct, proof?.WithCode());
        this.Say(T["Your authenticator is set up. You are signed in here and nowhere else."]);
        return this.ShowCodes(shown, "/account/second-step");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await IsLastAsync(ct) || !await codes.RemoveAuthenticatorAsync(ct))
        {
            return NotFound();
        }

        await entry.RenewAsync(HttpContext, ct);
        this.Say(T["Your authenticator is removed. You are signed in here and nowhere else."]);
        return LocalRedirect("/account/second-step");
    }

    private async Task ReadAsync(string? typed, CancellationToken ct)
    {
        Offer = await offers.MakeAsync(typed, ct);
        HasOne = await codes.MineAsync(ct) is not null;
        HasPasskey = (await passkeys.MineAsync(ct)).Count > 0;
        IsLast = await IsLastAsync(ct);
    }

    private async Task<bool> IsLastAsync(CancellationToken ct) =>
        (await passkeys.MineAsync(ct)).Count == 0 && await doors.NeedsSecondStepAsync(HttpContext.Features.Get<SeenSession>()!.PersonId, ct);
}
