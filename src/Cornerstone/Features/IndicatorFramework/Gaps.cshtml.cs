using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorFramework;

/// <summary>What is missing before the framework can be trusted: a list to work through.</summary>
[Requires(BenchmarksRoom.Read)]
public sealed class GapsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public GapKind? Kind { get; set; }

    public IReadOnlyList<DataGap> Everything { get; private set; } = [];

    public IReadOnlyList<DataGap> Admitted { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    public static string WordOf(GapKind kind, Text T) => kind switch
    {
        GapKind.NoBaseline => T["No baseline"],
        GapKind.BaselineOverdue => T["Planned baseline overdue"],
        GapKind.NoTarget => T["No target"],
        GapKind.NoValue => T["No value yet"],
        GapKind.Stale => T["Value too old"],
        GapKind.LowQuality => T["Quality too low"],
        GapKind.NotSplit => T["Not split as the card asks"],
        GapKind.Fallen => T["A count that fell: check it"],
        _ => T["Measures no objective of the plan"],
    };

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        return this.Export(new ListExport<DataGap>("data-gaps", T["Data gaps"], Admitted)
        {
            Columns =
            [
                new(T["Code"], g => g.Standing.Indicator.Code),
                new(T["Name"], g => g.Standing.Definition.Name.In(T.Language.Code), Width: 50),
                new(T["Gap"], g => WordOf(g.Kind, T), Width: 36),
                new(T["Custodian"], g => g.Standing.Definition.Custodian, Width: 36),
                new(T["Latest period"], g => g.Standing.Latest?.Period.ToString()),
            ],
        }, format);
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var (today, working) = (DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), current.May(BenchmarksRoom.Working));
        var standings = await db.StandingsAsync(Country, today, working, ct);
        var asked = standings.Where(s => s.Definition.Disaggregations.Count > 0).Select(s => s.Indicator.Id).ToList();
        var split = (await db.Indicators.Where(i => asked.Contains(i.Id) && db.PointsFor(working).Any(p => p.IndicatorId == i.Id && (p.Dimensions != "" || p.Area != "")))
            .Select(i => i.Id).ToListAsync(ct)).ToHashSet();
        Everything = [.. standings.SelectMany(s => DataGap.Of(s, today, split))];
        Admitted = [.. Everything.Where(g => Kind is null || g.Kind == Kind)];
    }
}
