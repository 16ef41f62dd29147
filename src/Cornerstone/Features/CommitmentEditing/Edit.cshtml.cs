using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CommitmentEditing;

/// <summary>Changes an obligation. When somebody else changed it meanwhile, both versions stand side by side and the person decides.</summary>
[Requires(CommitmentsRoom.Edit)]
public sealed class EditPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public ObligationForm Form { get; set; } = new();

    [BindProperty]
    public Guid? SupersededBy { get; set; }

    /// <summary>The version the person read; it travels with the form.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Obligation Obligation { get; private set; } = null!;

    public LibraryDocument Source { get; private set; } = null!;

    /// <summary>Set when somebody else saved first: what they saved, and who it was.</summary>
    public HistoryLine? Conflict { get; private set; }

    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/commitments";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        (Form, SupersededBy, Version) = (ObligationForm.Of(Obligation), Obligation.SupersededBy, Obligation.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form.Check(ModelState, nameof(Form), T["Give the first date: what falls due again is counted from it."]);
        if (Form.MayTravel(Source.Classification, current.Reader.ClearanceIn(Country) ?? Classification.Public) is { } refusal)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Classification)}", T[refusal]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return Version == Obligation.Version ? await SaveAsync(ct) : await ConflictAsync(ct);
    }

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        Form.CopyTo(Obligation);
        Obligation.SupersededBy = Successors.Any(s => s.Value == SupersededBy?.ToString()) ? SupersededBy : null;
        Obligation.Version++;
        if (await db.TrySaveAsync(new Act("commitments.edit", Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            // Two people pressed the button at once; the second one asks again.
            return await ReadAsync(Obligation.Id, ct) ? await ConflictAsync(ct) : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{Obligation.Id}");
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken ct)
    {
        Conflict = (await db.HistoryOfAsync(Obligation.Id, ct)).FirstOrDefault();
        Version = Obligation.Version;
        return this.Overtaken(T["Somebody changed this obligation while you were editing. Look at both versions and save again, or leave."], nameof(Version));
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Obligation = (await db.Obligations.SingleOrDefaultAsync(o => o.Id == id && o.Country == Country, ct))!;
        Source = Obligation is null ? null! : (await db.DocumentAsync(Country, Obligation.DocumentId, ct))!;
        if (Source is null)
        {
            return false;
        }

        Successors = [.. (await db.Obligations.AsNoTracking()
            .Where(o => o.Country == Country && o.Id != id && o.State == ObligationState.Accepted && o.DocumentId != Obligation!.DocumentId)
            .OrderBy(o => o.What).ThenBy(o => o.Id).Select(o => new { o.Id, o.What }).ToListAsync(ct))
            .Select(o => new SelectListItem(o.What.Length > 90 ? o.What[..90] + "…" : o.What, o.Id.ToString()))];
        return true;
    }
}
