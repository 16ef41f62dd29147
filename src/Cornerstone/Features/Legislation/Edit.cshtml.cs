using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Legislation;

/// <summary>Enters a law as it stands, or changes what is said about one. Two editors at once see both versions.</summary>
[Requires(LegislationRoom.Contribute)]
public sealed class EditPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public LawForm Form { get; set; } = new();

    /// <summary>Where a new law stands; asked once. Named, so that its fields are not looked for among the others.</summary>
    [BindProperty(Name = nameof(Step))]
    public LawStepForm Step { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null while a new law is entered.</summary>
    public Law? Law { get; private set; }

    public HistoryLine? Conflict { get; private set; }

    public LawChoices Choices { get; private set; } = null!;

    /// <summary>False for a focal point: code, lead institution and level stay the secretariat's.</summary>
    public bool ChangesAll => current.May(LegislationRoom.Edit);

    public IReadOnlyList<LawState> States => Enum.GetValues<LawState>();

    public string Path => $"/{Country.ToLowerInvariant()}/laws";

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private Classification Clearance => current.Reader.ClearanceIn(Country) ?? Classification.Public;

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (!await MayAsync(ct))
        {
            return Forbid();
        }

        Form = Law is null
            ? new LawForm { Title = WordingForm.Of(null, T.Language.Code), Classification = (Classification)Math.Min((int)Classification.Government, (int)Clearance) }
            : LawForm.Of(Law, T.Language.Code);
        Version = Law?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (!await MayAsync(ct))
        {
            return Forbid();
        }

        if (!ChangesAll)
        {
            // Not on their form, so not theirs to leave empty.
            (Form.Code, Form.LeadInstitutionId, Form.Classification) = (Law!.Code, Law.LeadInstitutionId, Law.Classification);
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.Code)}");
        }

        Form.Check(ModelState, nameof(Form), Clearance, T);
        if (Law is not null)
        {
            ModelState.Remove($"{nameof(Step)}.{nameof(Step.On)}");
        }

        var (code, held) = (Form.Code?.Trim().ToUpperInvariant(), Law?.Compartment);
        if (await db.Laws.AsNoTracking().AnyAsync(l => l.Country == Country && l.Code == code && l.Id != id && l.Compartment == held, ct))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Code)}", T["Another record has this code."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return Law is null ? await AddAsync(ct) : Version == Law.Version ? await SaveAsync(Law, ct) : await ConflictAsync(Law, ct);
    }

    private async Task<IActionResult> AddAsync(CancellationToken ct)
    {
        var law = new Law { Country = Country, Classification = Form.Classification, Code = Form.Code, Title = Wording.Empty };
        Form.CopyTo(law);
        if (law.Open(Step.ToMove(), Today) is { } refusal)
        {
            return this.Again($"{nameof(Step)}.{nameof(Step.To)}", T[refusal]);
        }

        db.Laws.Add(law);
        db.LawSteps.Add(law.Take(Step.ToMove(), isFirst: true, current.Reader.Id, clock.GetUtcNow()));
        if (await db.TrySaveAsync(new Act("legislation.add", Country, clock.GetUtcNow()), ct) == SaveOutcome.CodeTaken)
        {
            return CodeTaken();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{law.Id}");
    }

    private async Task<IActionResult> SaveAsync(Law law, CancellationToken ct)
    {
        Form.CopyTo(law);
        law.Version++;
        var outcome = await db.TrySaveAsync(new Act("legislation.edit", Country, clock.GetUtcNow()), ct);
        if (outcome == SaveOutcome.Saved)
        {
            this.Say(T["Saved."]);
            return Redirect($"{Path}/{law.Id}");
        }

        // Two people pressed the button at once: the second one asks again.
        return !await ReadAsync(law.Id, ct) ? NotFound() : outcome == SaveOutcome.CodeTaken ? CodeTaken() : await ConflictAsync(Law!, ct);
    }

    private IActionResult CodeTaken()
    {
        return this.Again($"{nameof(Form)}.{nameof(Form.Code)}", T[SaveAttempt.CodeTaken]);
    }

    private async Task<IActionResult> ConflictAsync(Law law, CancellationToken ct)
    {
        Conflict = (await db.HistoryOfAsync(law.Id, ct)).FirstOrDefault();
        Version = law.Version;
        return this.Overtaken(T["Somebody changed this while you were editing. Look at both versions and save again, or leave."], nameof(Version));
    }

    private async Task<bool> MayAsync(CancellationToken ct) => Law is null ? ChangesAll : (await db.LawRightsAsync(current, Today, ct)).Covers(Law);

    private async Task<bool> ReadAsync(Guid? id, CancellationToken ct)
    {
        Choices = await LawChoices.ReadAsync(db, Country, Today, T, ct);
        Law = id is null ? null : await db.Laws.SingleOrDefaultAsync(l => l.Id == id && l.Country == Country, ct);
        return id is null || Law is not null;
    }
}
