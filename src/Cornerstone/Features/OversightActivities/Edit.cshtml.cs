using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.OversightActivities;

/// <summary>Enters an oversight activity or changes what is said about one. Two editors at once see both versions.</summary>
[Requires(OversightActivitiesRoom.Edit)]
public sealed class EditPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public OversightForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null while a new one is entered.</summary>
    public OversightActivity? Activity { get; private set; }

    public HistoryLine? Conflict { get; private set; }

    public Overseers Overseers { get; private set; } = null!;

    public string Path => $"/{Country.ToLowerInvariant()}/oversight";

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private Classification Clearance => current.Reader.ClearanceIn(Country) ?? Classification.Public;

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form = Activity is null ? new OversightForm { Title = WordingForm.Of(null, T.Language.Code) } : OversightForm.Of(Activity, T.Language.Code);
        Version = Activity?.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form.Check(ModelState, nameof(Form), Clearance, T);
        var (code, held) = (Form.Code?.Trim().ToUpperInvariant(), Activity?.Compartment);
        if (await db.OversightActivities.AsNoTracking().AnyAsync(a => a.Country == Country && a.Code == code && a.Id != id && a.Compartment == held, ct))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Code)}", T["Another record has this code."]);
        }

        if (ModelState.IsValid && Form.ToActivity(Country, Clearance).Check(Today) is { } refusal)
        {
            ModelState.AddModelError($"{nameof(Form)}.{FieldOf(refusal)}", T[refusal]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return Activity is null || Version == Activity.Version ? await SaveAsync(ct) : await ConflictAsync(Activity, ct);
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "oversight.closed-is-not-public" => nameof(OversightForm.Classification),
        "oversight.oversees-itself" => nameof(OversightForm.BodyId),
        "oversight.findings-before-the-day" => nameof(OversightForm.HeldOn),
        _ => nameof(OversightForm.ResolvedOn),
    };

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        var isNew = Activity is null;
        var activity = Activity ?? db.OversightActivities.Add(Form.ToActivity(Country, Clearance)).Entity;
        if (!isNew)
        {
            Form.CopyTo(activity, Clearance);
            activity.Version++;
        }

        var outcome = await db.TrySaveAsync(new Act(isNew ? "oversight.add" : "oversight.edit", Country, clock.GetUtcNow()), ct);
        if (outcome == SaveOutcome.Saved)
        {
            this.Say(T["Saved."]);
            return Redirect($"{Path}/{activity.Id}");
        }

        if (outcome == SaveOutcome.CodeTaken)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Code)}", T[SaveAttempt.CodeTaken]);
            return await ReadAsync(isNew ? null : activity.Id, ct) ? this.Again() : NotFound();
        }

        // Two people pressed the button at once: the second one asks again.
        return await ReadAsync(activity.Id, ct) ? await ConflictAsync(Activity!, ct) : NotFound();
    }

    private async Task<IActionResult> ConflictAsync(OversightActivity activity, CancellationToken ct)
    {
        Conflict = (await db.HistoryOfAsync(activity.Id, ct)).FirstOrDefault();
        Version = activity.Version;
        return this.Overtaken(T["Somebody changed this while you were editing. Look at both versions and save again, or leave."], nameof(Version));
    }

    private async Task<bool> ReadAsync(Guid? id, CancellationToken ct)
    {
        Overseers = await Overseers.ReadAsync(db, Country, Today, T, ct);
        Activity = id is null ? null : await db.OversightActivities.SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct);
        return id is null || Activity is not null;
    }
}
