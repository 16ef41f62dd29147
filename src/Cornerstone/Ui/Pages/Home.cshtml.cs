using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Ui.Pages;

/// <summary>A country's first page: key figures and panels of its rooms, then the rooms themselves.</summary>
[SignedIn]
public sealed class HomePage(CurrentReader current, Menu menu, IEnumerable<IOverviewPart> parts) : PageModel
{
    public Workspace Workspace => current.Workspace!;

    public IReadOnlyList<MenuSection> Sections => menu.Sections;

    public IReadOnlyList<OverviewFigure> Figures { get; private set; } = [];

    public IReadOnlyList<OverviewContent> Panels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (current.Workspace is null)
        {
            return NotFound();
        }

        var contents = new List<OverviewContent>();
        foreach (var part in parts.Where(p => current.May(p.Needs)))
        {
            contents.Add(await part.ReadAsync(Workspace.Code, ct));
        }

        Figures = [.. contents.SelectMany(c => c.Figures)];
        Panels = [.. contents.Where(c => c.Partial is not null)];
        return Page();
    }

    public string Purpose(Text T) => Workspace.Code == Workspace.Shared
        ? T["Documents and code lists that all countries share"]
        : T["One shared record of security sector reform"];

    public static string Question(Text T, MenuGroup group) => group switch
    {
        MenuGroup.Promises => T["Who promised what, where is it written, and is it done?"],
        MenuGroup.Plan => T["What shall change, in which order, and how will we know?"],
        MenuGroup.Money => T["What does it cost, who pays, and what is missing?"],
        MenuGroup.Safeguards => T["Is the support safe, fair and lawful?"],
        MenuGroup.Together => T["Who meets, who decides, who does what next?"],
        MenuGroup.Tell => T["What do we report, to whom, and on what evidence?"],
        _ => T["Who may enter, and is the house in order?"],
    };
}
