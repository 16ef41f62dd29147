using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Components;

/// <summary>Names of a country's component, what it falls under, and its history. The code is not edited: records name it.</summary>
[Requires(InstitutionsRoom.Edit)]
public sealed class EditPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public ComponentForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public NationalComponent Component { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string Institutions => $"/{Country.ToLowerInvariant()}/institutions";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await ReadAsync(code, ct))
        {
            return NotFound();
        }

        (Form, Version) = (new ComponentForm { Names = WordingForm.Of(Component.Names, T.Language.Code), Parent = Component.Parent }, Component.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await ReadAsync(code, ct))
        {
            return NotFound();
        }

        Form.Check(ModelState, nameof(Form), T);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Version != Component.Version)
        {
            return Clash();
        }

        Form.CopyTo(Component);
        Component.Version++;
        if (await db.TrySaveAsync(new Act("institutions.component-edit", Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await ReadAsync(code, ct) ? Clash() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Institutions}/components");
    }

    // The names as saved by the other person stand above, who it was in the history below; the form keeps one's own.
    private IActionResult Clash()
    {
        Version = Component.Version;
        return this.Overtaken(T["Somebody changed this component while you were editing. It is now called: {0}", Component.Names], nameof(Version));
    }

    private async Task<bool> ReadAsync(string code, CancellationToken ct)
    {
        var upper = code.ToUpperInvariant();
        Component = (await db.NationalComponents.SingleOrDefaultAsync(c => c.Country == Country && c.Code == upper, ct))!;
        History = Component is null ? [] : await db.HistoryOfAsync(Component.Id, ct);
        return Component is not null;
    }
}
