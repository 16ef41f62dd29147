using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Regions;

/// <summary>The regions of a country, in a list and on a map.</summary>
[Requires(RegionsRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    private Dictionary<string, string?> sources = [];
    private Dictionary<string, Outline> outlines = [];

    public IReadOnlyList<RegionName> Regions { get; private set; } = [];

    public bool HasMap => outlines.Count > 0;

    public bool MayEdit => current.May(RegionsRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/regions";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        outlines = await db.OutlinesAsync(Country, 1, ct);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        return this.Export(new ListExport<RegionName>("regions", T["Regions"], Regions)
        {
            Columns =
            [
                new(T["Code"], r => r.Code),
                new(T["Name"], r => r.Names.In(T.Language.Code), Width: 40),
                new(T["Level"], r => T.LevelOf(r.Level)),
                new(T["Lies in"], r => r.ParentCode),
                new(T["Source of the boundary"], r => SourceOf(r.Code), Width: 40),
            ],
        }, format);
    }

    public string? SourceOf(string code) => sources.GetValueOrDefault(code);

    /// <summary>The first level; where the country has a second one, each region counts those inside it: what has been uploaded, at a glance.</summary>
    public RegionMap Map()
    {
        var first = Regions.Where(r => r.Level == 1).ToList();
        var hasSecond = Regions.Any(r => r.Level > 1);
        return new(
            new(T["First-level regions"], hasSecond ? T["A map of {0} regions, each with the number of second-level regions in it.", first.Count] : T["A map of {0} regions.", first.Count], T["Region"]),
            new(hasSecond ? T["Second-level regions"] : T["Code"], T["Without a boundary:"]),
            first.ConvertAll(r => r.ForMap(outlines, T.Language.Code, Regions.Count(inside => inside.ParentCode == r.Code))))
        {
            IsOutlineOnly = !hasSecond,
        };
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Regions = await db.RegionsAsync(Country, ct);
        sources = await db.Regions.AsNoTracking().Where(r => r.Country == Country).ToDictionaryAsync(r => r.Code, r => r.BoundarySource, ct);
    }
}
