using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.DelineationEditing;

/// <summary>Which functions count in this country: sets aside what does not exist here, adds what is its own.</summary>
[Requires(DelineationRoom.Edit)]
public sealed class FunctionsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private Dictionary<Guid, string> aside = [];

    [BindProperty, Display(Name = "Function")]
    public Guid? Aside { get; set; }

    [BindProperty, Display(Name = "Why"), StringLength(400)]
    public string? Reason { get; set; }

    [BindProperty, Display(Name = "Code")]
    public string? Code { get; set; }

    [BindProperty]
    public WordingForm Names { get; set; } = new();

    [BindProperty, Display(Name = "It watches, funds or commands the others")]
    public bool IsOversight { get; set; }

    public IReadOnlyList<SectorFunction> Functions { get; private set; } = [];

    public IEnumerable<SelectListItem> Counted => Functions.Where(f => !aside.ContainsKey(f.Id)).Select(f => new SelectListItem(f.Names.In(T.Language.Code), f.Id.ToString()));

    public string Path => $"/{Country.ToLowerInvariant()}/delineation";

    private string Country => current.Workspace!.Code;

    public Task OnGetAsync(CancellationToken ct)
    {
        Names = WordingForm.Of(null, T.Language.Code);
        return ReadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsideAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        if (Functions.All(f => f.Id != Aside) || (Aside is { } chosen && aside.ContainsKey(chosen)))
        {
            ModelState.AddModelError(nameof(Aside), T["Choose a function of the list."]);
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), T["Say why it does not exist here."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        db.Add(new FunctionSetAside { Country = Country, FunctionId = Aside!.Value, Reason = Reason!.Trim() });
        return await SavedAsync("delineation.set-aside", ct);
    }

    public async Task<IActionResult> OnPostBackAsync([FromForm] Guid function, CancellationToken ct)
    {
        var row = await db.FunctionsSetAside.SingleOrDefaultAsync(a => a.Country == Country && a.FunctionId == function, ct);
        if (row is null)
        {
            return NotFound();
        }

        db.Remove(row);
        return await SavedAsync("delineation.count-again", ct);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        Names.Check(ModelState, nameof(Names), T);
        if (!SectorFunction.MayBeCode(Code))
        {
            ModelState.AddModelError(nameof(Code), T["Use up to 40 small letters, digits and hyphens."]);
        }
        else if (Functions.Any(f => f.Code == Code))
        {
            ModelState.AddModelError(nameof(Code), T["Another function has the code {0}.", Code]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        db.Add(new SectorFunction { Country = Country, Code = Code!, Position = Functions.Max(f => f.Position) + 1, IsOversight = IsOversight, Names = Names.ToWording()! });
        return await SavedAsync("delineation.add-function", ct);
    }

    public string? ReasonOf(Guid function) => aside.GetValueOrDefault(function);

    private async Task<IActionResult> SavedAsync(string act, CancellationToken ct)
    {
        await db.SaveAsync(new Act(act, Country, clock.GetUtcNow()), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/functions");
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Functions = await db.SectorFunctions.AsNoTracking().Where(f => f.Country == Country || f.Country == Workspace.Shared)
            .OrderBy(f => f.Country == Country).ThenBy(f => f.Position).ToListAsync(ct);
        aside = await db.FunctionsSetAside.AsNoTracking().Where(a => a.Country == Country).ToDictionaryAsync(a => a.FunctionId, a => a.Reason, ct);
    }
}
