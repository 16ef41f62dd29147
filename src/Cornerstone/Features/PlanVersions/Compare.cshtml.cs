using System.ComponentModel.DataAnnotations;
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

namespace Cornerstone.Features.PlanVersions;

/// <summary>Two versions node by node, and, while the later one is a draft, the mapping between them.</summary>
[Requires(PlanRoom.Read)]
public sealed class ComparePage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int To { get; set; }

    /// <summary>Show the nodes that were carried over unchanged too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty]
    public Guid? Earlier { get; set; }

    [BindProperty]
    public Guid? Later { get; set; }

    [BindProperty, StringLength(500)]
    public string? Note { get; set; }

    [BindProperty]
    public Guid? Mapping { get; set; }

    public PlanVersion Before { get; private set; } = null!;

    public PlanVersion After { get; private set; } = null!;

    public IReadOnlyList<ComparedNode> Compared { get; private set; } = [];

    public IReadOnlyList<PlanNode> BeforeNodes { get; private set; } = [];

    public IReadOnlyList<PlanNode> AfterNodes { get; private set; } = [];

    public bool MayMap => current.May(PlanRoom.Edit) && (After.IsOpen || IsLocked);

    /// <summary>True where the later version was handed in while somebody wrote: their words are still shown.</summary>
    public bool IsLocked { get; private set; }

    public string Path => $"/{Country.ToLowerInvariant()}/plan";

    public string Self => FormattableString.Invariant($"{Path}/versions/compare?plan={Before.PlanId}&from={From}&to={To}");

    public IEnumerable<ComparedNode> Shown => Compared.Where(c => All || c.Relation != MappingRelation.Carried || c.IsChanged);

    public IEnumerable<(MappingRelation Relation, bool IsChanged, int Count)> Counts => Compared
        .GroupBy(c => (c.Relation, IsChanged: c.Relation == MappingRelation.Carried && c.IsChanged)).OrderBy(g => g.Key.Relation).Select(g => (g.Key.Relation, g.Key.IsChanged, g.Count()));

    /// <summary>Nodes of the earlier version that did not simply go on.</summary>
    public IEnumerable<SelectListItem> EarlierChoices => BeforeNodes.Where(b => AfterNodes.All(a => a.Lineage != b.Lineage)).Select(Choice);

    public IEnumerable<SelectListItem> LaterChoices => AfterNodes.Select(Choice);

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMapAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        if (!MayMap)
        {
            return current.May(PlanRoom.Edit) ? Locked() : Forbid();
        }

        if (!EarlierChoices.Any(c => c.Value == Earlier?.ToString()))
        {
            ModelState.AddModelError(nameof(Earlier), T["Choose a node of the version before."]);
        }

        if (Later is null && string.IsNullOrWhiteSpace(Note))
        {
            ModelState.AddModelError(nameof(Note), T["Say why it was dropped."]);
        }

        if (Later is not null && AfterNodes.All(n => n.Lineage != Later))
        {
            ModelState.AddModelError(nameof(Later), T["Choose a node of this version."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        db.RemoveRange(await db.PlanMappings.Where(m => m.VersionId == After.Id && m.FromLineage == Earlier).ToListAsync(ct));
        db.Add(Said());
        return await SaveAsync(ct);
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        if (!MayMap)
        {
            return current.May(PlanRoom.Edit) ? Locked() : Forbid();
        }

        var mapping = await db.PlanMappings.SingleOrDefaultAsync(m => m.Id == Mapping && m.VersionId == After.Id, ct);
        if (mapping is null)
        {
            return NotFound();
        }

        db.Remove(mapping);
        return await SaveAsync(ct);
    }

    // A node that had a forerunner of its own takes in another one: merged. One that had none goes on under a new lineage.
    // What is said of two nodes travels no further than the more secret of them.
    private PlanMapping Said()
    {
        List<PlanNode> ends = [BeforeNodes.First(n => n.Lineage == Earlier), .. AfterNodes.Where(n => n.Lineage == Later)];
        return new()
        {
            Country = Country,
            Classification = ends.Select(n => n.Classification).Append(After.Classification).Max(),
            Compartment = ends.Select(n => n.Compartment).FirstOrDefault(c => c is not null) ?? After.Compartment,
            VersionId = After.Id,
            Relation = Later is null ? MappingRelation.Dropped
                : BeforeNodes.Any(b => b.Lineage == Later) || Compared.Any(c => c.After?.Lineage == Later && c.Before.Count > 0) ? MappingRelation.Merged
                : MappingRelation.Carried,
            FromLineage = Earlier,
            ToLineage = Later,
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        };
    }

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        if (await db.TrySaveAsync(new Act("plan.map", Country, clock.GetUtcNow()), ct) == SaveOutcome.Saved)
        {
            this.Say(T["Saved."]);
            return Redirect(Self);
        }

        return await ReadAsync(ct) ? Locked() : NotFound();
    }

    private IActionResult Locked()
    {
        IsLocked = true;
        return this.Overtaken(T[new Refusal("plan.locked-meanwhile", After.Number)]);
    }

    private SelectListItem Choice(PlanNode node) => new(T["{0} {1}", node.Code, node.Title.In(T.Language.Code)], node.Lineage.ToString());

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (From >= To
            || await db.PlanInForceAsync(Country, Plan, From, ct) is not { } before
            || await db.PlanInForceAsync(Country, before.Plan.Id, To, ct) is not { } after)
        {
            return false;
        }

        (Before, After) = (before.Version, after.Version);
        BeforeNodes = await db.NodesOfAsync(Before.Id, ct);
        AfterNodes = await db.NodesOfAsync(After.Id, ct);
        var mappings = await db.MappingsInto(After.Id).ToListAsync(ct);
        var telling = new NodeTelling(await db.PlanNamesAsync(Country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct), After.Levels, T);
        telling.Learn(BeforeNodes, await db.CostsOfAsync(Before.Id, ct), await db.FundingOfAsync(Before.Id, ct), await db.LinksOfAsync(Before.Id, ct));
        telling.Learn(AfterNodes, await db.CostsOfAsync(After.Id, ct), await db.FundingOfAsync(After.Id, ct), await db.LinksOfAsync(After.Id, ct));
        Compared = PlanComparison.Of(BeforeNodes, AfterNodes, mappings, telling.Tell);
        return true;
    }
}
