using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Instruments;

/// <summary>Enters an instrument as it stands, or changes what is said about one. Two editors at once see both versions.</summary>
[Requires(InstrumentsRoom.Edit)]
public sealed class EditPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public InstrumentForm Form { get; set; } = new();

    /// <summary>Where a new instrument stands; asked once. Named, so that its fields are not looked for among the others.</summary>
    [BindProperty(Name = nameof(Step))]
    public InstrumentStepForm Step { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null while a new one is entered.</summary>
    public Instrument? Instrument { get; private set; }

    public HistoryLine? Conflict { get; private set; }

    public InstrumentChoices Choices { get; private set; } = null!;

    public string Path => $"/{Country.ToLowerInvariant()}/instruments";

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private Classification Clearance => current.Reader.ClearanceIn(Country) ?? Classification.Public;

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form = Instrument is null
            ? new InstrumentForm { Title = WordingForm.Of(null, T.Language.Code), Classification = (Classification)Math.Min((int)Classification.Government, (int)Clearance) }
            : InstrumentForm.Of(Instrument, T.Language.Code);
        Version = Instrument?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form.Check(ModelState, nameof(Form), Clearance, T);
        var (code, held) = (Form.Code?.Trim().ToUpperInvariant(), Instrument?.Compartment);
        if (await db.Instruments.AsNoTracking().AnyAsync(i => i.Country == Country && i.Code == code && i.Id != id && i.Compartment == held, ct))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Code)}", T["Another record has this code."]);
        }

        if (Instrument is not null)
        {
            ModelState.Remove($"{nameof(Step)}.{nameof(Step.On)}");
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return Instrument is null ? await AddAsync(ct) : Version == Instrument.Version ? await SaveAsync(Instrument, ct) : await ConflictAsync(Instrument, ct);
    }

    private async Task<IActionResult> AddAsync(CancellationToken ct)
    {
        var instrument = new Instrument { Country = Country, Classification = Form.Classification, Code = Form.Code, Kind = Form.Kind, Title = Wording.Empty };
        Form.CopyTo(instrument);
        if (instrument.Open(Step.ToMove(), Today) is { } refusal)
        {
            return this.Again($"{nameof(Step)}.{nameof(Step.To)}", T[refusal]);
        }

        db.Instruments.Add(instrument);
        db.InstrumentSteps.Add(instrument.Take(Step.ToMove(), isFirst: true, [], current.Reader.Id, clock.GetUtcNow()));
        if (await db.TrySaveAsync(new Act("instruments.add", Country, clock.GetUtcNow()), ct) == SaveOutcome.CodeTaken)
        {
            return CodeTaken();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{instrument.Id}");
    }

    private async Task<IActionResult> SaveAsync(Instrument instrument, CancellationToken ct)
    {
        Form.CopyTo(instrument);
        instrument.Version++;
        var outcome = await db.TrySaveAsync(new Act("instruments.edit", Country, clock.GetUtcNow()), ct);
        if (outcome == SaveOutcome.Saved)
        {
            this.Say(T["Saved."]);
            return Redirect($"{Path}/{instrument.Id}");
        }

        // Two people pressed the button at once: the second one asks again.
        return !await ReadAsync(instrument.Id, ct) ? NotFound() : outcome == SaveOutcome.CodeTaken ? CodeTaken() : await ConflictAsync(Instrument!, ct);
    }

    private IActionResult CodeTaken()
    {
        return this.Again($"{nameof(Form)}.{nameof(Form.Code)}", T[SaveAttempt.CodeTaken]);
    }

    private async Task<IActionResult> ConflictAsync(Instrument instrument, CancellationToken ct)
    {
        Conflict = (await db.HistoryOfAsync(instrument.Id, ct)).FirstOrDefault();
        Version = instrument.Version;
        return this.Overtaken(T["Somebody changed this while you were editing. Look at both versions and save again, or leave."], nameof(Version));
    }

    private async Task<bool> ReadAsync(Guid? id, CancellationToken ct)
    {
        Choices = await InstrumentChoices.ReadAsync(db, Country, Today, T, ct);
        Instrument = id is null ? null : await db.Instruments.SingleOrDefaultAsync(i => i.Id == id && i.Country == Country, ct);
        return id is null || Instrument is not null;
    }
}
