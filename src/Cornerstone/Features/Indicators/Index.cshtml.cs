using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.Indicators;

public enum IndicatorOrder
{
    Code,
    Name,
    Light,
    Progress,
    Age,
}

/// <summary>Every indicator of the country with its light.</summary>
[Requires(BenchmarksRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private const int PageSize = 50;

    private IReadOnlyList<ComponentName> components = [];
    private ComponentFamilies families = ComponentFamilies.None;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    [BindProperty(SupportsGet = true)]
    public ResultLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public Light? Light { get; set; }

    [BindProperty(SupportsGet = true)]
    public IndicatorState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public IndicatorOrder Order { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    /// <summary>For printing: nothing is cut by paging.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<IndicatorStanding> Everything { get; private set; } = [];

    public IReadOnlyList<IndicatorStanding> Admitted { get; private set; } = [];

    public IEnumerable<IndicatorStanding> Shown => All ? Admitted : Admitted.Skip(Part.Start).Take(PageSize);

    public bool MayEdit => current.May(BenchmarksRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    public string? Previous => !All && Part.Before is { } skip ? PageAt(skip) : null;

    public string? Next => !All && Part.After is { } skip ? PageAt(skip) : null;

    public bool IsNarrow => Q is not null || Component is not null || Level is not null || Light is not null || State is not null;

    public IEnumerable<SelectListItem> Components => components
        .Where(c => Everything.Any(s => families.Any([s.Definition.Component], c.Code))).Select(c => new SelectListItem(T.NameOf(c), c.Code));

    private string Country => current.Workspace!.Code;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        return this.Export(new ListExport<IndicatorStanding>("indicators", T["Indicators"], Admitted)
        {
            Columns =
            [
                new(T["Code"], s => s.Indicator.Code),
                new(T["Name"], s => s.Definition.Name.In(T.Language.Code), Width: 50),
                new(T["Component"], s => s.Definition.Component),
                new(T["Level"], s => T.WordOf(s.Definition.Level)),
                new(T["Unit"], s => T.WordOf(s.Definition.Unit)),
                new(T["State"], s => T.WordOf(s.Indicator.State)),
                new(T["Baseline"], s => s.Targets.FirstOrDefault(t => t.Kind == TargetKind.Baseline)?.Value.ToString()),
                new(T["Latest value"], s => s.Latest?.Value.ToString()),
                new(T["Period"], s => s.Latest?.Period.ToString()),
                new(T["Target"], s => s.Targets.LastOrDefault(t => t.Kind == TargetKind.Target)?.Value.ToString()),
                new(T["Progress"], s => s.Standing.Progress?.Share, CellKind.Percentage),
                new(T["Light"], s => T.Of(s.Standing)),
                new(T["Source"], s => s.Latest?.Source ?? s.Definition.Source, Width: 40),
            ],
        }, format);
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        components = await db.ComponentsAsync(Country, ct);
        families = new(components);
        Everything = await db.StandingsAsync(Country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), current.May(BenchmarksRoom.Working), ct);
        Admitted = [.. Ordered(Everything.Where(Admits))];
    }

    private bool Admits(IndicatorStanding s) =>
        (Component is null || families.Any([s.Definition.Component], Component))
        && (Level is null || s.Definition.Level == Level)
        && (Light is null || s.Standing.Light == Light)
        && (State is null || s.Indicator.State == State)
        && (string.IsNullOrWhiteSpace(Q) || s.Indicator.Code.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase)
            || s.Definition.Name.Texts.Values.Any(n => n.Contains(Q.Trim(), StringComparison.CurrentCultureIgnoreCase)));

    private IEnumerable<IndicatorStanding> Ordered(IEnumerable<IndicatorStanding> standings) => Order switch
    {
        IndicatorOrder.Name => standings.OrderBy(s => s.Definition.Name.In(T.Language.Code), StringComparer.CurrentCulture),
        IndicatorOrder.Light => standings.OrderBy(s => Urgency.Of(s.Standing)).ThenBy(s => s.Standing.Performance),
        IndicatorOrder.Progress => standings.OrderBy(s => s.Standing.Progress?.Share ?? decimal.MaxValue),
        IndicatorOrder.Age => standings.OrderBy(s => s.Latest?.Period.Until ?? DateOnly.MinValue),
        _ => standings,
    };

    private PageRows Part => PageRows.From(Skip, PageSize, Admitted.Count);

    private string PageAt(int skip) => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["q"] = Q,
        ["component"] = Component,
        ["level"] = Level?.ToString(),
        ["light"] = Light?.ToString(),
        ["state"] = State?.ToString(),
        ["order"] = Order == IndicatorOrder.Code ? null : Order.ToString(),
        ["skip"] = $"{skip}",
    });
}
