using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportOverview;

/// <summary>A part of all counted money and where its rows are.</summary>
public sealed record ShareLine(string Name, decimal Amount, Percentage? Share, string Address);

/// <summary>All support at one look. It counts nothing of its own: every figure is a sum of rows of the ledger or of the plan's gaps.</summary>
[CountsLedger]
[Requires(SupportRoom.Read)]
public sealed class OverviewPage(AppDb db, LedgerDesk desk, PlanReading reading, TimeProvider clock, Text T) : PageModel
{
    // The register of partners has them all.
    private const int MostSilent = 10;

    private Dictionary<string, TreeNode> nodes = [];
    private Dictionary<Guid, Wording> institutions = [];
    private Dictionary<string, Outline> outlines = [];
    private List<RegionName> regions = [];
    private IReadOnlyList<(string Partner, decimal Amount)> committed = [];

    [BindProperty(SupportsGet = true)]
    public LedgerView View { get; set; }

    [BindProperty(SupportsGet = true)]
    public MoneyStage Stage { get; set; } = MoneyStage.Paid;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    /// <summary>The lineage of the objective whose gap is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Objective { get; set; }

    public CountedLedger Ledger => desk.Ledger;

    public MoneyParts Parts { get; private set; } = null!;

    public IReadOnlyList<ObjectiveLine> Objectives { get; private set; } = [];

    /// <summary>Null where there is no plan.</summary>
    public ObjectiveLine? Chosen { get; private set; }

    /// <summary>The rates by which the plan's other currencies were converted, or that none is known.</summary>
    public IReadOnlyList<Conversion> PlanRates { get; private set; } = [];

    public IReadOnlyList<Silence> Silent { get; private set; } = [];

    public IEnumerable<Silence> LongestSilent => Silent.Take(MostSilent);

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public string Path => desk.Path;

    public bool HasMap => outlines.Count > 0;

    public IEnumerable<SelectListItem> Views => T.LedgerViews();

    public IEnumerable<SelectListItem> Stages => T.MoneyStages();

    public IEnumerable<SelectListItem> Currencies => LedgerWords.Currencies(Ledger);

    public IEnumerable<SelectListItem> YearChoices => Ledger.Years.Select(y => new SelectListItem($"{y}", $"{y}"));

    public IEnumerable<SelectListItem> ObjectiveChoices => Objectives.Select(o => new SelectListItem(TitleOf(o.Node), o.Node.Lineage.ToString()));

    private string Country => desk.Country;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var plan = await db.PlanInForceAsync(Country, ct);
        await desk.OpenAsync(Currency ?? plan?.Plan.Currency.Code, ct);
        Currency = Ledger.Currency.Code;
        (regions, outlines) = (await db.RegionsAsync(Country, ct), await db.OutlinesAsync(Country, 1, ct));
        Silent = Silence.In(Ledger, clock.GetUtcNow());
        Parts = new(Ledger, desk.Plan, new LedgerQuestion(View, Stage, Currency).With(LedgerAxis.Year, Year is { } year ? $"{year}" : null), Path);
        if (plan is not null)
        {
            await ReadAsync(plan, ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) =>
        await OnGetAsync(ct) is PageResult ? this.Export(OverviewExport.Parts(this, T), format) : NotFound();

    public async Task<IActionResult> OnGetSilenceExportAsync(string? format, CancellationToken ct) =>
        await OnGetAsync(ct) is PageResult ? this.Export(OverviewExport.SilenceOf(this, T), format) : NotFound();

    private async Task ReadAsync(PlanInForce plan, CancellationToken ct)
    {
        var tree = await reading.TreeAsync(plan.Version, default, ct);
        nodes = tree.All.ToDictionary(b => b.Node.Lineage.ToString(), b => b.Node);
        institutions = await db.InstitutionNamesAsync(Country, Today, ct);
        var amounts = await PlanAmounts.ReadAsync(db, plan, Today, (amount, day) => Ledger.Ground.InCurrency(amount.Amount, amount.Currency.Code, day), ct);
        Objectives = new ObjectiveGaps(ObjectiveMoney.Of(Ledger, tree), tree, amounts, Today).Lines();
        PlanRates = [.. amounts.Currencies.Where(c => c != Ledger.Currency).Select(c => Ledger.Rates.Convert(new Money(1m, c), PlanAmounts.DayOf(plan, Today), Ledger.Currency))];
        // Without a choice, where the most is missing.
        Chosen = Objective is { } asked ? Objectives.FirstOrDefault(o => o.Node.Lineage == asked) : Objectives.MaxBy(o => o.All.Gap);
        Objective = Chosen?.Node.Lineage;
        committed = Chosen is null ? [] :
        [
            .. Ledger.Sums(new LedgerQuestion(LedgerView.Funding, MoneyStage.Committed, Ledger.Currency.Code).With(LedgerAxis.Objective, Chosen.Node.Lineage.ToString()), desk.Plan, LedgerAxis.Partner)
                .Select(s => (s.Values[0], s.Amount ?? 0m)).OrderByDescending(c => c.Item2),
        ];
    }

    public SankeyChart Way() => new MoneyWay(Parts, desk, nodes, institutions, T).Chart(Ledger.Currency.Code, Country.ToLowerInvariant());

    public WaterfallChart Steps() => new GapSteps(Chosen!, committed, desk, T).Chart(Ledger.Currency, Path, $"/{Country.ToLowerInvariant()}/plan");

    public RegionMap Map()
    {
        var amounts = Parts.By(LedgerAxis.Region).ToDictionary(p => p.Value, p => p.Amount);
        return new(
            new ChartText(T["Support by region"], T["First-level regions with the money of activities that work in this region alone; what is for several regions or the whole country is in none."], T["Region"], Ledger.Currency.Code),
            new RegionWords(T["Amount"], T["Without a boundary:"]),
            [.. regions.Where(r => r.Level == 1).Select(r => r.ForMap(outlines, T.Language.Code, amounts.GetValueOrDefault(r.Code), Parts.RowsOf((LedgerAxis.Region, r.Code))))]);
    }

    /// <summary>Aid, what is not, and what nobody said, as the reporters call it.</summary>
    public IReadOnlyList<ShareLine> Flows() => LinesOf(LedgerAxis.FlowType, _ => true);

    /// <summary>What the rules say, whatever the reporters call it.</summary>
    public IReadOnlyList<ShareLine> Verdicts() => LinesOf(LedgerAxis.Verdict, _ => true);

    /// <summary>The rules beside what the reporters say.</summary>
    public IReadOnlyList<ShareLine> Beside() => LinesOf(LedgerAxis.Beside, _ => true);

    /// <summary>Reform of the sector in its core and its broad view.</summary>
    public IReadOnlyList<ShareLine> Reaches() => LinesOf(LedgerAxis.Reach, _ => true);

    /// <summary>Money that the rules would call assistance and nobody does.</summary>
    public (decimal Amount, string Address) Unreported() =>
        (Parts.By(LedgerAxis.Beside).Where(p => p.Value == nameof(OdaBeside.EligibleUnreported)).Sum(p => p.Amount), Parts.RowsOf((LedgerAxis.Beside, nameof(OdaBeside.EligibleUnreported))));

    /// <summary>Regions where there is no map to show them, and what is in no region.</summary>
    public IReadOnlyList<ShareLine> Places() => LinesOf(LedgerAxis.Region, value => !HasMap || !regions.Exists(r => r.Code == value));

    /// <param name="isAid">Null for what nobody said.</param>
    public Percentage? ShareOf(bool? isAid) =>
        Percentage.Of(Parts.By(LedgerAxis.FlowType).Where(p => (p.Value == LedgerQuestion.Undeclared ? null : p.Value == OdaJudgement.OfficialAid) == isAid).Sum(p => p.Amount), Parts.Total);

    public string Of(LedgerAxis axis, string value) => desk.Of(axis, value);

    public string NameOf(Guid? partner) => Ledger.Partners.Of(partner)?.Names.In(T.Language.Code) ?? T["Nobody is named"];

    public string TitleOf(TreeNode node) => $"{node.Code} {node.Title.In(T.Language.Code)}";

    public string? InstitutionOf(string objective) => nodes.GetValueOrDefault(objective)?.OwnerId is { } owner ? institutions.GetValueOrDefault(owner)?.In(T.Language.Code) : null;

    private List<ShareLine> LinesOf(LedgerAxis axis, Func<string, bool> isShown) =>
        [.. Parts.By(axis).Where(p => isShown(p.Value)).Select(p => new ShareLine(desk.Of(axis, p.Value), p.Amount, Percentage.Of(p.Amount, Parts.Total), Parts.RowsOf((axis, p.Value))))];
}
