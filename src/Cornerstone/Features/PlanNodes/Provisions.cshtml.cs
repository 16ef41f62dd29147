using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Plan;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

/// <summary>The paragraphs an objective serves. They are linked to its lineage, so they hold through all versions of the plan.</summary>
[Requires(PlanRoom.Contribute)]
public sealed class ProvisionsPage(AppDb db, NodeDesk desk, ProvisionPicker picker, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty, StringLength(120)]
    public string? Symbol { get; set; }

    [BindProperty, StringLength(60)]
    public string? Paragraph { get; set; }

    [BindProperty]
    public ServiceRelation Relation { get; set; }

    [BindProperty]
    public Guid? Link { get; set; }

    public NodeInVersion Found { get; private set; } = null!;

    public IReadOnlyList<ServedParagraph> Served { get; private set; } = [];

    public NodeDesk Desk => desk;

    public IEnumerable<SelectListItem> Relations => Enum.GetValues<ServiceRelation>().Select(r => new SelectListItem(T.Of(r), r.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid lineage, CancellationToken ct) => await ReadAsync(lineage, ct) ?? Page();

    public async Task<IActionResult> OnPostAddAsync(Guid lineage, CancellationToken ct)
    {
        if (await ReadAsync(lineage, ct) is { } refused)
        {
            return refused;
        }

        // The link holds before the document is in the library: then the citation is taken at its word.
        var picked = await picker.PickAsync(desk.Country, Symbol, Paragraph, ct, mayBeMissing: true);
        if (picked.Why is { } why)
        {
            ModelState.AddModelError(picked.Document is null ? nameof(Paragraph) : nameof(Symbol), T[why]);
        }

        if (!ModelState.IsValid || picked.Provision is not { } provision)
        {
            return this.Again();
        }

        if (Served.Any(s => s.Link.Provision == provision && s.Link.Relation == Relation))
        {
            return this.Again(nameof(Paragraph), T["This paragraph is linked already."]);
        }

        db.ProvisionsServed.Add(new ProvisionServed
        {
            Country = desk.Country,
            Classification = Found.Node.Classification,
            Compartment = Found.Node.Compartment,
            RecordType = nameof(PlanNode),
            RecordId = Found.Node.Lineage,
            Provision = provision,
            Relation = Relation,
        });
        return await SaveAsync("plan.serve", T["The paragraph was linked."], ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid lineage, CancellationToken ct)
    {
        if (await ReadAsync(lineage, ct) is { } refused)
        {
            return refused;
        }

        var link = await db.ProvisionsServed.SingleOrDefaultAsync(l => l.Id == Link && l.RecordId == lineage && l.Country == desk.Country, ct);
        if (link is null)
        {
            return NotFound();
        }

        db.Remove(link);
        return await SaveAsync("plan.unserve", T["The link was removed."], ct);
    }

    private async Task<IActionResult> SaveAsync(string act, string said, CancellationToken ct)
    {
        await db.SaveAsync(new Act(act, desk.Country, desk.Now), ct);
        this.Say(said);
        return Redirect(desk.AddressOf(Found, "provisions"));
    }

    private async Task<IActionResult?> ReadAsync(Guid lineage, CancellationToken ct)
    {
        if (await desk.FindAsync(lineage, Version, ct) is not { } found)
        {
            return NotFound();
        }

        if (!(await desk.RightsAsync(ct)).Covers(found.Node))
        {
            return Forbid();
        }

        Found = found;
        Served = await db.ServedParagraphsAsync(desk.Country, lineage, T.Language.Code, ct);
        return null;
    }
}
