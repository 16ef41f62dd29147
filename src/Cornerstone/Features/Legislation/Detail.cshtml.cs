using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Legislation;

/// <summary>One law: the steps it took, how it was assessed, the by-laws it waits for, its history.</summary>
[Requires(LegislationRoom.Read)]
public sealed class DetailPage(AppDb db, CurrentReader current, RecordLinks links, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    // Each form of the page is read by its own handler, so that the others' empty fields say nothing.
    public LawStepForm Step { get; private set; } = new();

    public AssessmentForm Assessment { get; private set; } = new();

    public ByLawForm ByLaw { get; private set; } = new();

    public string? Correction { get; private set; }

    public LawFile OnFile { get; private set; } = null!;

    public Law Law => OnFile.Law;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public LawChoices Choices { get; private set; } = null!;

    public LinksOfRecord Links { get; private set; } = LinksOfRecord.None;

    /// <summary>True for those who edit every law, and for the focal points of the institution that answers for this one.</summary>
    public bool MayEdit { get; private set; }

    public string Path => $"/{Country.ToLowerInvariant()}/laws";

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public IEnumerable<SelectListItem> NextStates => LawPath.From(Law.State).Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public IEnumerable<SelectListItem> OtherLaws => OnFile.Others.Select(l => new SelectListItem(l.Title.In(T.Language.Code), l.Id.ToString())).OrderBy(l => l.Text, StringComparer.CurrentCulture);

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostStepAsync(Guid id, [FromForm(Name = nameof(Step))] LawStepForm step, CancellationToken ct)
    {
        Step = step;
        return ActAsync(id, "legislation.step", step.Reason, () => Refused($"{nameof(Step)}.{nameof(Step.To)}", Law.MayMove(step.ToMove(), OnFile.Effective[^1], Today))
            || Changed(Law.Take(step.ToMove(), isFirst: false, current.Reader.Id, clock.GetUtcNow())), ct);
    }

    public Task<IActionResult> OnPostVoidAsync(Guid id, [FromForm(Name = nameof(Correction))] string? correction, CancellationToken ct)
    {
        Correction = LawForm.Said(correction);
        return ActAsync(id, "legislation.void", Correction, () => Refused(nameof(Correction), Law.MayVoid(OnFile.Effective, Correction))
            || Changed(Law.Void(OnFile.Effective, Correction!, current.Reader.Id, clock.GetUtcNow())), ct);
    }

    public Task<IActionResult> OnPostAssessAsync(Guid id, [FromForm(Name = nameof(Assessment))] AssessmentForm assessment, CancellationToken ct)
    {
        Assessment = assessment;
        assessment.Check(ModelState, nameof(Assessment), Today, T);
        return ActAsync(id, "legislation.assess", null, () => db.LawAssessments.Add(assessment.For(Law, current.Reader.Id, clock.GetUtcNow())) is null, ct);
    }

    public Task<IActionResult> OnPostByLawAsync(Guid id, [FromForm(Name = nameof(ByLaw))] ByLawForm byLaw, CancellationToken ct)
    {
        ByLaw = byLaw;
        return ActAsync(id, "legislation.by-law", null, () => Record(byLaw), ct);
    }

    private bool Record(ByLawForm byLaw)
    {
        var known = byLaw.Id is { } id ? OnFile.ByLaws.FirstOrDefault(b => b.Id == id) : null;
        if (known is null && string.IsNullOrWhiteSpace(byLaw.What))
        {
            ModelState.AddModelError($"{nameof(ByLaw)}.{nameof(ByLaw.What)}", T["Say what is to be regulated."]);
            return true;
        }

        var record = known ?? db.LawByLaws.Add(byLaw.For(Law)).Entity;
        return Refused($"{nameof(ByLaw)}.{nameof(ByLaw.AdoptedOn)}", byLaw.AdoptedOn is { } day ? record.Adopt(day, LawForm.Said(byLaw.Reference), Today) : null);
    }

    private bool Refused(string field, Values.Refusal? refusal)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(field, T[refusal]);
        }

        return refusal is not null;
    }

    private bool Changed(LawStep step)
    {
        db.LawSteps.Add(step);
        Law.Version++;
        return false;
    }

    private async Task<IActionResult> ActAsync(Guid id, string act, string? reason, Func<bool> isRefused, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (!MayEdit)
        {
            return Forbid();
        }

        if (!ModelState.IsValid || isRefused())
        {
            return this.Again();
        }

        if (await db.TrySaveAsync(new Act(act, Country, clock.GetUtcNow(), LawForm.Said(reason)), ct) is not SaveOutcome.Saved)
        {
            // Two people pressed the button at once; the second one looks again before anything is recorded.
            ModelState.AddModelError("", T["Somebody changed this meanwhile. Look at it again before you record."]);
            return await ReadAsync(id, ct) ? this.Again() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{Law.Id}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await LawFile.ReadAsync(db, Country, id, ct) is not { } file)
        {
            return false;
        }

        OnFile = file;
        Choices = await LawChoices.ReadAsync(db, Country, Today, T, ct);
        MayEdit = (await db.LawRightsAsync(current, Today, ct)).Covers(Law);
        Links = await links.ReadAsync(Country, LawPanel.Address, LawPanel.Kind, id, MayEdit, ct);
        History = Tab != "history" ? [] : await db.HistoryOfAllAsync(
            [id, .. file.Steps.Select(s => s.Id), .. file.Assessments.Select(a => a.Id), .. file.ByLaws.Select(b => b.Id), .. Links.Served.Paragraphs.Select(p => p.Link.Id), .. await db.RemovedAsync(Country, RecordLinks.Field, id, ct)], ct);
        return true;
    }
}
