using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstitutionEditing;

/// <summary>Records a merger, a split or a replacement.</summary>
[Requires(InstitutionsRoom.Edit)]
public sealed class SucceedPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public SuccessionKind Kind { get; set; }

    [BindProperty, Display(Name = "First day of the new order"), Required]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public List<Guid> Predecessors { get; set; } = [];

    [BindProperty]
    public List<Guid> Successors { get; set; } = [];

    [BindProperty, Display(Name = "Note"), StringLength(1_000)]
    public string? Note { get; set; }

    public InstitutionChoices Choices { get; private set; } = null!;

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<SuccessionKind>().Select(k => new SelectListItem(T.Of(k), k.ToString()));

    public string Path => $"/{Country.ToLowerInvariant()}/institutions";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Choices = await InstitutionChoices.ReadAsync(db, Country, Day.Value, null, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await db.TakeTurnAsync(Country, InstitutionTree.Turn, ct);
        var day = Day ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Choices = await InstitutionChoices.ReadAsync(db, Country, day, null, ct);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var institutions = await db.Institutions.Where(i => i.Country == Country).ToListAsync(ct);
        var succession = new Succession(
            Kind, day, institutions.FindAll(i => Predecessors.Contains(i.Id)), institutions.FindAll(i => Successors.Contains(i.Id)), Note?.Trim());
        var profiles = await db.InstitutionProfiles.Where(p => p.Country == Country && (p.ValidUntil == null || p.ValidUntil >= day.AddDays(-1))).ToListAsync(ct);
        var (refusal, carried, links) = succession.Apply(profiles);
        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            return this.Again("", T[refusal]);
        }

        db.AddRange(carried);
        db.AddRange(links);
        await db.SaveAsync(new Act("institutions.succeed", Country, clock.GetUtcNow(), Note?.Trim()), ct);
        this.Say(T["Saved."]);
        return Redirect(Path);
    }
}
