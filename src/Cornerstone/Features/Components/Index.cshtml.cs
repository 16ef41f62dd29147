using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.Components;

/// <summary>All components with the number of institutions in each, and the form that adds one of the country.</summary>
[Requires(InstitutionsRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private IReadOnlyList<InstitutionOn> institutions = [];
    private ComponentFamilies families = ComponentFamilies.None;

    [BindProperty, Display(Name = "Code"), Required]
    public string Code { get; set; } = "";

    [BindProperty]
    public ComponentForm Form { get; set; } = new();

    public IReadOnlyList<ComponentName> Components { get; private set; } = [];

    public bool MayEdit => current.May(InstitutionsRoom.Edit);

    public string Institutions => $"/{Country.ToLowerInvariant()}/institutions";

    private string Country => current.Workspace!.Code;

    public Task OnGetAsync(CancellationToken ct)
    {
        Form.Names = WordingForm.Of(null, T.Language.Code);
        return ReadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!MayEdit)
        {
            return Forbid();
        }

        await ReadAsync(ct);
        Code = Code.Trim();
        Form.Check(ModelState, nameof(Form), T);
        if (NationalComponent.MayBeCode(Code) is { } refusal)
        {
            ModelState.AddModelError(nameof(Code), T[refusal]);
        }
        else if (Components.Any(c => c.Code == Code))
        {
            ModelState.AddModelError(nameof(Code), T["Another component has the code {0}.", Code]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var component = new NationalComponent { Country = Country, Code = Code, Names = Form.Names.ToWording()! };
        Form.CopyTo(component);
        db.Add(component);
        await db.SaveAsync(new Act("institutions.component", Country, clock.GetUtcNow()), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Institutions}/components");
    }

    /// <summary>Institutions of today in it or in one of the country's own beneath it, by their main or a further component.</summary>
    public int CountOf(string code) => institutions.Count(i => i.IsOf(code, families));

    private async Task ReadAsync(CancellationToken ct)
    {
        Components = await db.ComponentsAsync(Country, ct);
        families = new(Components);
        institutions = await db.InstitutionsOnAsync(Country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
    }
}
