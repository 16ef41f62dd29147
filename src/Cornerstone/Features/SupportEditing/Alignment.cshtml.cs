using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Activity = Cornerstone.Features.Support.Activity;

namespace Cornerstone.Features.SupportEditing;

/// <summary>What one activity serves in the national plan: proposed by somebody, judged by somebody else (domain handbook §5.8).</summary>
[Requires(SupportRoom.Read)]
public sealed class AlignmentPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private const decimal Whole = 100m;

    [BindProperty, Required, Display(Name = "Objective")]
    public Guid? Lineage { get; set; }

    [BindProperty, Range(0.0001, 100.0), Display(Name = "Part of its money, in per cent")]
    public decimal? Share { get; set; }

    [BindProperty, StringLength(ActivityAlignment.LongestNote), Display(Name = "Why")]
    public string? Note { get; set; }

    public Activity Activity { get; private set; } = null!;

    public IReadOnlyList<ActivityAlignment> Alignments { get; private set; } = [];

    public IReadOnlyDictionary<Guid, PlanNode> Nodes { get; private set; } = new Dictionary<Guid, PlanNode>();

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    public IEnumerable<SelectListItem> Objectives => Nodes.Values.Where(n => n.Level is not PlanLevel.Vision)
        .OrderBy(n => n.Code, StringComparer.Ordinal).Select(n => new SelectListItem($"{n.Code} {n.Title.In(T.Language.Code)}", n.Lineage.ToString()));

    public bool MayPropose => current.May(SupportRoom.Contribute) && Nodes.Count > 0;

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public string Self => $"{Path}/{Activity.Id}";

    public string Title => Activity.Title?.In(T.Language.Code) ?? Activity.Identifier;

    private string Country => current.Workspace!.Code;

    public bool MayJudge(ActivityAlignment alignment) => current.May(SupportRoom.Edit) && alignment.ProposedBy != current.Reader.Id;

    public bool MayWithdraw(ActivityAlignment alignment) => current.May(SupportRoom.Edit) || (alignment.ProposedBy == current.Reader.Id && alignment.State == AlignmentState.Proposed);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct) || !MayPropose) return NotFound();

        if (Lineage is { } chosen && !Nodes.ContainsKey(chosen)) ModelState.AddModelError(nameof(Lineage), T["Choose one of the list."]);
        if (ModelState.IsValid && Refuse() is { } refusal) ModelState.AddModelError(nameof(Share), T[refusal]);
        if (!ModelState.IsValid) return this.Again();

        db.Add(new ActivityAlignment
        {
            ActivityId = id,
            Country = Country,
            Classification = Activity.Classification,
            Compartment = Activity.Compartment,
            Lineage = Lineage!.Value,
            Share = Share,
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
            ProposedBy = current.Reader.Id,
            ProposedAt = clock.GetUtcNow(),
        });
        // Of two who propose the same at once the second finds the first one's.
        return await SaveAsync("support.align", new Refusal("support.alignment-twice", CodeOf(Lineage.Value)), ct);
    }

    public async Task<IActionResult> OnPostJudgeAsync(Guid id, Guid alignment, bool agreed, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct) || await FindAsync(id, alignment, ct) is not { } found || !current.May(SupportRoom.Edit)) return NotFound();

        ModelState.Clear();
        if (found.Judge(agreed, current.Reader.Id, clock.GetUtcNow()) is { } refusal) return this.Again(nameof(Lineage), T[refusal]);

        return await SaveAsync("support.judge", new Refusal("support.alignment-judged"), ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid alignment, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct) || await FindAsync(id, alignment, ct) is not { } found || !MayWithdraw(found)) return NotFound();

        ModelState.Clear();
        db.Remove(found);
        return await SaveAsync("support.unalign", new Refusal("support.alignment-judged"), ct);
    }

    public string CodeOf(Guid lineage) => Nodes.TryGetValue(lineage, out var node) ? node.Code : "?";

    private Refusal? Refuse()
    {
        if (Alignments.Any(a => a.Lineage == Lineage)) return new Refusal("support.alignment-twice", CodeOf(Lineage!.Value));

        var sum = Alignments.Where(a => a.State != AlignmentState.Declined).Sum(a => a.Share ?? 0m) + (Share ?? 0m);
        return sum > Whole ? new Refusal("support.alignment-too-much", sum) : null;
    }

    private async Task<IActionResult> SaveAsync(string act, Refusal overtaken, CancellationToken ct)
    {
        if (await db.TrySaveAsync(new Act(act, Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await ReadAsync(Activity.Id, ct) ? this.Overtaken(T[overtaken]) : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Self}/alignment");
    }

    private Task<ActivityAlignment?> FindAsync(Guid id, Guid alignment, CancellationToken ct) =>
        db.Alignments.SingleOrDefaultAsync(a => a.ActivityId == id && a.Id == alignment && a.Country == Country, ct);

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct) is not { } activity) return false;

        Activity = activity;
        Alignments = await db.Alignments.AsNoTracking().Where(a => a.ActivityId == id).OrderBy(a => a.ProposedAt).ToListAsync(ct);
        Nodes = await db.PlanInForceAsync(Country, ct) is { } plan ? (await db.NodesOfAsync(plan.Version.Id, ct)).ToDictionary(n => n.Lineage) : [];
        var named = Alignments.SelectMany(a => new[] { a.ProposedBy, a.JudgedBy ?? a.ProposedBy }).ToList();
        People = await db.Users.Where(u => named.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return true;
    }
}
