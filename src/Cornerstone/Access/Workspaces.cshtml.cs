using System.ComponentModel.DataAnnotations;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access;

[Requires(AccessRoom.Administer)]
public sealed class WorkspacesPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, Required, RegularExpression("^[A-Za-z]{2}$")]
    public string Code { get; set; } = "";

    [BindProperty, Required, StringLength(120)]
    public string EnglishName { get; set; } = "";

    [BindProperty, StringLength(120)]
    public string? FrenchName { get; set; }

    [BindProperty, StringLength(120)]
    public string? ArabicName { get; set; }

    /// <summary>What this administrator may see: all of them, or their own.</summary>
    public IReadOnlyList<Workspace> All => current.Workspaces;

    public IActionResult OnGetExport(string? format) => this.Export(AccessExport.Of(All, T), format);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!current.Reader.AdministersAll)
        {
            return NotFound();
        }

        var code = Code.ToUpperInvariant();
        if (ModelState.IsValid && await db.Workspaces.AnyAsync(w => w.Code == code, ct))
        {
            ModelState.AddModelError(nameof(Code), T["This workspace is already there."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var names = new Dictionary<string, string?> { ["en"] = EnglishName, ["fr"] = FrenchName, ["ar"] = ArabicName };
        db.Workspaces.Add(new Workspace
        {
            Code = code,
            Names = names.Where(n => !string.IsNullOrWhiteSpace(n.Value)).ToDictionary(n => n.Key, n => n.Value!.Trim()),
        });
        await db.SaveAsync(new Act("access.workspace", Workspace.Shared, clock.GetUtcNow()), ct);
        return RedirectToPage();
    }
}
