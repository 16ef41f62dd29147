using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.PlanViews;

/// <summary>The plan over time, and who is late.</summary>
[Requires(PlanRoom.Read)]
public sealed class GanttPage(AppDb db, CurrentReader current, PlanReading reading, TimeProvider clock, Text T) : PageModel
{
    /// <summary>Rows of one drawing: it fits a sheet of paper.</summary>
    private const int PieceSize = 38;

    /// <summary>Rows of one page: two sizes and a table of them stay within the weight of a page.</summary>
    private const int PageSize = 2 * PieceSize;

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    [BindProperty(SupportsGet = true)]
    public PlanLevel? Deepest { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    /// <summary>For printing: nothing is cut by paging.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public OpenPlan? Shown { get; private set; }

    public IReadOnlyList<PlanBranch> Admitted { get; private set; } = [];

    public IReadOnlyList<PlanBranch> Rows { get; private set; } = [];

    public IReadOnlyList<LateOwner> LateOwners { get; private set; } = [];

    public PlanAsked Asked => new(current.Workspace!.Code, Plan, Version);

    public GanttFilter Filter => new(Owner, string.IsNullOrEmpty(Component) ? null : Component, Deepest, Late);

    public string? Previous => !All && Part.Before is { } skip ? PageAt(skip) : null;

    public string? Next => !All && Part.After is { } skip ? PageAt(skip) : null;

    public string Summary => T["{0}–{1} of {2}", Math.Min(Admitted.Count, Part.Start + 1), Part.Start + Rows.Count, Admitted.Count];

    public IEnumerable<SelectListItem> Owners => Shown!.Tree.All.Select(b => b.Node.OwnerId).OfType<Guid>().Distinct()
        .Select(id => new SelectListItem(Shown.Names.InstitutionIn(id, T), id.ToString())).OrderBy(o => o.Text, StringComparer.CurrentCulture);

    public IEnumerable<SelectListItem> Components => Shown!.Names.Components
        .Where(c => Shown.Tree.All.Any(b => b.Names(c.Code))).Select(c => new SelectListItem(Shown.Names.ComponentIn(c.Code, T), c.Code));

    public IEnumerable<SelectListItem> Levels => Shown!.Tree.All.Select(b => b.Node.Level).Distinct().Order()
        .Select(l => new SelectListItem(T.Of(l, Shown.Version.Levels), l.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Shown = await OpenPlan.ReadAsync(db, reading, Asked, PlanParts.Progress, today, ct);
        if (Shown is null)
        {
            return Plan is null && Version is null ? Page() : NotFound();
        }

        Admitted = [.. Shown.Tree.All.Where(b => Filter.Admits(b, today))];
        Rows = All ? Admitted : [.. Admitted.Skip(Part.Start).Take(PageSize)];
        LateOwners = LateOwner.Of(Shown.Tree.All, today);
        return Page();
    }

    public IEnumerable<PlanBranch[]> Pieces => Rows.Chunk(PieceSize);

    public GanttChart Chart(PlanBranch[] piece) => new(
        new ChartText(T["The plan over time"], T["Each bar runs from the beginning to the end of a part of the plan and is filled as far as its steps are done; the dashed line is today."], T["Objective"]),
        new GanttWords(T["Beginning"], T["End"], T["Progress"], T["Steps done"], T["Today"], T["no dates"],
            [.. Enum.GetValues<ProgressState>().Select(s => T.Of(s)), T.Of((ProgressState?)null)]),
        [.. piece.Select(RowOf)],
        Shown!.Today)
    {
        AxisDays = [.. Ends(Admitted)],
    };

    public string LateAddress(Guid? owner) => Asked.Address("/gantt", ("owner", owner?.ToString()), ("late", "true"));

    private static IEnumerable<DateOnly> Ends(IEnumerable<PlanBranch> branches)
    {
        var days = branches.SelectMany(b => new[] { b.Node.StartsOn, b.Node.EndsOn }).OfType<DateOnly>().ToList();
        return days.Count == 0 ? [] : [days.Min(), days.Max()];
    }

    private PageRows Part => PageRows.From(All ? 0 : Skip, PageSize, Admitted.Count);

    private GanttRow RowOf(PlanBranch branch) => new(
        // Each in its own direction: a title that is cut short keeps its "…" at its own end.
        $"\u2068{branch.Node.Code}\u2069 \u2068{branch.Node.Title.In(T.Language.Code)}\u2069",
        Filter.IsNarrow ? 1 : branch.Depth,
        branch.Node.StartsOn,
        branch.Node.EndsOn,
        branch.StateShown(Shown!.Today) is { } state ? (GanttState)state : GanttState.Unknown,
        branch.ProgressShown(Shown.Today),
        branch.Node.Level == PlanLevel.Milestone,
        Asked.Node(branch.Node));

    private string PageAt(int skip) => Address(("skip", skip.ToString(CultureInfo.InvariantCulture)));

    public string Address(params IEnumerable<(string Name, string? Value)> further) => Asked.Address("/gantt",
        [("owner", Owner?.ToString()), ("component", Filter.Component), ("deepest", Deepest?.ToString()), ("late", Late ? "true" : null), .. further]);
}
