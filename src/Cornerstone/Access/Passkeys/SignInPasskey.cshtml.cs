using System.ComponentModel.DataAnnotations;
using Cornerstone.Access.Factors;
using Cornerstone.Access.Sessions;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access.Passkeys;

/// <summary>A passkey in place of the password and the second step: it is both.</summary>
[Public]
public sealed class SignInPasskeyPage(PasskeyBook passkeys, StartedSignIn started, Entry entry, Text T) : PageModel
{
    [BindProperty, StringLength(PasskeyAnswers.Longest)]
    public string? Credential { get; set; }

    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct) =>
        this.Ask(await passkeys.AskAsync(HttpContext, own: null, ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || await passkeys.TryAsync(HttpContext, own: null, Credential ?? "", ct) is not { } person)
        {
            return this.Again("", T["This passkey does not open anything here. It may have been removed, or it took too long."]);
        }

        await started.EndAsync(HttpContext, ct);
        return this.Enter(await entry.LetInAsync(HttpContext, person, Proof.Passkey, ct), Next);
    }
}

internal static class PasskeyAnswers
{
    /// <summary>Of what a browser sends: a key, a signature, and what its maker adds.</summary>
    public const int Longest = 20_000;

    /// <summary>The question as the script reads it; 429 when it has to wait.</summary>
    public static IActionResult Ask(this PageModel page, PasskeyQuestion question) =>
        question.Json is { } json ? page.Content(json, "application/json") : new StatusCodeResult(StatusCodes.Status429TooManyRequests);
}
