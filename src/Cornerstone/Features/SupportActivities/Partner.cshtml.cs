using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportActivities;

/// <summary>One organisation: what it is called in files, and which entries a person said are the same.</summary>
[Requires(PartnersRoom.Read)]
public sealed class PartnerPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public Guid? Into { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Partner Partner { get; private set; } = null!;

    public PartnerLine? Line { get; private set; }

    /// <summary>Entries this one stands for.</summary>
    public IReadOnlyList<Partner> Merged { get; private set; } = [];

    /// <summary>The entry that stands for this one.</summary>
    public PartnerEntry? Standing { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    public bool MayEdit => current.May(PartnersRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMergeAsync(Guid id, CancellationToken ct) => await ChangeAsync(id, "partners.merge", async partner =>
        Into is { } into && await db.Partners.SingleOrDefaultAsync(p => p.Id == into && p.Country == Country, ct) is { } other
            ? partner.MergeInto(other)
            : new Refusal("partners.merge-target", partner.Names.In(T.Language.Code)), ct);

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct) => await ChangeAsync(id, "partners.undo-merge", partner => Task.FromResult(partner.UndoMerge()), ct);

    private async Task<IActionResult> ChangeAsync(Guid id, string act, Func<Partner, Task<Refusal?>> change, CancellationToken ct)
    {
        if (!MayEdit || !await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (Version != Partner.Version)
        {
            return Clash();
        }

        if (await change(Partner) is { } refusal)
        {
            return this.Again(nameof(Into), T[refusal]);
        }

        if (await db.TrySaveAsync(new Act(act, Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await FindAsync(id, ct) ? Clash() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/partners/{id}");
    }

    private IActionResult Clash()
    {
        Version = Partner.Version;
        return this.Overtaken(T["Somebody changed this entry while you were editing."], nameof(Version));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Partners.SingleOrDefaultAsync(p => p.Id == id && p.Country == Country, ct) is not { } partner)
        {
            return false;
        }

        var lines = await PartnerLine.ReadAsync(db, Country, clock.GetUtcNow(), ct);
        Partner = partner;
        Version = HttpMethods.IsGet(Request.Method) ? partner.Version : Version;
        Line = lines.FirstOrDefault(l => l.Entry.Id == id);
        Merged = await db.Partners.AsNoTracking().Where(p => p.Country == Country && p.MergedIntoId == id).OrderBy(p => p.Id).ToListAsync(ct);
        Standing = partner.IsMerged && (await db.PartnerIndexAsync(Country, ct)).Of(id) is { } standing && standing.Id != id ? standing : null;
        Others = [.. lines.Where(l => l.Entry.Id != id).Select(l => new SelectListItem(l.Entry.Names.In(T.Language.Code), l.Entry.Id.ToString())).OrderBy(o => o.Text, StringComparer.CurrentCulture)];
        History = await db.HistoryOfAsync(id, ct);
        return true;
    }
}
