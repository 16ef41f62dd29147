using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Institutions;

/// <summary>The institutions of a day as an organigram with lines of oversight.</summary>
[Requires(InstitutionsRoom.Read)]
public sealed class ChartPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    public IReadOnlyList<OrganigramUnit> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Components { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/institutions";

    public DateOnly Day => On ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await db.InstitutionsOnAsync(Country, Day, ct);
        var lines = new LinesOfCommand(all);
        var components = await db.ComponentsAsync(Country, ct);
        var families = new ComponentFamilies(components);
        Components = [.. components.Select(c => new SelectListItem(T.NameOf(c), c.Code))];

        // Of one component also whoever watches it: the arcs would lead nowhere otherwise.
        var chosen = all.Where(i => Component is null || i.IsOf(Component, families)).ToList();
        var shown = chosen.Concat(chosen.SelectMany(i => i.OversightIds).Select(lines.Of).OfType<InstitutionOn>()).DistinctBy(i => i.Id).ToList();
        Units = [.. InstitutionTree.Of(shown).Rows.Select(r => Unit(r.Institution, lines))];
    }

    public Organigram Drawing() => new(
        new(T["Organigram on {0}", Day], T["An indented tree of {0} institutions; arcs beside it lead from each oversight body to whom it watches.", Units.Count], T["Institution"]),
        new(T["Stands under"], T["Overseen by"]),
        Units);

    private OrganigramUnit Unit(InstitutionOn institution, LinesOfCommand lines)
    {
        var isAlert = institution.NeedsOversight && lines.ExternalOversightOf(institution).Count == 0;
        return new(
            institution.Id.ToString(), institution.Names.In(T.Language.Code), institution.ParentId?.ToString(), [.. institution.OversightIds.Select(i => i.ToString())],
            $"{Path}/{institution.Id}", isAlert, isAlert ? T["Nobody outside watches it"] : null);
    }
}
