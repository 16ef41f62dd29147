using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>Support beside the plan: what nobody funds, where several lead, how far it serves the plan, and who keeps what they announce.</summary>
[Requires(SupportRoom.Read)]
public sealed class GapsPage(AppDb db, CurrentReader current, PlanReading reading, TimeProvider clock, Text T) : PageModel
{
    public KnownMoney Money { get; private set; } = null!;

    public IReadOnlyList<ObjectiveLine> Objectives { get; private set; } = [];

    public IReadOnlyList<IGrouping<(Guid Objective, string? Region), Overlap>> Overlaps { get; private set; } = [];

    public IReadOnlyList<Kept> Kept { get; private set; } = [];

    public (decimal Serving, decimal All) Alignment { get; private set; }

    /// <summary>At work for the plan, and nobody knows where.</summary>
    public IReadOnlyList<Activity> Nowhere { get; private set; } = [];

    public IReadOnlyDictionary<Guid, TreeNode> Nodes { get; private set; } = new Dictionary<Guid, TreeNode>();

    public IReadOnlyList<RegionName> Regions { get; private set; } = [];

    public int Year { get; private set; }

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Year = clock.GetUtcNow().Year;
        var plan = await db.PlanInForceAsync(Country, ct);
        var tree = plan is null ? null : await reading.TreeAsync(plan.Version, PlanParts.Money, ct);
        // A plan is reckoned in the currency most of it is written in.
        var currency = tree?.Figures.OrderByDescending(f => f.Cost).FirstOrDefault()?.Currency ?? Currency.UsDollar;
        Money = await KnownMoney.ReadAsync(db, Country, currency, ct);
        Regions = await db.RegionsAsync(Country, ct);
        Kept = Features.SupportCoordination.Kept.Of(Money, await db.PlannedAmounts.AsNoTracking().Where(p => p.Country == Country).ToListAsync(ct), Year - 1);
        if (tree is not null)
        {
            var objectives = await ObjectiveMoney.ReadAsync(db, Money, tree, Country, ct);
            Nodes = tree.All.ToDictionary(b => b.Node.Lineage, b => b.Node);
            (Objectives, Alignment, Nowhere) = (objectives.Lines, objectives.Alignment(), objectives.Nowhere(Year));
            Overlaps = [.. objectives.Overlaps(Year).GroupBy(o => (o.Objective, o.Region)).OrderBy(g => Nodes[g.Key.Objective].Code, StringComparer.Ordinal).ThenBy(g => g.Key.Region, StringComparer.Ordinal)];
        }
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await OnGetAsync(ct);
        return this.Export(new ListExport<ObjectiveLine>("gaps", T["Gaps and overlaps"], Objectives)
        {
            Columns =
            [
                new(T["Code"], o => o.Node.Code),
                new(T["Objective"], o => o.Node.Title.In(T.Language.Code), Width: 48),
                new(T["Cost"], o => o.Cost, CellKind.Number),
                new(T["National allocation"], o => o.National, CellKind.Number),
                new(T["Committed"], o => o.Committed, CellKind.Number),
                new(T["Gap"], o => o.Gap, CellKind.Number),
                new(T["Last seen spent"], o => o.Spent, CellKind.Number),
                new(T["Partners of equal size"], o => o.Givers?.EffectivePartners is { } partners ? decimal.Round(partners, 2) : null, CellKind.Number),
                new(T["Attention"], o => T.Of(o.Attention)),
            ],
            Filters = [T["In {0}", Money.Currency]],
        }, format);
    }

    public string RowsOf(ObjectiveLine line, LedgerView view, MoneyStage stage) =>
        (new LedgerQuestion(view, stage, Money.Currency.Code) { Objective = line.Node.Lineage.ToString() }).AddressOn($"{Path}/ledger/rows");

    /// <summary>The rows of what was last seen spent: all of it, or what of each serves the plan.</summary>
    public string SpentRows(bool serves) => (new LedgerQuestion(LedgerView.Spending, MoneyStage.Paid, Money.Currency.Code) { Serves = serves }).AddressOn($"{Path}/ledger/rows");

    public string NameOf(Guid? partner) => Money.Partners.Of(partner)?.Names.In(T.Language.Code) ?? "?";

    public string RegionOf(string? code) => code is null ? T["The whole country"] : Regions.FirstOrDefault(r => r.Code == code)?.Names.In(T.Language.Code) ?? code;

    public IEnumerable<Activity> ActivitiesOf(IEnumerable<Overlap> cells) => cells.SelectMany(c => c.Activities).Distinct().Select(a => Money.Activities[a]);

    public string TitleOf(Activity activity) => activity.Title?.In(T.Language.Code) ?? activity.Identifier;
}
