using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanViews;

/// <summary>The whole plan to read and to print: contents, objectives with their activities, cost by year, what the rules find.</summary>
[Requires(PlanRoom.Read)]
public sealed class DocumentPage(AppDb db, CurrentReader current, PlanReading reading, TimeProvider clock, Text T) : PageModel
{
    /// <summary>A larger plan opens with its contents and sums, and each goal is a part; "all" still prints it whole.</summary>
    private const int MostNodesAtOnce = 300;

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>Code of the branch that is read by itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Annex { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public OpenPlan? Shown { get; private set; }

    public IReadOnlyList<PlanBranch> Sections { get; private set; } = [];

    public PlanBranch? Top { get; private set; }

    public IReadOnlyList<PlanChapter> Chapters { get; private set; } = [];

    /// <summary>The objectives of the chapters with their paragraphs, by id.</summary>
    public IReadOnlyDictionary<Guid, PlanNode> Texts { get; private set; } = new Dictionary<Guid, PlanNode>();

    public IReadOnlyList<PlanYears> Years { get; private set; } = [];

    public IReadOnlyList<PlanFinding> Findings { get; private set; } = [];

    public PlanAsked Asked => new(current.Workspace!.Code, Plan, Version);

    /// <summary>Too long for one page that opens on a bad line.</summary>
    public bool IsDivided => !All && Shown!.Tree.All.Count > MostNodesAtOnce;

    public bool ShowsFront => Part is null && !Annex;

    public bool ShowsAnnex => Annex || (Part is null && !IsDivided);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Shown = await OpenPlan.ReadAsync(db, reading, Asked, ShowsFront ? PlanParts.All | PlanParts.Years : PlanParts.All, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        if (Shown is not { } shown)
        {
            return Plan is null && Version is null ? Page() : NotFound();
        }

        Sections = [.. shown.Tree.Roots.SelectMany(PlanYears.Sections)];
        Top = Part is null ? null : shown.Tree.FindCode(Part);
        if (Part is not null && Top is null)
        {
            return NotFound();
        }

        Chapters = Top is not null ? PlanChapter.Of([Top]) : Annex || IsDivided ? [] : PlanChapter.Of(shown.Tree.Roots);
        Texts = await TextsAsync(shown.Version.Id, [.. Chapters.Select(c => c.Objective?.Node.Id).OfType<Guid>()], ct);
        Years = ShowsFront ? PlanYears.Of(shown.Tree, shown.Tree.Years) : [];
        Findings = ShowsFront || ShowsAnnex ? await reading.FindingsAsync(shown.Version, shown.Tree, ct) : [];
        return Page();
    }

    private async Task<Dictionary<Guid, PlanNode>> TextsAsync(Guid version, List<Guid> objectives, CancellationToken ct) => objectives.Count == 0
        ? []
        : await db.PlanNodes.AsNoTracking().Where(n => n.VersionId == version && objectives.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);

    /// <summary>Where a chapter stands: on this page, or in a part of its own.</summary>
    public string AddressOf(PlanBranch section) => IsDivided ? Asked.Address("/document", ("part", section.Node.Code)) : "#" + AnchorOf(section.Node);

    /// <summary>An objective within a section.</summary>
    public string AddressOf(PlanBranch section, PlanBranch below) => (IsDivided ? AddressOf(section) : "") + "#" + AnchorOf(below.Node);

    public static string AnchorOf(TreeNode node) => $"node-{node.Lineage}";

    public string WholeAddress => Asked.Address("/document", ("all", "true"));

    public string AnnexAddress => IsDivided ? Asked.Address("/document", ("annex", "true")) : "#findings";

    public IEnumerable<IGrouping<PlanRule, PlanFinding>> FindingsByRule => Findings.GroupBy(f => f.Rule).OrderBy(g => g.Key);

    public TreeNode? NodeOf(PlanFinding finding) => finding.Node is { } id ? Shown!.Tree.Find(id)?.Node : null;

    public string Year(int year) => PlanWords.YearOf(Shown!.Plan, year);

    public string Amount(decimal? amount) => amount?.ToString(amount == decimal.Truncate(amount.Value) ? "N0" : "N2", T.Language.Culture) ?? "–";

    public string Named(IEnumerable<string> codes, Func<string, Text, string> name) => string.Join(T[", "], codes.Select(c => name(c, T)));

    public string Contributors(TreeNode node) => string.Join(T[", "], node.ContributorIds.Select(id => Shown!.Names.InstitutionIn(id, T)));

    public string CostOf(PlanBranch branch) => branch.IsCosted ? string.Join(T[", "], branch.Cost.Select(m => T.Of(m))) : T["not written"];

    /// <summary>The paragraphs of an objective, with what each one is.</summary>
    public IEnumerable<(string Label, Wording Says)> Paragraphs(PlanNode node) =>
        new (string Label, Wording? Says)[]
        {
            (T["Assumptions"], node.Assumptions), (T["Risks"], node.Risks), (T["Political objective served"], node.PoliticalObjective),
            (T["Who gains and who loses"], node.WinnersLosers),
        }.Where(p => p.Says is { IsEmpty: false }).Select(p => (p.Label, p.Says!));
}
