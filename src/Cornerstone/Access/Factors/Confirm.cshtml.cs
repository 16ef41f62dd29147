using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Factors;

/// <summary>Somebody signed in proves anew who they are: with everything they sign in with.</summary>
[SignedIn]
public sealed class ConfirmPage(AppDb db, PasswordGate gate, CodeBook codes, Entry entry, Text T) : PageModel
{
    [BindProperty, Required, StringLength(PasswordRules.Longest), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty, StringLength(60)]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    public bool HasSecondStep { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => HasSecondStep = await codes.MineAsync(ct) is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        HasSecondStep = await codes.MineAsync(ct) is not null;
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

        await entry.ProvedAnewAsync(HttpContext, ct);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/account/second-step");
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
