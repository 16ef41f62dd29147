using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Instruments;

/// <summary>One instrument: its way so far, who was heard, who drafted it, what replaced it, its history.</summary>
[Requires(InstrumentsRoom.Read)]
public sealed class DetailPage(AppDb db, CurrentReader current, RecordLinks links, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    // Each form of the page is read by its own handler, so that the others' empty fields say nothing.
    public InstrumentStepForm Step { get; private set; } = new();

    public ConsultationForm Consultation { get; private set; } = new();

    public string? Correction { get; private set; }

    public InstrumentFile OnFile { get; private set; } = null!;

    public Instrument Instrument => OnFile.Instrument;

    public ConsultationCoverage Coverage => OnFile.Coverage(Choices);

    public IEnumerable<Refusal> Findings => InstrumentFindings.Of(Instrument, Coverage, Today);

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public InstrumentChoices Choices { get; private set; } = null!;

    public LinksOfRecord Links { get; private set; } = LinksOfRecord.None;

    public bool MayEdit => current.May(InstrumentsRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/instruments";

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public IEnumerable<SelectListItem> NextStates => InstrumentPath.From(Instrument.State, Instrument.FormerState).Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public IEnumerable<SelectListItem> OtherInstruments => OnFile.Others.Select(i => new SelectListItem(i.Title.In(T.Language.Code), i.Id.ToString())).OrderBy(i => i.Text, StringComparer.CurrentCulture);

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostStepAsync(Guid id, [FromForm(Name = nameof(Step))] InstrumentStepForm step, CancellationToken ct)
    {
        Step = step;
        return ActAsync(id, "instruments.step", step.Reason, () => Refused($"{nameof(Step)}.{nameof(Step.To)}", OnFile.MayMove(step.ToMove(), Choices, Today))
            || Changed(Instrument.Take(step.ToMove(), isFirst: false, Coverage.NotHeard, current.Reader.Id, clock.GetUtcNow())), ct);
    }

    public Task<IActionResult> OnPostVoidAsync(Guid id, [FromForm(Name = nameof(Correction))] string? correction, CancellationToken ct)
    {
        Correction = InstrumentForm.Said(correction);
        return ActAsync(id, "instruments.void", Correction, () => Refused(nameof(Correction), Instrument.MayVoid(OnFile.Effective, Correction))
            || Changed(Instrument.Void(OnFile.Effective, Correction!, current.Reader.Id, clock.GetUtcNow())), ct);
    }

    public Task<IActionResult> OnPostConsultationAsync(Guid id, [FromForm(Name = nameof(Consultation))] ConsultationForm consultation, CancellationToken ct)
    {
        Consultation = consultation;
        return ActAsync(id, "instruments.consultation", null, () => Refused(FieldOf(consultation), RefusalOf(consultation))
            || db.Consultations.Add(consultation.For(Instrument)) is null, ct);
    }

    private string FieldOf(ConsultationForm consultation) => $"{nameof(Consultation)}.{(consultation.HeldOn > Today ? nameof(consultation.HeldOn) : nameof(consultation.Youth))}";

    private Refusal? RefusalOf(ConsultationForm consultation) => consultation.HeldOn > Today
        ? new Refusal("instruments.step-in-future")
        : Instruments.Consultation.Check(consultation.Women, consultation.Men, consultation.Youth);

    private bool Refused(string field, Refusal? refusal)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(field, T[refusal]);
        }

        return refusal is not null;
    }

    private bool Changed(InstrumentStep step)
    {
        db.InstrumentSteps.Add(step);
        Instrument.Version++;
        return false;
    }

    private async Task<IActionResult> ActAsync(Guid id, string act, string? reason, Func<bool> isRefused, CancellationToken ct)
    {
        if (!MayEdit)
        {
            return Forbid();
        }

        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || isRefused())
        {
            return this.Again();
        }

        if (await db.TrySaveAsync(new Act(act, Country, clock.GetUtcNow(), InstrumentForm.Said(reason)), ct) is not SaveOutcome.Saved)
        {
            // Two people pressed the button at once; the second one looks again before anything is recorded.
            ModelState.AddModelError("", T["Somebody changed this meanwhile. Look at it again before you record."]);
            return await ReadAsync(id, ct) ? this.Again() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{Instrument.Id}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await InstrumentFile.ReadAsync(db, Country, id, ct) is not { } file)
        {
            return false;
        }

        OnFile = file;
        Choices = await InstrumentChoices.ReadAsync(db, Country, Today, T, ct);
        Links = await links.ReadAsync(Country, InstrumentPanel.Address, InstrumentPanel.Kind, id, MayEdit, ct);
        History = Tab != "history" ? [] : await db.HistoryOfAllAsync([id, .. file.Steps.Select(s => s.Id), .. file.Consultations.Select(c => c.Id), .. Links.Served.Paragraphs.Select(p => p.Link.Id), .. await db.RemovedAsync(Country, RecordLinks.Field, id, ct)], ct);
        return true;
    }
}
