using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Institutions;

/// <summary>One institution as it was on a day: facts, what was true when, history, and what other rooms say of it.</summary>
[Requires(InstitutionsRoom.Read)]
public sealed class DetailPage(AppDb db, CurrentReader current, TimeProvider clock, IEnumerable<IInstitutionPanel> panels, Text T) : PageModel
{
    private Dictionary<Guid, Wording> names = [];
    private LinesOfCommand lines = new([]);

    [BindProperty(SupportsGet = true)]
    public string Tab { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public Institution Institution { get; private set; } = null!;

    public InstitutionProfile Profile { get; private set; } = null!;

    public IReadOnlyList<InstitutionProfile> Profiles { get; private set; } = [];

    public IReadOnlyList<ComponentName> Components { get; private set; } = [];

    public IReadOnlyList<InstitutionSuccession> Successions { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public IReadOnlyList<string> FocalPoints { get; private set; } = [];

    public IReadOnlyList<(string Label, IReadOnlyList<InstitutionNote> Notes)> Panels { get; private set; } = [];

    public string TerritoryText { get; private set; } = "";

    public bool MayEdit => current.May(InstitutionsRoom.Edit);

    public DateOnly Day => On ?? Today;

    public string Path => $"/{Country.ToLowerInvariant()}/institutions";

    public IReadOnlyList<InstitutionOn> Overseen => [.. lines.Institutions.Where(i => i.OversightIds.Contains(Institution.Id))];

    public bool LacksOversight => lines.Of(Institution.Id) is { NeedsOversight: true } self && lines.ExternalOversightOf(self).Count == 0;

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Institution = (await db.Institutions.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.Country == Country, ct))!;
        Profiles = await db.InstitutionProfiles.AsNoTracking().Where(p => p.InstitutionId == id).OrderByDescending(p => p.ValidFrom).ToListAsync(ct);
        if (Institution is null || Profiles.Count == 0)
        {
            return NotFound();
        }

        Profile = Profiles.FirstOrDefault(p => p.HoldsOn(Day)) ?? (Day < Profiles[^1].ValidFrom ? Profiles[^1] : Profiles[0]);
        names = await db.InstitutionNamesAsync(Country, Day, ct);
        Components = await db.ComponentsAsync(Country, ct);
        if (Tab == "history")
        {
            History = await db.HistoryOfInstitutionAsync(id, ct);
        }
        else if (Tab == "")
        {
            await ReadFactsAsync(id, ct);
        }

        return Page();
    }

    public Wording? NamesOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;

    public bool IsExternal(Guid body) => lines.Of(Institution.Id) is { } self && lines.IsExternal(body, self);

    private async Task ReadFactsAsync(Guid id, CancellationToken ct)
    {
        lines = new LinesOfCommand(await db.InstitutionsOnAsync(Country, Day, ct));
        Successions = await db.InstitutionSuccessions.AsNoTracking().Where(s => s.FromId == id || s.ToId == id).OrderBy(s => s.Day).ToListAsync(ct);
        var regions = await db.RegionsAsync(Country, ct);
        TerritoryText = string.Join(T[", "], Profile.Territory.Select(code => regions.Find(r => r.Code == code)?.Names.In(T.Language.Code) ?? code));
        FocalPoints = await (
            from point in db.FocalPoints.AsNoTracking()
            join person in db.Users on point.PersonId equals person.Id
            where point.InstitutionId == id && point.FromDay <= Day && (point.UntilDay == null || point.UntilDay >= Day)
            orderby person.Name
            select person.Name).ToListAsync(ct);
        var found = new List<(string, IReadOnlyList<InstitutionNote>)>();
        foreach (var panel in panels.Where(p => current.May(p.Needs)))
        {
            if (await panel.NotesAsync(Country, id, Day, ct) is { Count: > 0 } notes)
            {
                found.Add((panel.Label, notes));
            }
        }

        Panels = found;
    }
}
