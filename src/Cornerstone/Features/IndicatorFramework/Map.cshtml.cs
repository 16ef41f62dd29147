using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorFramework;

/// <summary>One indicator by region, on the boundaries the country brought in.</summary>
[Requires(BenchmarksRoom.Read)]
public sealed class MapPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Indicator { get; set; }

    public DefinedIndicator? Shown { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public IReadOnlyList<MapRegion> Regions { get; private set; } = [];

    public IReadOnlyList<SeriesPoint> Points { get; private set; } = [];

    public RolledUp? Whole { get; private set; }

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var working = current.May(BenchmarksRoom.Working);
        var defined = await db.DefinedIndicatorsAsync(Country, ct);
        var withAreas = (await db.Indicators
            .Where(i => i.Country == Country && db.PointsFor(working).Any(p => p.IndicatorId == i.Id && p.Area != "" && p.Dimensions == ""))
            .Select(i => i.Id).ToListAsync(ct)).ToHashSet();
        Choices = [.. defined.Where(d => withAreas.Contains(d.Indicator.Id)).Select(d => new SelectListItem($"{d.Indicator.Code} {d.Definition.Name.In(T.Language.Code)}", d.Indicator.Id.ToString()))];
        Shown = Indicator is null ? defined.Find(d => withAreas.Contains(d.Indicator.Id)) : defined.Find(d => d.Indicator.Id == Indicator);
        if (Indicator is not null && Shown is null)
        {
            return NotFound();
        }

        Indicator = Shown?.Indicator.Id;
        if (Shown is not null)
        {
            await ReadAsync(Shown, working, ct);
        }

        return Page();
    }

    public RegionMap Map() => new(
        new ChartText(Shown!.Definition.Name.In(T.Language.Code), T["The latest value of each region."], T["Region"], T.WordOf(Shown.Definition.Unit)),
        new RegionWords(T["Value"], T["Regions without a boundary"]),
        Regions);

    private async Task ReadAsync(DefinedIndicator shown, bool working, CancellationToken ct)
    {
        var areas = db.PointsFor(working).Where(p => p.IndicatorId == shown.Indicator.Id && p.Area != "" && p.Dimensions == "");
        var last = await areas.MaxAsync(p => (DateOnly?)p.UntilDay, ct);
        Points = [.. (await areas.Where(p => p.UntilDay == last).OrderBy(p => p.Area).ThenBy(p => p.State == PointState.Published).ToListAsync(ct)).DistinctBy(p => p.Area)];
        var regions = (await db.RegionsAsync(Country, ct)).FindAll(r => r.Level == 1);
        var outlines = await db.OutlinesAsync(Country, 1, ct);
        var values = Points.ToDictionary(p => p.Area);
        Regions = [.. regions.Select(r => new MapRegion(
            r.Code,
            r.Names.In(T.Language.Code),
            outlines.TryGetValue(r.Code, out var outline) ? [.. outline.Rings.Select(ring => (IReadOnlyList<Charts.GeoPoint>)[.. ring.Select(p => new Charts.GeoPoint(p.Longitude, p.Latitude))])] : [],
            values.TryGetValue(r.Code, out var point) ? ValueOf(point) : ChartValue.Unknown))];
        var codes = regions.Select(r => r.Code).ToHashSet();
        Whole = RollUp.Over(shown.Definition, RollUpAxis.Areas, [.. Points.Where(p => codes.Contains(p.Area)).Select(p => new RollUpPart(p.Value, p.Numerator, p.Denominator, p.Period))]);
    }

    // An interval has no place among the classes of a map: its figures stand in the table beneath.
    private static ChartValue ValueOf(SeriesPoint point) => point.Value.State switch
    {
        Values.FigureState.NotApplicable => ChartValue.NotApplicable,
        _ => ChartValue.Of(point.Value.Number),
    };
}
