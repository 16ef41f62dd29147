using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Features.SupportMeasures;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>Support beside the plan: what nobody funds, where several lead, how far it serves the plan, and who keeps what they announce.</summary>
[CountsLedger]
[Requires(SupportRoom.Read)]
public sealed class GapsPage(AppDb db, CurrentReader current, PlanReading reading, TimeProvider clock, LedgerMemory memory, Text T) : PageModel
{
    public CountedLedger Money { get; private set; } = null!;

    public IReadOnlyList<ObjectiveLine> Objectives { get; private set; } = [];

    public IReadOnlyList<IGrouping<(Guid Objective, string? Region), Overlap>> Overlaps { get; private set; } = [];

    public IReadOnlyList<Kept> Kept { get; private set; } = [];

    public (decimal Serving, decimal All) Alignment { get; private set; }

    /// <summary>At work for the plan, and nobody knows where.</summary>
    public IReadOnlyList<Activity> Nowhere { get; private set; } = [];

    /// <summary>Those that serve the plan by agreement.</summary>
    public IReadOnlyDictionary<Guid, Activity> Activities { get; private set; } = new Dictionary<Guid, Activity>();

    public IReadOnlyDictionary<Guid, TreeNode> Nodes { get; private set; } = new Dictionary<Guid, TreeNode>();

    public IReadOnlyList<RegionName> Regions { get; private set; } = [];

    public int Year { get; private set; }

    /// <summary>Fiscal years of the plan and of what is bound.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Places of the years in which an objective has a cost; what is bound for others is in the file.</summary>
    public IEnumerable<int> PlannedYears => Enumerable.Range(0, Years.Count).Where(place => Objectives.Any(o => o.Years[place].Gap is not null));

    public Period? NextTwelveMonths { get; private set; }

    public FiscalYearStart? YearStart { get; private set; }

    /// <summary>The rates by which the plan's other currencies were converted, or that none is known.</summary>
    public IReadOnlyList<Conversion> PlanRates { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Year = today.Year;
        var plan = await db.PlanInForceAsync(Country, ct);
        Money = await memory.OfAsync(db, Country, Values.Currency.TryParse(Currency, out var asked) ? asked : plan?.Plan.Currency ?? Values.Currency.UsDollar, ct);
        Regions = await db.RegionsAsync(Country, ct);
        Kept = await Features.SupportCoordination.Kept.ReadAsync(db, Money.Ground, Year - 1, ct);
        if (plan is not null)
        {
            await ReadAsync(plan, today, ct);
        }
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return this.Export(GapsExport.Gaps(this, T), format);
    }

    public async Task<IActionResult> OnGetOverlapsExportAsync(string? format, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return this.Export(GapsExport.OverlapsOf(this, T), format);
    }

    public async Task<IActionResult> OnGetKeptExportAsync(string? format, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return this.Export(GapsExport.KeptOf(this, T), format);
    }

    private async Task ReadAsync(PlanInForce plan, DateOnly today, CancellationToken ct)
    {
        var tree = await reading.TreeAsync(plan.Version, default, ct);
        var objectives = await ObjectiveMoney.ReadAsync(db, Money, tree, ct);
        YearStart = new FiscalYearStart(plan.Plan.FiscalYearStartMonth, plan.Plan.FiscalYearStartDay);
        var amounts = await PlanAmounts.ReadAsync(db, plan, today, (amount, day) => Money.Ground.InCurrency(amount.Amount, amount.Currency.Code, day), ct);
        var gaps = new ObjectiveGaps(objectives, tree, amounts, today);
        (Objectives, Years, NextTwelveMonths) = (gaps.Lines(), gaps.Years, gaps.NextTwelveMonths);
        PlanRates = [.. amounts.Currencies.Where(c => c != Money.Currency).Select(c => Money.Rates.Convert(new Money(1m, c), PlanAmounts.DayOf(plan, today), Money.Currency))];
        Nodes = tree.All.ToDictionary(b => b.Node.Lineage, b => b.Node);
        Activities = objectives.Activities;
        (Alignment, Nowhere) = (objectives.Alignment(), objectives.Nowhere(Year));
        Overlaps = [.. objectives.Overlaps(Year).GroupBy(o => (o.Objective, o.Region)).OrderBy(g => Nodes[g.Key.Objective].Code, StringComparer.Ordinal).ThenBy(g => g.Key.Region, StringComparer.Ordinal)];
    }

    /// <summary>The rows of a figure, for all years or a span of days.</summary>
    public string RowsOf(ObjectiveLine line, LedgerView view, MoneyStage stage, Period? window = null, Weighing? weigh = null) =>
        (new LedgerQuestion(view, stage, Money.Currency.Code) { Only = new Dictionary<LedgerAxis, string> { [LedgerAxis.Objective] = line.Node.Lineage.ToString() }, From = window?.From, Until = window?.Until, Weigh = weigh }).AddressOn($"{Path}/ledger/rows");

    public string YearName(int year) => YearStart is { } start ? new FiscalYear(year, start).ToString() : $"{year}";

    /// <summary>The rows of what was last seen spent: all of it, or what of each serves the plan.</summary>
    public string SpentRows(bool serves) => (new LedgerQuestion(LedgerView.Spending, MoneyStage.Paid, Money.Currency.Code) { Weigh = serves ? Weighing.Alignment : null }).AddressOn($"{Path}/ledger/rows");

    public string NameOf(Guid? partner) => Money.Partners.Of(partner)?.Names.In(T.Language.Code) ?? "?";

    public string RegionOf(string? code) => code is null ? T["The whole country"] : Regions.FirstOrDefault(r => r.Code == code)?.Names.In(T.Language.Code) ?? code;

    public IEnumerable<Activity> ActivitiesOf(IEnumerable<Overlap> cells) => cells.SelectMany(c => c.Activities).Distinct().Select(a => Activities[a]);

    public string TitleOf(Activity activity) => activity.Title?.In(T.Language.Code) ?? activity.Identifier;
}
