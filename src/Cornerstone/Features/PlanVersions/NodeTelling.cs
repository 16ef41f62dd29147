using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.PlanVersions;

/// <summary>The fields of a node in words, so that two versions can be laid side by side. Ids of a version are told by codes.</summary>
internal sealed class NodeTelling(PlanNames names, LevelNames levels, Text T)
{
    private readonly Dictionary<Guid, string> codes = [];
    private readonly Dictionary<Guid, string> costs = [];
    private readonly Dictionary<Guid, string> funding = [];
    private readonly Dictionary<Guid, string> links = [];

    public void Learn(IEnumerable<PlanNode> nodes, ILookup<Guid, PlanCost> cost, ILookup<Guid, PlanFunding> fund, ILookup<Guid, PlanLink> link)
    {
        foreach (var node in nodes)
        {
            codes[node.Id] = node.Code;
            costs[node.Id] = Many(Money.SumByCurrency(cost[node.Id].Select(c => c.Money())).Select(m => T.Of(m)));
            funding[node.Id] = Many(fund[node.Id].Select(f => $"{f.Source} {f.FiscalYear}: {T.Of(f.Money())}"));
            links[node.Id] = Many(link[node.Id].Select(l => $"{T.Of(l.Kind)} {l.Target}"));
        }
    }

    public IReadOnlyList<(string Field, string Value)> Tell(PlanNode node) =>
    [
        (T["Code"], node.Code),
        (T["Title"], node.Title.ToString()),
        (T["Statement"], Said(node.Statement)),
        (T["Level"], T.Of(node.Level, levels)),
        // As in the tree: what stands under a node the reader does not see stands at the top.
        (T["Stands under"], node.ParentId is { } parent ? codes.GetValueOrDefault(parent, "") : ""),
        (T["Owner"], node.OwnerId is { } owner ? names.InstitutionIn(owner, T) : ""),
        (T["Contributing institutions"], Many(node.ContributorIds.Select(id => names.InstitutionIn(id, T)))),
        (T["Components"], Many(node.Components.Select(c => names.ComponentIn(c, T)))),
        (T["Regions"], Many(node.Regions.Select(r => names.RegionIn(r, T)))),
        (T["Starts on"], node.StartsOn?.ToString("d", T.Language.Culture) ?? ""),
        (T["Ends on"], node.EndsOn?.ToString("d", T.Language.Culture) ?? ""),
        (T["Assumptions"], Said(node.Assumptions)),
        (T["Risks"], Said(node.Risks)),
        (T["Gender marker"], node.GenderMarker?.ToString(T.Language.Culture) ?? ""),
        (T["Political objective served"], Said(node.PoliticalObjective)),
        (T["Who gains and who loses"], Said(node.WinnersLosers)),
        (T["Cost"], costs.GetValueOrDefault(node.Id, "")),
        (T["Funding lines"], funding.GetValueOrDefault(node.Id, "")),
        (T["Links"], links.GetValueOrDefault(node.Id, "")),
    ];

    private static string Said(Wording? wording) => wording?.ToString() ?? "";

    private static string Many(IEnumerable<string> values) => string.Join("; ", values.Order(StringComparer.CurrentCulture));
}
