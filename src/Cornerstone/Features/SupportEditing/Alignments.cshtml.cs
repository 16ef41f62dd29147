using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportEditing;

/// <summary>All that activities are said to serve; proposals are judged here many at a time.</summary>
[Requires(SupportRoom.Read)]
public sealed class AlignmentsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    // A page is read and judged; the file has all of them.
    private const int Most = 200;

    public sealed record Line(ActivityAlignment Alignment, string Identifier, Wording? Activity, string Code, Wording? Objective);

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>Also those that were judged.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Judged { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IEnumerable<Line> Shown => Lines.Take(Most);

    public bool IsCut => Lines.Count > Most;

    public bool MayEdit => current.May(SupportRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    private string Country => current.Workspace!.Code;

    public bool MayJudge(ActivityAlignment alignment) => MayEdit && alignment.State == AlignmentState.Proposed && alignment.ProposedBy != current.Reader.Id;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public Task<IActionResult> OnPostAgreeAsync(CancellationToken ct) => JudgeAsync(agreed: true, ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) => JudgeAsync(agreed: false, ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        return this.Export(new ListExport<Line>("alignments", T["What support serves"], Lines)
        {
            Columns =
            [
                new(T["Identifier"], l => l.Identifier, Width: 28),
                new(T["Activity"], l => l.Activity?.In(T.Language.Code), Width: 44),
                new(T["Code"], l => l.Code),
                new(T["Objective"], l => l.Objective?.In(T.Language.Code), Width: 44),
                new(T["Part of its money, in per cent"], l => l.Alignment.Share, CellKind.Number),
                new(T["State"], l => T.Of(l.Alignment.State)),
                new(T["Why"], l => l.Alignment.Note, Width: 44),
            ],
        }, format);
    }

    private async Task<IActionResult> JudgeAsync(bool agreed, CancellationToken ct)
    {
        if (!MayEdit) return NotFound();

        var found = await db.Alignments.Where(a => a.Country == Country && Chosen.Contains(a.Id)).ToListAsync(ct);
        if (found.Count == 0)
        {
            await ReadAsync(ct);
            return this.Again(nameof(Chosen), T["Choose at least one."]);
        }

        // One that was judged meanwhile stays as it is; of one's own, none is judged.
        foreach (var alignment in found.Where(a => a.State == AlignmentState.Proposed))
        {
            if (alignment.Judge(agreed, current.Reader.Id, clock.GetUtcNow()) is { } refusal)
            {
                db.ChangeTracker.Clear();
                await ReadAsync(ct);
                return this.Again(nameof(Chosen), T[refusal]);
            }
        }

        if (await db.TrySaveAsync(new Act("support.judge", Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            await ReadAsync(ct);
            return this.Overtaken(T[new Refusal("support.alignment-judged")]);
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/alignments");
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var nodes = await db.PlanInForceAsync(Country, ct) is { } plan ? (await db.NodesOfAsync(plan.Version.Id, ct)).ToDictionary(n => n.Lineage) : [];
        var found = await (
            from alignment in db.Alignments.AsNoTracking()
            join activity in db.Activities on alignment.ActivityId equals activity.Id
            where alignment.Country == Country && (Judged || alignment.State == AlignmentState.Proposed)
            orderby alignment.ProposedAt, alignment.Id
            select new { alignment, activity.Identifier, activity.Title }).ToListAsync(ct);
        Lines = found.ConvertAll(f => new Line(f.alignment, f.Identifier, f.Title, nodes.TryGetValue(f.alignment.Lineage, out var node) ? node.Code : "?", node?.Title));
    }
}
