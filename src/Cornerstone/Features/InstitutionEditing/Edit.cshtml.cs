using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstitutionEditing;

public enum EditMode
{
    /// <summary>From a day on something else is true: the old profile is closed, a new one begins.</summary>
    NewFacts,

    /// <summary>What stands here was wrong.</summary>
    Correction,
}

/// <summary>Changes an institution: new facts from a day on, or a correction. Two people at once see both versions.</summary>
[Requires(InstitutionsRoom.Edit)]
public sealed class EditPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public InstitutionForm Form { get; set; } = new();

    [BindProperty, Display(Name = "What is this change?")]
    public EditMode Mode { get; set; }

    [BindProperty, Display(Name = "The new facts are true from")]
    public DateOnly? From { get; set; }

    /// <summary>The version the person read; it travels with the form.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Institution Institution { get; private set; } = null!;

    public InstitutionProfile Profile { get; private set; } = null!;

    public InstitutionChoices Choices { get; private set; } = null!;

    /// <summary>Set when somebody else saved first.</summary>
    public HistoryLine? Conflict { get; private set; }

    public string Path => $"/{Country.ToLowerInvariant()}/institutions";

    public IEnumerable<SelectListItem> Modes =>
    [
        new(T["Something new is true from a day on: a reshuffle, a new name, a new parent"], nameof(EditMode.NewFacts)),
        new(T["A correction: what stands here was never so"], nameof(EditMode.Correction)),
    ];

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        (Form, Version, From) = (InstitutionForm.Of(Profile), Institution.Version, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        // Parents are decided one at a time, so that two honest changes cannot close a circle together.
        await db.TakeTurnAsync(Country, InstitutionTree.Turn, ct);
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form.Check(ModelState, Choices, current.Reader.ClearanceIn(Country) ?? Classification.Public, T);
        if (Mode == EditMode.NewFacts && From is null)
        {
            ModelState.AddModelError(nameof(From), T["Say from which day it is true."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return Version == Institution.Version ? await SaveAsync(ct) : await ConflictAsync(ct);
    }

    /// <summary>Field by field, only where the two differ.</summary>
    public IEnumerable<(string Label, string Saved, string Mine)> Differences(InstitutionForm theirs)
    {
        var rows = new (string, string?, string?)[]
        {
            (T["Name"], theirs.Names.ToWording()?.ToString(), Form.Names.ToWording()?.ToString()),
            (T["Component"], theirs.Component, Form.Component),
            (T["Type"], T.Of(theirs.Type), T.Of(Form.Type)),
            (T["Stands under"], NameOf(theirs.ParentId), NameOf(Form.ParentId)),
            (T["Legal basis"], theirs.LegalBasis, Form.LegalBasis),
            (T["Head"], theirs.Head, Form.Head),
            (T["Budget votes"], theirs.BudgetVotes, Form.BudgetVotes),
            (T["It bears arms"], theirs.Armed ? T["Yes"] : T["No"], Form.Armed ? T["Yes"] : T["No"]),
            (T["Powers"], string.Join(T[", "], theirs.Powers.Select(p => T.Of(p))), string.Join(T[", "], Form.Powers.Select(p => T.Of(p)))),
            (T["Overseen by"], string.Join(T[", "], theirs.OversightIds.Select(i => NameOf(i))), string.Join(T[", "], Form.OversightIds.Select(i => NameOf(i)))),
        };
        return rows.Select(r => (r.Item1, r.Item2 ?? "", r.Item3 ?? "")).Where(r => r.Item2 != r.Item3);
    }

    private string NameOf(Guid? id) => Choices.Institutions.FirstOrDefault(i => i.Id == id)?.Names.In(T.Language.Code) ?? "";

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        if (await ChangeAsync(ct) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return this.Again("", T[refusal]);
        }

        Institution.Classification = Form.Classification;
        Institution.Version++;
        if (await db.TrySaveAsync(new Act(Mode == EditMode.NewFacts ? "institutions.reshuffle" : "institutions.edit", Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await ReadAsync(Institution.Id, ct) ? await ConflictAsync(ct) : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{Institution.Id}");
    }

    private async Task<Refusal?> ChangeAsync(CancellationToken ct)
    {
        var from = Mode == EditMode.NewFacts ? From!.Value : Profile.ValidFrom;
        if (Mode == EditMode.NewFacts)
        {
            if (from <= Profile.ValidFrom)
            {
                return new Refusal("institutions.before-last-profile", Profile.ValidFrom);
            }

            var next = Form.ToProfile(Institution.Id, Country, from);
            next.ValidUntil = Profile.ValidUntil;
            Profile.ValidUntil = from.AddDays(-1);
            db.Add(next);
            Profile = next;
        }
        else
        {
            Form.CopyTo(Profile);
        }

        var lines = new LinesOfCommand(await db.InstitutionsOnAsync(Country, from, ct));
        return Profile.Check() ?? lines.MayStandUnder(Institution.Id, Form.ParentId);
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken ct)
    {
        Conflict = (await db.HistoryOfInstitutionAsync(Institution.Id, ct)).FirstOrDefault();
        Version = Institution.Version;
        return this.Overtaken(T["Somebody changed this institution while you were editing. Look at both versions and save again, or leave."], nameof(Version));
    }

    // The profile of today; of an institution that has ended, its last one.
    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Institution = (await db.Institutions.SingleOrDefaultAsync(i => i.Id == id && i.Country == Country, ct))!;
        var profiles = await db.InstitutionProfiles.Where(p => p.InstitutionId == id).OrderByDescending(p => p.ValidFrom).ToListAsync(ct);
        if (Institution is null || profiles.Count == 0)
        {
            return false;
        }

        Profile = profiles.Find(p => p.HoldsOn(Today)) ?? profiles[0];
        Choices = await InstitutionChoices.ReadAsync(db, Country, Mode == EditMode.NewFacts ? From ?? Today : Profile.ValidFrom, id, ct);
        return true;
    }
}
