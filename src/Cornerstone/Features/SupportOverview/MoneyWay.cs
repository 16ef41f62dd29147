using Cornerstone.Charts;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Plan;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportOverview;

/// <summary>
/// The way of the money: from partners over the objectives it serves by agreement to the institutions in charge of them. Sources hardly
/// ever say which institution receives; the plan says who answers for an objective, and the heading says that this is what is meant.
/// </summary>
public sealed class MoneyWay(MoneyParts parts, LedgerDesk desk, IReadOnlyDictionary<string, TreeNode> nodes, IReadOnlyDictionary<Guid, Wording> institutions, Text T)
{
    private const string Nobody = "nobody";

    public SankeyChart Chart(string currency, string country) => new(
        new ChartText(T["The way of the money"], T["From each partner to the objectives its money serves, and on to the institutions in charge of them; as wide as the amounts."], T["Comes from"], currency),
        new SankeyWords([T["Partner"], T["Objective"], T["Institution"]], T["Goes to"], T["Amount"], T["not said"], n => T.Plural(n, "{0} other", "{0} others")),
        [.. PartnerNodes(), .. ObjectiveNodes(), .. InstitutionNodes(country)],
        [.. Serving(), .. InCharge()]);

    private IEnumerable<SankeyNode> PartnerNodes() => parts.All.Select(p => p.Partner).Distinct().Select(p => new SankeyNode(
        $"partner {p}", 0, desk.Of(LedgerAxis.Partner, p), parts.RowsOf((LedgerAxis.Partner, p)), IsUnsaid: p == LedgerQuestion.Undeclared));

    private IEnumerable<SankeyNode> ObjectiveNodes() => parts.All.Select(p => p.Objective).Distinct().Select(o => new SankeyNode(
        $"objective {o}", 1, desk.Of(LedgerAxis.Objective, o), parts.RowsOf((LedgerAxis.Objective, o)), IsUnsaid: !nodes.ContainsKey(o)));

    private IEnumerable<SankeyNode> InstitutionNodes(string country) => parts.All.Select(p => OwnerOf(p.Objective)).Distinct().Select(i => new SankeyNode(
        $"institution {i?.ToString() ?? Nobody}", 2,
        i is { } owner ? institutions.GetValueOrDefault(owner)?.In(T.Language.Code) ?? T["an institution you may not see"] : T["nobody is in charge"],
        i is { } known && institutions.ContainsKey(known) ? $"/{country}/institutions/{known}" : null, IsUnsaid: i is null));

    private IEnumerable<SankeyLink> Serving() => parts.All.GroupBy(p => (p.Partner, p.Objective)).Select(g => new SankeyLink(
        $"partner {g.Key.Partner}", $"objective {g.Key.Objective}", g.Sum(p => p.Amount), parts.RowsOf((LedgerAxis.Partner, g.Key.Partner), (LedgerAxis.Objective, g.Key.Objective))));

    private IEnumerable<SankeyLink> InCharge() => parts.All.GroupBy(p => p.Objective).Select(g => new SankeyLink(
        $"objective {g.Key}", $"institution {OwnerOf(g.Key)?.ToString() ?? Nobody}", g.Sum(p => p.Amount), parts.RowsOf((LedgerAxis.Objective, g.Key))));

    private Guid? OwnerOf(string objective) => nodes.GetValueOrDefault(objective)?.OwnerId;
}
