using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

/// <summary>Moves a node of a draft under another one, takes it out of the plan, or puts it back. Nothing is deleted.</summary>
[Requires(PlanRoom.Edit)]
public sealed class MovePage(AppDb db, NodeDesk desk, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty]
    public Guid? Under { get; set; }

    // Asked for when retiring only: the rule says when it is missing.
    [BindProperty]
    public string? Reason { get; set; }

    public NodeInVersion Found { get; private set; } = null!;

    public IReadOnlyList<PlanNode> Parents { get; private set; } = [];

    /// <summary>How many nodes would leave the plan together with this one.</summary>
    public int Below { get; private set; }

    public NodeDesk Desk => desk;

    public IEnumerable<SelectListItem> Offered => Parents.Select(p => new SelectListItem(T["{0} {1}", p.Code, p.Title.In(T.Language.Code)], p.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid lineage, CancellationToken ct)
    {
        if (!await ReadAsync(lineage, ct) || !Found.Version.IsOpen)
        {
            return NotFound();
        }

        Under = Found.Node.ParentId;
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid lineage, CancellationToken ct)
    {
        if (!await ReadAsync(lineage, ct))
        {
            return NotFound();
        }

        if (!Found.Version.IsOpen)
        {
            return Locked();
        }

        var parent = Parents.FirstOrDefault(p => p.Id == Under);
        if (Under is not null && parent is null)
        {
            return this.Again(nameof(Under), T["Choose a node of a higher level of this version."]);
        }

        return Found.Node.MoveUnder(parent) is { } refusal ? Refused(nameof(Under), refusal) : await SaveAsync("plan.move", [Found.Node], T["{0} was moved.", Found.Node.Code], ct);
    }

    public async Task<IActionResult> OnPostRetireAsync(Guid lineage, CancellationToken ct)
    {
        if (!await ReadAsync(lineage, ct))
        {
            return NotFound();
        }

        if (!Found.Version.IsOpen)
        {
            return Locked();
        }

        var leaving = await BranchAsync(ct);
        foreach (var node in leaving)
        {
            if (node.Retire(Reason) is { } refusal)
            {
                return Refused(nameof(Reason), refusal);
            }
        }

        return await SaveAsync("plan.retire", leaving, T["{0} has left the plan.", Found.Node.Code], ct);
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid lineage, CancellationToken ct)
    {
        if (!await ReadAsync(lineage, ct))
        {
            return NotFound();
        }

        if (!Found.Version.IsOpen)
        {
            return Locked();
        }

        var node = Found.Node;
        if (node.ParentId is { } parent && Parents.All(p => p.Id != parent))
        {
            return Refused("", new Refusal("plan.parent-retired", node.Code));
        }

        if (await db.PlanNodes.AnyAsync(n => n.VersionId == node.VersionId && n.Id != node.Id && n.Code == node.Code && n.RetiredBecause == null, ct))
        {
            return Refused("", new Refusal("plan.code-taken", node.Code));
        }

        return node.Restore() is { } refusal ? Refused("", refusal) : await SaveAsync("plan.restore", [node], T["{0} is part of the plan again.", node.Code], ct);
    }

    private IActionResult Refused(string field, Refusal refusal)
    {
        db.ChangeTracker.Clear();
        ModelState.AddModelError(field, T[refusal]);
        return this.Again();
    }

    private async Task<IActionResult> SaveAsync(string act, IEnumerable<PlanNode> nodes, string said, CancellationToken ct)
    {
        foreach (var node in nodes)
        {
            node.Version++;
        }

        var outcome = await db.TrySaveAsync(new Act(act, desk.Country, desk.Now, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim()), ct);
        if (outcome == SaveOutcome.Saved)
        {
            this.Say(said);
            return Redirect(desk.AddressOf(Found));
        }

        if (!await ReadAsync(Found.Node.Lineage, ct))
        {
            return NotFound();
        }

        return outcome == SaveOutcome.CodeTaken ? this.Overtaken(T[new Refusal("plan.code-taken", Found.Node.Code)])
            : !Found.Version.IsOpen ? Locked()
            : this.Overtaken(T["Somebody changed the plan in this moment. Look at it again before you go on."]);
    }

    private IActionResult Locked() => this.Overtaken(T[new Refusal("plan.locked-meanwhile", Found.Version.Number)]);

    // The node and all that stands below it and has not left before; tracked, top down.
    private async Task<IReadOnlyList<PlanNode>> BranchAsync(CancellationToken ct)
    {
        var nodes = (await db.PlanNodes.Where(n => n.VersionId == Found.Version.Id && n.RetiredBecause == null && n.Id != Found.Node.Id).ToListAsync(ct)).ToLookup(n => n.ParentId);
        IEnumerable<PlanNode> Under(PlanNode node) => nodes[node.Id].SelectMany(Under).Prepend(node);
        return [.. Under(Found.Node)];
    }

    private async Task<bool> ReadAsync(Guid lineage, CancellationToken ct)
    {
        Found = (await desk.FindAsync(lineage, Version, ct))!;
        if (Found is null)
        {
            return false;
        }

        Parents = await db.ParentsForAsync(Found.Version.Id, Found.Node.Level, ct);
        Below = Found.Node.IsRetired ? 0 : (await BranchAsync(ct)).Count - 1;
        return true;
    }
}
