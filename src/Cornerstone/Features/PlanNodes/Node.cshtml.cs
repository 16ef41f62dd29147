using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

/// <summary>One node and everything that hangs on it: money, law, indicators, paragraphs, progress, history.</summary>
[Requires(PlanRoom.Read)]
public sealed class NodePage(AppDb db, CurrentReader current, NodeDesk desk, PlanReading reading, IEnumerable<INodePanel> panels, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public NodeInVersion Found { get; private set; } = null!;

    /// <summary>Null for a retired node: it has left the tree.</summary>
    public PlanBranch? Branch { get; private set; }

    public IReadOnlyList<PlanFinding> Findings { get; private set; } = [];

    public PlanNames Names { get; private set; } = null!;

    public IReadOnlyList<PlanCost> Costs { get; private set; } = [];

    public IReadOnlyList<PlanFunding> Funding { get; private set; } = [];

    public IReadOnlyList<PlanLink> Links { get; private set; } = [];

    public IReadOnlyList<PlanMeasure> Measures { get; private set; } = [];

    public IReadOnlyList<PlanProgress> Progress { get; private set; } = [];

    public IReadOnlyList<ServedParagraph> Served { get; private set; } = [];

    public IReadOnlyList<(INodePanel Panel, IReadOnlyList<NodeNote> Notes)> Panels { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>The same node in the plan's other versions, newest first.</summary>
    public IReadOnlyList<(PlanVersion Version, PlanNode Node)> Others { get; private set; } = [];

    public IReadOnlyList<PlanMapping> Mappings { get; private set; } = [];

    public bool IsTheirs { get; private set; }

    public bool MayEdit => IsTheirs && Found.Version.IsOpen;

    public DateOnly Today => desk.Today;

    public NodeDesk Desk => desk;

    public async Task<IActionResult> OnGetAsync(Guid lineage, CancellationToken ct)
    {
        if (await desk.FindAsync(lineage, Version, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        IsTheirs = (await desk.RightsAsync(ct)).Covers(found.Node);
        Names = await db.PlanNamesAsync(desk.Country, desk.Today, ct);
        await ReadTreeAsync(ct);
        await ReadLinesAsync(ct);
        await ReadOthersAsync(ct);
        Panels = await PanelsAsync(ct);
        History = Tab == "history" ? await db.HistoryOfNodeAsync(found.Node, Belonging, ct) : [];
        return Page();
    }

    private IEnumerable<Guid> Belonging =>
        [.. Costs.Select(c => c.Id), .. Funding.Select(f => f.Id), .. Links.Select(l => l.Id), .. Progress.Select(p => p.Id), .. Served.Select(s => s.Link.Id)];

    private async Task ReadTreeAsync(CancellationToken ct)
    {
        var tree = await reading.TreeAsync(Found.Version, PlanParts.All, ct);
        Branch = tree.Find(Found.Node.Id);
        Measures = [.. Branch?.Measures ?? (await reading.MeasuresAsync(desk.Country, [Found.Node.Lineage], ct))[Found.Node.Lineage]];
        Findings = [.. (await reading.FindingsAsync(Found.Version, tree, ct)).Where(f => f.Node == Found.Node.Id)];
    }

    private async Task ReadLinesAsync(CancellationToken ct)
    {
        var (id, lineage) = (Found.Node.Id, Found.Node.Lineage);
        Costs = await db.PlanCosts.AsNoTracking().Where(c => c.NodeId == id).OrderBy(c => c.FiscalYear).ThenBy(c => c.Currency).ToListAsync(ct);
        Funding = await db.PlanFundings.AsNoTracking().Where(f => f.NodeId == id).OrderBy(f => f.FiscalYear).ThenBy(f => f.Kind).ThenBy(f => f.Source).ToListAsync(ct);
        Links = await db.PlanLinks.AsNoTracking().Where(l => l.NodeId == id).OrderBy(l => l.Kind).ThenBy(l => l.Target).ToListAsync(ct);
        Progress = await db.ProgressOfAsync(desk.Country, lineage, ct);
        Served = await db.ServedParagraphsAsync(desk.Country, lineage, T.Language.Code, ct);
        Mappings = await db.MappingsInto(Found.Version.Id).Where(m => m.FromLineage == lineage || m.ToLineage == lineage).ToListAsync(ct);
    }

    private async Task ReadOthersAsync(CancellationToken ct) => Others = (await (
        from node in db.PlanNodes.AsNoTracking()
        join version in db.PlanVersions.AsNoTracking() on node.VersionId equals version.Id
        where node.Country == desk.Country && node.Lineage == Found.Node.Lineage && node.Id != Found.Node.Id
        orderby version.Number descending
        select new { version, node }).ToListAsync(ct)).ConvertAll(r => (r.version, r.node));

    private async Task<IReadOnlyList<(INodePanel, IReadOnlyList<NodeNote>)>> PanelsAsync(CancellationToken ct)
    {
        var found = new List<(INodePanel, IReadOnlyList<NodeNote>)>();
        // One after the other: the panels share this request's database connection.
        foreach (var panel in panels.Where(p => current.May(p.Needs)))
        {
            var linked = Links.Where(l => l.Kind.ToString() == panel.LinkKind).Select(l => l.Target).ToList();
            var node = Found.Node;
            var notes = await panel.NotesAsync(new NodeAsked(desk.Country, node.Lineage, node.OwnerId, node.ContributorIds, node.Components, node.Regions, linked), ct);
            found.Add((panel, notes));
        }

        return found;
    }
}
