using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.PlanNodes;

/// <summary>Says how far an objective has come, with its proof. It may be said of an approved version too: only the plan is locked, not life.</summary>
[Requires(PlanRoom.Contribute)]
public sealed class ProgressPage(AppDb db, CurrentReader current, NodeDesk desk, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty]
    public ProgressState State { get; set; } = ProgressState.Ongoing;

    [BindProperty, Required]
    public DateOnly? Day { get; set; }

    [BindProperty, StringLength(PlanProgress.LongestText), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    [BindProperty, StringLength(PlanProgress.LongestText)]
    public string? Evidence { get; set; }

    public NodeInVersion Found { get; private set; } = null!;

    public IReadOnlyList<PlanProgress> Reports { get; private set; } = [];

    public NodeDesk Desk => desk;

    public IEnumerable<SelectListItem> States => Enum.GetValues<ProgressState>().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid lineage, CancellationToken ct)
    {
        if (await ReadAsync(lineage, ct) is { } refused)
        {
            return refused;
        }

        Day = desk.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid lineage, CancellationToken ct)
    {
        if (await ReadAsync(lineage, ct) is { } refused)
        {
            return refused;
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var report = Report();
        if (report.Check(desk.Today) is { } refusal)
        {
            ModelState.AddModelError(refusal.Code switch
            {
                "plan.progress-in-future" => nameof(Day),
                "plan.evidence-missing" => nameof(Evidence),
                _ => nameof(Note),
            }, T[refusal]);
            return this.Again();
        }

        db.Add(report);
        await db.SaveAsync(new Act("plan.progress", desk.Country, desk.Now), ct);
        this.Say(T["The report was added."]);
        return Redirect(desk.AddressOf(Found));
    }

    private PlanProgress Report() => new()
    {
        Country = desk.Country,
        Classification = Found.Node.Classification,
        Compartment = Found.Node.Compartment,
        Lineage = Found.Node.Lineage,
        Day = Day!.Value,
        State = State,
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        Evidence = string.IsNullOrWhiteSpace(Evidence) ? null : Evidence.Trim(),
        ReportedBy = current.Reader.Id,
        RecordedAt = desk.Now,
    };

    private async Task<IActionResult?> ReadAsync(Guid lineage, CancellationToken ct)
    {
        if (await desk.FindAsync(lineage, Version, ct) is not { } found || found.Node.IsRetired)
        {
            return NotFound();
        }

        if (!(await desk.RightsAsync(ct)).Covers(found.Node))
        {
            return Forbid();
        }

        Found = found;
        Reports = await db.ProgressOfAsync(desk.Country, lineage, ct);
        return null;
    }
}
