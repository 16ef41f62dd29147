using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Indicators;

/// <summary>One indicator: its line with target and band, its parts, its card, every value with source and quality, its history.</summary>
[Requires(BenchmarksRoom.Read)]
public sealed class DetailPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private const int MostExported = 100_000;

    private Framework? framework;

    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public IndicatorStanding Standing { get; private set; } = null!;

    public Indicator Indicator => Standing.Indicator;

    public IndicatorDefinition Card => Standing.Definition;

    public IReadOnlyList<SeriesPoint> Totals { get; private set; } = [];

    public IReadOnlyList<SeriesPoint> Parts { get; private set; } = [];

    public IReadOnlyList<PartChart> PartCharts { get; private set; } = [];

    public CountryDimensions Dimensions { get; private set; } = new([]);

    /// <summary>The custodian's name where it is an institution; else as the card calls them.</summary>
    public string Custodian { get; private set; } = "";

    public string Component { get; private set; } = "";

    public IReadOnlyList<IndicatorDefinition> Cards { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public IReadOnlyList<ProvisionServed> Provisions { get; private set; } = [];

    public IReadOnlyDictionary<string, Wording> RegionNames { get; private set; } = new Dictionary<string, Wording>();

    public IReadOnlyList<PlanNode> Nodes { get; private set; } = [];

    public IReadOnlyList<DefinedIndicator> Others { get; private set; } = [];

    public bool MayEdit => current.May(BenchmarksRoom.Edit);

    /// <summary>True when values before publication are among those shown.</summary>
    public bool IsWorking => current.May(BenchmarksRoom.Working);

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    public string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.DefinedIndicatorAsync(Country, id, ct) is not { } defined)
        {
            return NotFound();
        }

        Standing = await db.StandingAsync(defined, Today, IsWorking, ct);
        Provisions = await db.ProvisionsServedByAsync(id, ct);
        if (Tab == "history")
        {
            History = await db.HistoryOfIndicatorAsync(id, ct);
            return Page();
        }

        Cards = await db.CardsOfAsync(id, ct);
        Totals = await db.TotalsOfAsync(id, IsWorking, ct);
        Parts = await db.LatestPartsOfAsync(id, IsWorking, ct);
        RegionNames = (await db.RegionsAsync(Country, ct)).ToDictionary(r => r.Code, r => r.Names);
        Dimensions = await db.DimensionsAsync(Country, Today, T, ct);
        PartCharts = Parts.Count == 0 ? [] : Indicators.PartCharts.Of(Card, await db.PartsOverTimeAsync(id, IsWorking, ct), Dimensions, RegionNames, T);
        framework = await db.FrameworkAsync(Country, ct);
        Nodes = await NodesAsync(defined.Indicator, ct);
        Component = (await db.ComponentsAsync(Country, ct)).FirstOrDefault(c => c.Code == Card.Component) is { } component ? T.NameOf(component) : Card.Component;
        Custodian = Card.CustodianId is { } custodian && (await db.InstitutionNamesAsync(Country, Today, ct)).TryGetValue(custodian, out var name) ? name.In(T.Language.Code) : Card.Custodian;
        Others = MayEdit ? (await db.DefinedIndicatorsAsync(Country, ct)).FindAll(d => d.Indicator.Id != id) : [];
        return Page();
    }

    /// <summary>The whole series with its parts, numerators, sources: what a statistician asks for.</summary>
    public async Task<IActionResult> OnGetExportAsync(Guid id, string? format, CancellationToken ct)
    {
        if (await db.DefinedIndicatorAsync(Country, id, ct) is not { } defined)
        {
            return NotFound();
        }

        var series = await db.SeriesOfAsync(id, IsWorking, MostExported, ct);
        return this.Export(new ListExport<SeriesPoint>("series", $"{defined.Indicator.Code} {defined.Definition.Name.In(T.Language.Code)}", series)
        {
            Columns =
            [
                new(T["Period"], p => p.Period.ToString()),
                new(T["Area"], p => p.Area),
                new(T["Part of the whole"], p => p.Dimensions),
                new(T["Value"], p => p.Value.Number, CellKind.Number),
                new(T["Value as its source gives it"], p => p.Value.ToString()),
                new(T["Unit"], _ => T.WordOf(defined.Definition.Unit)),
                new(T["Numerator"], p => p.Numerator, CellKind.Number),
                new(T["Denominator"], p => p.Denominator, CellKind.Number),
                new(T["State"], p => T.WordOf(p.State)),
                new(T["Quality"], p => p.QualityScore?.Share, CellKind.Percentage),
                new(T["Source"], p => p.Source, Width: 40),
                new(T["Note"], p => p.Note, Width: 40),
            ],
            Source = defined.Definition.Source,
        }, format);
    }

    public Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken ct) => MoveAsync(id, "benchmarks.state", null, (i, _) => i.Agree(), ct);

    public Task<IActionResult> OnPostBaselineAsync(Guid id, CancellationToken ct) => MoveAsync(id, "benchmarks.state", null, (i, hasBaseline) => i.TakeBaseline(hasBaseline), ct);

    public Task<IActionResult> OnPostActivateAsync(Guid id, DateOnly? baselinePlannedFor, CancellationToken ct) => MoveAsync(id, "benchmarks.state", null, (i, hasBaseline) =>
    {
        i.BaselinePlannedFor = baselinePlannedFor ?? i.BaselinePlannedFor;
        return i.Activate(hasBaseline, Today);
    }, ct);

    public Task<IActionResult> OnPostRetireAsync(Guid id, string? reason, Guid? successor, CancellationToken ct) =>
        MoveAsync(id, "benchmarks.retire", reason, (i, _) => i.Retire(reason, successor), ct);

    /// <summary>Links the indicator to the paragraph it measures, by the paragraph's platform id.</summary>
    public async Task<IActionResult> OnPostServeAsync(Guid id, string? provision, CancellationToken ct)
    {
        var address = provision?.Trim() ?? "";
        if (!MayEdit || await db.DefinedIndicatorAsync(Country, id, ct) is not { } defined)
        {
            return NotFound();
        }

        if (!address.StartsWith("/un/", StringComparison.Ordinal) || address.Length > 200)
        {
            this.Say(T["Write the identifier of a paragraph, such as {0}.", "/un/sc/res/2553/2020/op/20/e"]);
        }
        else if (!await db.ProvisionsServed.AnyAsync(p => p.RecordId == id && p.Provision == address && p.Relation == ServiceRelation.Measures, ct))
        {
            db.ProvisionsServed.Add(new ProvisionServed
            {
                Country = Country,
                Classification = defined.Indicator.Classification,
                RecordType = nameof(Benchmarks.Indicator),
                RecordId = id,
                Provision = address,
                Relation = ServiceRelation.Measures,
            });
            await db.SaveAsync(new Act("benchmarks.serve", Country, clock.GetUtcNow()), ct);
            this.Say(T["Saved."]);
        }

        return Redirect($"{Path}/{id}");
    }

    public TargetLineChart Line() => IndicatorChart.Of(Standing, Totals, Today, T);

    /// <summary>A part against its own baseline and target; null where it has none.</summary>
    public Standing? StandingOf(SeriesPoint part) => framework is null ? null : Standing.StandingOf(part, Today, framework);

    /// <summary>"Women, 18–24" of the whole country, "North", "North, women".</summary>
    public string NameOf(string area, string dimensions)
    {
        var part = dimensions.Length == 0 ? "" : Dimensions.NameOf(DimensionKey.Parse(dimensions), T[", "]);
        var place = area.Length == 0 ? "" : RegionNames.TryGetValue(area, out var region) ? region.In(T.Language.Code) : area;
        return (place, part) switch { ("", "") => T["Whole country"], ("", _) => part, (_, "") => place, _ => T["{0}, {1}", place, part] };
    }

    private async Task<IActionResult> MoveAsync(Guid id, string act, string? reason, Func<Indicator, bool, Refusal?> move, CancellationToken ct)
    {
        if (!MayEdit || await db.Indicators.SingleOrDefaultAsync(i => i.Id == id && i.Country == Country, ct) is not { } indicator)
        {
            return NotFound();
        }

        var hasBaseline = await db.IndicatorTargets.AnyAsync(t => t.IndicatorId == id && t.Kind == TargetKind.Baseline && t.ReplacedAt == null, ct);
        if (move(indicator, hasBaseline) is { } refusal)
        {
            db.ChangeTracker.Clear();
            this.Say(T[refusal]);
            return Redirect($"{Path}/{id}");
        }

        indicator.Version++;
        await db.SaveAsync(new Act(act, Country, clock.GetUtcNow(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}");
    }

    private async Task<IReadOnlyList<PlanNode>> NodesAsync(Indicator indicator, CancellationToken ct)
    {
        var lineages = indicator.PlanLineages;
        return lineages.Count == 0 || await db.PlanInForceAsync(Country, ct) is not { } plan
            ? []
            : await db.PlanNodes.AsNoTracking().Where(n => n.VersionId == plan.Version.Id && lineages.Contains(n.Lineage)).OrderBy(n => n.Code).ToListAsync(ct);
    }
}
