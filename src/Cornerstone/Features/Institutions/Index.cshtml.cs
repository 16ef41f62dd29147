using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Institutions;

/// <summary>The institutions of the sector on a day.</summary>
[Requires(InstitutionsRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    [BindProperty(SupportsGet = true)]
    public InstitutionType? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Unwatched { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public IReadOnlyList<InstitutionOn> All { get; private set; } = [];

    public IReadOnlyList<InstitutionOn> Admitted { get; private set; } = [];

    public LinesOfCommand Lines { get; private set; } = new([]);

    public IReadOnlyList<ComponentName> ComponentNames { get; private set; } = [];

    public IEnumerable<SelectListItem> Regions { get; private set; } = [];

    public IEnumerable<SelectListItem> Components => ComponentNames.Select(c => new SelectListItem(T.NameOf(c), c.Code));

    public IEnumerable<SelectListItem> Types => Enum.GetValues<InstitutionType>().Select(t => new SelectListItem(T.Of(t), t.ToString()));

    public bool MayEdit => current.May(InstitutionsRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/institutions";

    public DateOnly Day => On ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public InstitutionFilter Filter => new() { Name = Name, Component = Component, Type = Type, Region = Region, Unwatched = Unwatched, On = On };

    private string Country => current.Workspace!.Code;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        var language = T.Language.Code;
        return this.Export(new ListExport<InstitutionOn>("institutions", T["Institutions"], Admitted)
        {
            Columns =
            [
                new(T["Code"], i => i.Code),
                new(T["Name"], i => i.Names.In(language), Width: 40),
                new(T["Component"], i => i.Component),
                new(T["Name of the component"], i => T.ComponentOf(i.Component, ComponentNames)),
                new(T["Type"], i => T.Of(i.Type)),
                new(T["Stands under"], i => i.ParentId is { } parent ? Lines.Of(parent)?.Code : null),
                new(T["It bears arms"], i => i.Armed ? T["Yes"] : T["No"]),
                new(T["Powers"], i => string.Join("; ", i.Powers.Select(p => T.Of(p)))),
                new(T["Overseen by"], i => string.Join("; ", i.OversightIds.Select(o => Lines.Of(o)?.Code).OfType<string>())),
                new(T["Watched from outside by"], i => string.Join("; ", Lines.ExternalOversightOf(i).Select(o => Lines.Of(o)!.Code))),
                new(T["Territory"], i => string.Join("; ", i.Territory)),
            ],
            Period = T["on {0}", Day],
        }, format);
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        All = await db.InstitutionsOnAsync(Country, Day, ct);
        Lines = new LinesOfCommand(All);
        ComponentNames = await db.ComponentsAsync(Country, ct);
        Regions = [.. (await db.RegionsAsync(Country, ct)).Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code))];
        var families = new ComponentFamilies(ComponentNames);
        Admitted = [.. All.Where(i => Filter.Admits(i, Lines, families)).OrderBy(i => i.Names.In(T.Language.Code), StringComparer.CurrentCulture)];
    }

    public Wording? NamesOf(Guid? id) => id is { } known ? Lines.Of(known)?.Names : null;

    public string AddressOf(Guid id) => On is { } day ? $"{Path}/{id}?on={day:O}" : $"{Path}/{id}";
}
