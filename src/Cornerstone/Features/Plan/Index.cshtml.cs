using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Plan;

/// <summary>The plan as a tree: what it costs, who pays, how far it has come, and what the rules find.</summary>
[Requires(PlanRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, PlanReading reading, TimeProvider clock, Text T) : PageModel
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>Code of the node whose branch is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Under { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlanRule? Rule { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    /// <summary>For printing: nothing is cut.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public PlanInForce? Shown { get; private set; }

    public PlanTree Tree { get; private set; } = null!;

    public PlanBranch? Top { get; private set; }

    public IReadOnlyList<PlanFinding> Everything { get; private set; } = [];

    public ILookup<Guid?, PlanFinding> Findings { get; private set; } = null!;

    public PlanNames Names { get; private set; } = null!;

    public IReadOnlyList<OutlineRow> Rows { get; private set; } = [];

    public int Admitted { get; private set; }

    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    public IReadOnlyList<NationalPlan> Plans { get; private set; } = [];

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public bool MayEdit => current.May(PlanRoom.Edit);

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/plan";

    public PlanFilter Filter => new() { Component = Component, Region = Region, Owner = Owner, Rule = Rule, State = State };

    public string? Previous => !All && Part.Before is { } skip ? PageAt(skip) : null;

    public string? Next => !All && Filter.IsNarrow && Part.After is { } skip ? PageAt(skip) : null;

    /// <summary>The plan and version asked for, for every link on the page; nothing when it is the one in force.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Asked =>
        new Dictionary<string, string?> { ["plan"] = Plan?.ToString(), ["version"] = Version?.ToString(T.Language.Culture) };

    public IEnumerable<SelectListItem> Components => Names.Components
        .Where(c => Tree.All.Any(b => b.Names(c.Code))).Select(c => new SelectListItem(Names.ComponentIn(c.Code, T), c.Code));

    public IEnumerable<SelectListItem> Regions => Names.Regions
        .Where(r => Tree.All.Any(b => b.Node.Regions.Contains(r.Code))).Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code));

    public IEnumerable<SelectListItem> Owners => Tree.All.Select(b => b.Node.OwnerId).OfType<Guid>().Distinct()
        .Select(id => new SelectListItem(Names.InstitutionIn(id, T), id.ToString())).OrderBy(o => o.Text, StringComparer.CurrentCulture);

    public IEnumerable<SelectListItem> Rules => Everything.Where(f => f.Node is not null).GroupBy(f => f.Rule).OrderBy(g => g.Key)
        .Select(g => new SelectListItem(T["{0} ({1})", T.Of(g.Key), g.Count()], g.Key.ToString()));

    public IEnumerable<SelectListItem> States =>
    [
        new(T["Late"], PlanFilter.Late),
        .. Enum.GetValues<ProgressState>().Select(s => new SelectListItem(T.Of(s), s.ToString())),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        Plans = await db.Plans.AsNoTracking().Where(p => p.Country == country).OrderBy(p => p.Id).ToListAsync(ct);
        Shown = await db.PlanInForceAsync(country, Plan, Version, ct);
        if (Shown is null)
        {
            return Plan is null && Version is null ? Page() : NotFound();
        }

        Tree = await reading.TreeAsync(Shown.Version, PlanParts.All, ct);
        Everything = await reading.FindingsAsync(Shown.Version, Tree, ct);
        Findings = Everything.ToLookup(f => f.Node);
        Names = await db.PlanNamesAsync(country, Today, ct);
        Versions = await db.PlanVersions.AsNoTracking().Where(v => v.PlanId == Shown.Plan.Id).OrderByDescending(v => v.Number).ToListAsync(ct);
        Top = Under is null ? null : Tree.FindCode(Under);
        if (Under is not null && Top is null)
        {
            return NotFound();
        }

        Rows = Filter.IsNarrow ? Narrowed() : PlanOutline.Of(Top is null ? Tree.Roots : [Top], All ? int.MaxValue : PlanOutline.MostRows);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        All = true;
        return await OnGetAsync(ct) is PageResult && Shown is not null
            ? this.Export(PlanExport.Of(Rows.Select(r => r.Branch), Shown, Names, Findings, Today, T), format)
            : NotFound();
    }

    /// <summary>Address of a branch of the version shown.</summary>
    public string BranchAddress(string code) => QueryHelpers.AddQueryString(Path, Asked.Append(new("under", code)).Where(q => q.Value is not null));

    public string NodeAddress(TreeNode node) => QueryHelpers.AddQueryString($"{Path}/nodes/{node.Lineage}", Asked.Where(q => q.Value is not null));

    private PageRows Part => PageRows.From(Skip, PageSize, Admitted);

    private List<OutlineRow> Narrowed()
    {
        var admitted = (Top is null ? Tree.All : Top.SelfAndBelow()).Where(b => Filter.Admits(b, Findings, Today)).ToList();
        Admitted = admitted.Count;
        return [.. (All ? admitted : admitted.Skip(Part.Start).Take(PageSize)).Select(b => new OutlineRow(b, 0, 0))];
    }

    private string PageAt(int skip) => QueryHelpers.AddQueryString(Filter.AddressOn(Path, Asked), "skip", $"{skip}");
}
