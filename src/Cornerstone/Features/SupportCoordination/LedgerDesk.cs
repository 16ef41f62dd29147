using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Features.Support;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What every page of the ledger needs: the counted ledger, the plan it is held against, and values in the reader's words.</summary>
public sealed class LedgerDesk(AppDb db, CurrentReader current, PlanReading reading, LedgerMemory memory, Text T)
{
    private Dictionary<string, TreeNode> nodes = [];
    private Dictionary<string, RegionName> regions = [];

    public CountedLedger Ledger { get; private set; } = null!;

    public PlanObjectives Plan { get; private set; } = PlanObjectives.None;

    public bool HasPlan { get; private set; }

    public string Country => current.Workspace!.Code;

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public IReadOnlyList<ComponentName> Components { get; private set; } = [];

    /// <summary>By what can be asked here: without a plan, not by objective.</summary>
    public IEnumerable<LedgerAxis> Axes => LedgerAxis.All.Where(a => HasPlan || a != LedgerAxis.Objective);

    public async Task OpenAsync(string? currency, CancellationToken ct)
    {
        Ledger = await memory.OfAsync(db, Country, Values.Currency.TryParse(currency, out var asked) ? asked : Values.Currency.UsDollar, ct);
        Components = await db.ComponentsAsync(Country, ct);
        regions = (await db.RegionsAsync(Country, ct)).DistinctBy(r => r.Code).ToDictionary(r => r.Code);
        if (await db.PlanInForceAsync(Country, ct) is not { } plan) return;
        var tree = await reading.TreeAsync(plan.Version, default, ct);
        (HasPlan, Plan, nodes) = (true, ObjectiveMoney.ObjectivesOf(tree), tree.All.ToDictionary(b => b.Node.Lineage.ToString(), b => b.Node));
    }

    /// <summary>A value of an axis in the reader's words.</summary>
    public string Of(LedgerAxis axis, string value) => (axis, value) switch
    {
        _ when axis == LedgerAxis.Partner => PartnerOf(value),
        _ when axis == LedgerAxis.Objective => ObjectiveOf(value),
        _ when axis == LedgerAxis.Crs => T.CrsOf(value),
        (_, LedgerQuestion.Undeclared) => axis == LedgerAxis.Component || axis == LedgerAxis.Sector || axis == LedgerAxis.Reach ? T["not declared"] : T["not said"],
        _ when axis == LedgerAxis.Component => T.ComponentOf(value, Components),
        _ when axis == LedgerAxis.Sector => ComponentShares.Named(value) is { } component ? T.Of(component) : T.SectorOf(value),
        _ when axis == LedgerAxis.Region => RegionOf(value),
        _ when axis == LedgerAxis.Verdict && Enum.TryParse<OdaVerdict>(value, out var verdict) => T.Of(verdict),
        _ when axis == LedgerAxis.Beside && Enum.TryParse<OdaBeside>(value, out var beside) => T.Of(beside),
        _ when axis == LedgerAxis.Reach && Enum.TryParse<SsrReach>(value, out var reach) => T.Of(reach),
        _ when axis == LedgerAxis.FlowType => T.FlowTypeOf(value),
        _ when axis == LedgerAxis.Purpose => T.SectorOf(value),
        _ when axis == LedgerAxis.FinanceType => T.FinanceTypeOf(value),
        _ when axis == LedgerAxis.AidType => T.AidTypeOf(value),
        ({ Marker: not null }, _) => T.SignificanceOf(int.TryParse(value, out var significance) ? significance : null),
        _ => value,
    };

    public string PartnerOf(string value) => Guid.TryParse(value, out var id) && Ledger.Partners.Of(id) is { } partner ? partner.Names.In(T.Language.Code) : T["Nobody is named"];

    private string ObjectiveOf(string value) => value == LedgerQuestion.Shared ? T["several, and nobody said how much for which"]
        : nodes.GetValueOrDefault(value) is { } node ? $"{node.Code} {node.Title.In(T.Language.Code)}"
        : T["none that its owner agreed to"];

    private string RegionOf(string value) => value switch
    {
        LedgerRegion.WholeCountry => T["The whole country"],
        LedgerRegion.Several => T["several, and nobody said how much for which"],
        _ => regions.GetValueOrDefault(value)?.Names.In(T.Language.Code) ?? value,
    };
}
