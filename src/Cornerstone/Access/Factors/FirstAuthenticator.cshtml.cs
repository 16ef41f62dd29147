using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Sessions;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access.Factors;

/// <summary>After the right password, for those of whom a second step is demanded and who have none yet: signed in they are only with it.</summary>
[Public]
public sealed class FirstAuthenticatorPage(SecondStep steps, CodeBook codes, AuthenticatorOffers offers, Text T) : PageModel, IOffersAuthenticator
{
    [BindProperty, Required, StringLength(20)]
    public string Code { get; set; } = "";

    [BindProperty, Required, StringLength(1000)]
    public string Sealed { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    public AuthenticatorOffer Offer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await WaitingAsync(ct) is null)
        {
            return LocalRedirect("/sign-in");
        }

        Offer = await offers.MakeAsync(typed: null, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await WaitingAsync(ct) is not { } reader)
        {
            return LocalRedirect("/sign-in");
        }

        if (!ModelState.IsValid || await codes.KeepAuthenticatorAsync(Sealed, Code, mayReplace: false, ct) is not { } shown)
        {
            if (await steps.HasOneAsync(ct))
            {
                return LocalRedirect("/sign-in");
            }

            Offer = await offers.MakeAsync(Sealed, ct);
            return ModelState.IsValid ? this.Again(nameof(Code), T["This is not the code of this moment. Wait for the next one."]) : this.Again();
        }

        await steps.EnterAsync(HttpContext, reader, Proof.PasswordAndCode, ct);
        return this.ShowCodes(shown, Next);
    }

    // Who has a second step already takes it: a stolen password must not set up another.
    private async Task<Reader?> WaitingAsync(CancellationToken ct) =>
        await steps.WaitingAsync(HttpContext, ct) is { } reader && !await steps.HasOneAsync(ct) ? reader : null;
}
