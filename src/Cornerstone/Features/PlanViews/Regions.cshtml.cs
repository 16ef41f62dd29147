using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.PlanViews;

/// <summary>Cost, funding and governance share of each region, on a map where the country has uploaded its boundaries.</summary>
[Requires(PlanRoom.Read)]
public sealed class RegionsPage(AppDb db, CurrentReader current, PlanReading reading, TimeProvider clock, Text T) : PageModel
{
    private Dictionary<string, Outline> outlines = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public OpenPlan? Shown { get; private set; }

    public AllocationView? View { get; private set; }

    public PlanAsked Asked => new(current.Workspace!.Code, Plan, Version);

    public bool HasMap => outlines.Count > 0 && MapCurrency is not null;

    /// <summary>A map shows one currency: the plan's own where anything is written in it.</summary>
    public Currency? MapCurrency => View!.Currencies.OrderByDescending(c => c == Shown!.Plan.Currency).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Shown = await OpenPlan.ReadAsync(db, reading, Asked, PlanParts.Money, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        if (Shown is not { } shown)
        {
            return Plan is null && Version is null ? Page() : NotFound();
        }

        outlines = await db.OutlinesAsync(current.Workspace!.Code, 1, ct);
        View = new(PlanAllocation.ByRegion(shown.Tree), shown, T["Region"], T["The whole country"],
            code => shown.Names.RegionIn(code, T), code => QueryOf(code), T);
        return Page();
    }

    public RegionMap Map() => new(
        new ChartText(T["Cost of what names each region"], T["First-level regions with the cost of everything that names them, alone or with others. What several regions share is counted in each of them, and what goes to the whole country in none, so the regions do not add up to the plan."], T["Region"], MapCurrency!.Code),
        new RegionWords(T["Cost"], T["Without a boundary:"]),
        [.. Shown!.Names.Regions.Where(r => r.Level == 1).Select(RegionOf)]);

    private MapRegion RegionOf(RegionName region) => new(
        region.Code,
        region.Names.In(T.Language.Code),
        outlines.TryGetValue(region.Code, out var outline) ? [.. outline.Rings.Select(Points)] : [],
        CostIn(region.Code),
        QueryOf(region.Code));

    private static List<Charts.GeoPoint> Points(IReadOnlyList<Regions.GeoPoint> ring) => [.. ring.Select(p => new Charts.GeoPoint(p.Longitude, p.Latitude))];

    /// <summary>With what its second-level regions get. Nothing planned is zero; planned and not costed is unknown.</summary>
    private ChartValue CostIn(string code)
    {
        var codes = Shown!.Names.Regions.Where(r => r.ParentCode == code).Select(r => r.Code).Append(code).ToHashSet();
        return ChartValue.Of(View!.Allocation.CostTouching(codes, MapCurrency!));
    }

    private string QueryOf(string code) => Asked.Address("", ("region", code));
}
