using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Passkeys;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Factors;

/// <summary>Somebody signed in proves anew who they are: with everything they sign in with, or with a passkey, which is everything.</summary>
[SignedIn]
public sealed class ConfirmPage(AppDb db, PasswordGate gate, CodeBook codes, SecondStep steps, PasskeyBook passkeys, Entry entry, Text T) : PageModel
{
    [BindProperty, Required, StringLength(PasswordRules.Longest), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty, StringLength(60)]
    public string? Code { get; set; }

    [BindProperty, StringLength(PasskeyAnswers.Longest)]
    public string? Credential { get; set; }

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    /// <summary>What comes next takes nothing else.</summary>
    [BindProperty(SupportsGet = true, Name = "passkey")]
    public bool ByPasskey { get; set; }

    public bool HasSecondStep { get; private set; }

    public bool HasPasskey { get; private set; }

    public bool HasPassword { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        var mine = await db.Passwords.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == db.Reader.Id, ct);
        if (!ModelState.IsValid || mine is null)
        {
            return this.Again();
        }

        var wait = await RefusedAsync(mine, ct);
        if (wait is not null)
        {
            return wait > TimeSpan.Zero ? this.Later(wait.Value, T) : this.Again("", T["Password or code is not right."]);
        }

        return await GoOnAsync(byPasskey: false, ct);
    }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct) => this.Ask(await passkeys.AskAsync(HttpContext, db.Reader, ct));

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        // The other form's fields are not on this one.
        ModelState.Clear();
        if (Credential is { Length: <= PasskeyAnswers.Longest } credential && await passkeys.TryAsync(HttpContext, db.Reader, credential, ct) is not null)
        {
            return await GoOnAsync(byPasskey: true, ct);
        }

        await ReadAsync(ct);
        return this.Again("", T["This passkey does not open anything here. It may have been removed, or it took too long."]);
    }

    private async Task<IActionResult> GoOnAsync(bool byPasskey, CancellationToken ct)
    {
        await entry.ProvedAnewAsync(HttpContext, byPasskey, ct);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/account/second-step");
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        HasSecondStep = await steps.HasOneAsync(ct);
        HasPassword = await db.Passwords.AnyAsync(p => p.PersonId == db.Reader.Id, ct);
        HasPasskey = (await passkeys.MineAsync(ct)).Count > 0;
    }

    // Null when all is right; else how long to wait, or zero. A code is looked at only after the right password: it works once.
    private async Task<TimeSpan?> RefusedAsync(Password mine, CancellationToken ct)
    {
        var from = HttpContext.Connection.RemoteIpAddress;
        if (await gate.TryOwnAsync(mine, Password, from, ct) is { IsRight: false } tried)
        {
            return tried.Wait;
        }

        return HasSecondStep && await codes.TryAsync(Code ?? "", from, ct) is { Proof: null } wrong ? wrong.Wait : null;
    }
}
