using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Factors;
using Cornerstone.Access.Sessions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access.Passkeys;

/// <summary>A person's passkeys: made, named, removed; every other session of theirs ends.</summary>
[SignedIn, FreshlyProved]
public sealed class MyPasskeysPage(PasskeyBook passkeys, CodeBook codes, CurrentReader current, Doors doors, Entry entry, Text T) : PageModel
{
    [BindProperty, Required, StringLength(Passkey.LongestName)]
    public string Name { get; set; } = "";

    [BindProperty, StringLength(PasskeyAnswers.Longest)]
    public string? Credential { get; set; }

    public IReadOnlyList<Passkey> Mine { get; private set; } = [];

    /// <summary>Nothing else is left to take the second step with, and one is demanded.</summary>
    public bool IsLast { get; private set; }

    public Task OnGetAsync(CancellationToken ct)
    {
        Name = Device.Of(Request.Headers.UserAgent.ToString());
        return ReadAsync(ct);
    }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct) => Content(await passkeys.OfferAsync(HttpContext, ct), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || await passkeys.KeepAsync(HttpContext, Name, Credential ?? "", ct) is not { } shown)
        {
            await ReadAsync(ct);
            return ModelState.IsValid ? this.Again("", T["No passkey was made: it is known here already, or it took too long."]) : this.Again();
        }

        var proof = current.Session!.Proof;
        await entry.RenewAsync(HttpContext, ct, proof.IsOneStep() ? Proof.Passkey : proof);
        this.Say(T["Your passkey is made. You are signed in here and nowhere else."]);
        return this.ShowCodes(shown, "/account/passkeys");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid passkey, CancellationToken ct)
    {
        await ReadAsync(ct);
        if (IsLast || Mine.SingleOrDefault(p => p.Id == passkey) is not { } removed)
        {
            return NotFound();
        }

        await passkeys.RemoveAsync(removed, ct);
        await entry.RenewAsync(HttpContext, ct);
        this.Say(T["The passkey is removed: it opens nothing any more."]);
        return RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Mine = await passkeys.MineAsync(ct);
        IsLast = Mine.Count == 1 && await codes.MineAsync(ct) is null && await doors.NeedsSecondStepAsync(current.Reader.Id, ct);
    }
}
