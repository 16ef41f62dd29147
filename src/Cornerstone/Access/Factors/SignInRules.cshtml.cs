using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Factors;

/// <summary>Of whom a workspace demands a second step. Less than of everybody who may read more than the public cannot be chosen.</summary>
[Requires(AccessRoom.Administer), FreshlyProved(ToSend = true)]
public sealed class SignInRulesPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public SecondStepRule Rule { get; set; }

    public IEnumerable<SelectListItem> Rules =>
    [
        new(T["Everybody here who may read more than the public, and administrators"], nameof(SecondStepRule.AboveThePublic)),
        new(T["Everybody who has a role here"], nameof(SecondStepRule.Everybody)),
    ];

    public void OnGet() => Rule = current.Workspace!.SecondStep;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Rule))
        {
            return this.Again(nameof(Rule), T["Choose one of the two."]);
        }

        var workspace = await db.Workspaces.SingleAsync(w => w.Code == current.Workspace!.Code, ct);
        var before = workspace.SecondStep;
        workspace.SecondStep = Rule;
        await db.SaveAsync(new Act("access.sign-in-rule", workspace.Code, clock.GetUtcNow(), $"{before} → {Rule}"), ct);
        this.Say(T["Saved."]);
        return RedirectToPage();
    }
}
