using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Factors;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Passwords;

/// <summary>A person changes their own password; every other session of theirs ends.</summary>
[SignedIn, FreshlyProved]
public sealed class ChangePasswordPage(AppDb db, PasswordGate gate, BreachedPasswords breached, Entry entry, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, Required, StringLength(PasswordRules.Longest), DataType(DataType.Password)]
    public string Current { get; set; } = "";

    [BindProperty, Required, StringLength(PasswordRules.Longest), DataType(DataType.Password)]
    public string New { get; set; } = "";

    /// <summary>People of the demonstration come in by a click and have none.</summary>
    public bool HasPassword { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => HasPassword = await MineAsync(ct) is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await MineAsync(ct) is not { } mine)
        {
            return NotFound();
        }

        HasPassword = true;
        await CheckAsync(mine, ct);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        await gate.SetAsync(New, ct);
        await db.SaveAsync(new Act("access.new-password", Workspace.Shared, clock.GetUtcNow()), ct);
        await entry.RenewAsync(HttpContext, ct);
        this.Say(T["Your password has changed. You are signed in here and nowhere else."]);
        return Redirect("/account/sessions");
    }

    private async Task CheckAsync(Password mine, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        var tried = await gate.TryOwnAsync(mine, Current, HttpContext.Connection.RemoteIpAddress, ct);
        if (!tried.IsRight)
        {
            ModelState.AddModelError(nameof(Current), tried.Wait > TimeSpan.Zero
                ? T["Too many tries. Wait {0} seconds, then try again.", tried.WaitSeconds]
                : T["This is not your password."]);
            return;
        }

        var email = await db.Users.Where(p => p.Id == mine.PersonId).Select(p => p.Email).SingleAsync(ct);
        this.CheckPassword(nameof(New), New, breached, T, db.Reader.Name, email);
    }

    private Task<Password?> MineAsync(CancellationToken ct) => db.Passwords.SingleOrDefaultAsync(p => p.PersonId == db.Reader.Id, ct);
}

internal static class PasswordCheck
{
    /// <summary>Says beside the field what is wrong with a password somebody chose.</summary>
    public static void CheckPassword(this PageModel page, string field, string password, BreachedPasswords breached, Text T, params string?[] own)
    {
        if (!PasswordRules.IsLongEnough(password))
        {
            page.ModelState.AddModelError(field, T["At least {0} characters. Several words are better than one difficult one.", PasswordRules.Shortest]);
        }
        else if (PasswordRules.IsGuessable(password, own.OfType<string>()))
        {
            page.ModelState.AddModelError(field, T["This password is too easy to guess: it is made of words, names or rows of keys that everybody tries first."]);
        }
        else if (breached.Knows(password))
        {
            page.ModelState.AddModelError(field, T["This password stands in a list of a published breach: others try it. Choose one that is used nowhere else."]);
        }
    }
}
