using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstitutionEditing;

/// <summary>Adds an institution with its first profile.</summary>
[Requires(InstitutionsRoom.Edit)]
public sealed class NewPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, Display(Name = "Code"), Required, RegularExpression("^[A-Z0-9][A-Z0-9._-]{0,23}$", ErrorMessage = "Use up to 24 capital letters, digits, points and hyphens.")]
    public string Code { get; set; } = "";

    [BindProperty, Display(Name = "Established")]
    public DateOnly? Established { get; set; }

    [BindProperty, Display(Name = "These facts are true from"), Required]
    public DateOnly? From { get; set; }

    [BindProperty]
    public InstitutionForm Form { get; set; } = new();

    public InstitutionChoices Choices { get; private set; } = null!;

    public string Path => $"/{Country.ToLowerInvariant()}/institutions";

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await InstitutionChoices.ReadAsync(db, Country, Today, null, ct);
        From = Today;
        Form.Names = WordingForm.Of(null, T.Language.Code);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Choices = await InstitutionChoices.ReadAsync(db, Country, From ?? Today, null, ct);
        Form.Check(ModelState, Choices, current.Reader.ClearanceIn(Country) ?? Classification.Public, T);
        if (await db.Institutions.AnyAsync(i => i.Country == Country && i.Code == Code, ct))
        {
            ModelState.AddModelError(nameof(Code), T["Another institution has the code {0}.", Code]);
        }

        if (Established > From)
        {
            ModelState.AddModelError(nameof(From), T["It cannot begin before it was established."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var institution = new Institution { Country = Country, Classification = Form.Classification, Code = Code, Established = Established };
        var profile = Form.ToProfile(institution.Id, Country, From!.Value);
        if (profile.Check() is { } refusal)
        {
            return this.Again("", T[refusal]);
        }

        db.Add(institution);
        db.Add(profile);
        if (await db.TrySaveAsync(new Act("institutions.add", Country, clock.GetUtcNow()), ct) == SaveOutcome.CodeTaken)
        {
            return this.Again(nameof(Code), T[SaveAttempt.CodeTaken]);
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{institution.Id}");
    }
}
