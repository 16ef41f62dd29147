using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access.Factors;

/// <summary>Recovery codes: shown once when they are made, to be printed; made anew by whoever has just proved who they are.</summary>
[SignedIn, FreshlyProved]
public sealed class RecoveryCodesPage(CodeBook codes, SecondStep steps, AppDb db, Entry entry, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    public IReadOnlyList<string> Shown { get; private set; } = [];

    public bool HasSecondStep { get; private set; }

    public int Left { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public string Onward => Url.IsLocalUrl(Next) ? Next : "/";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Shown = (TempData[ShowingCodes.Key] as string)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        HasSecondStep = await steps.HasOneAsync(ct);
        Left = await codes.RecoveryCodesLeftAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await steps.HasOneAsync(ct))
        {
            return NotFound();
        }

        var shown = await codes.NewRecoveryCodesAsync(ct);
        await db.SaveAsync(new Act("access.new-recovery-codes", Workspace.Shared, Now), ct);
        await entry.RenewAsync(HttpContext, ct);
        return this.ShowCodes(shown, "/account/second-step");
    }
}

internal static class ShowingCodes
{
    public const string Key = "recovery-codes";

    /// <summary>On to the page that shows the new codes once, or past it when none were made.</summary>
    public static LocalRedirectResult ShowCodes(this PageModel page, IReadOnlyList<string> shown, string? next)
    {
        page.TempData[Key] = string.Join(' ', shown);
        var onward = page.Url.IsLocalUrl(next) ? next : "/";
        return page.LocalRedirect(shown.Count == 0 ? onward : $"/account/recovery-codes{QueryString.Create("next", onward)}");
    }
}
