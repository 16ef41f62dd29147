using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Passkeys;
using Cornerstone.Access.Sessions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access.Factors;

/// <summary>The second step. Whoever comes here without a right password a moment ago is sent back to the first.</summary>
[Public]
public sealed class SignInCodePage(SecondStep steps, CodeBook codes, PasskeyBook passkeys, Text T) : PageModel
{
    [BindProperty, Required, StringLength(60)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    public bool HasAuthenticator { get; private set; }

    public bool HasPasskey { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await WaitingAsync(ct) is null ? LocalRedirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await WaitingAsync(ct) is not { } reader)
        {
            return LocalRedirect("/sign-in");
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var tried = await codes.TryAsync(Code, HttpContext.Connection.RemoteIpAddress, ct);
        if (tried.Proof is not { } proof)
        {
            return tried.Wait > TimeSpan.Zero ? this.Later(tried.Wait, T) : this.Again(nameof(Code), T["This code is not right, or it has been used. Wait for the next one."]);
        }

        await steps.EnterAsync(HttpContext, reader, proof, ct);
        if (proof == Proof.PasswordAndRecoveryCode)
        {
            this.Say(T.Plural(await codes.RecoveryCodesLeftAsync(ct), "You used a recovery code. {0} is left.", "You used a recovery code. {0} are left."));
        }

        return this.Enter(reader, Next);
    }

    private async Task<Reader?> WaitingAsync(CancellationToken ct)
    {
        var reader = await steps.WaitingAsync(HttpContext, ct);
        if (reader is not null)
        {
            HasAuthenticator = await codes.MineAsync(ct) is not null;
            HasPasskey = (await passkeys.MineAsync(ct)).Count > 0;
        }

        return reader;
    }
}
