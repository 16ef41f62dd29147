using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.PlanNodes;

/// <summary>What people say about a node, on the page that adds one and on the page that edits it.</summary>
public sealed class NodeForm
{
    [Display(Name = "Code"), Required, StringLength(PlanNode.LongestCode)]
    public string Code { get; set; } = "";

    public WordingForm Title { get; set; } = new();

    public WordingForm Statement { get; set; } = new();

    public Guid? OwnerId { get; set; }

    public List<Guid> ContributorIds { get; set; } = [];

    public List<string> Components { get; set; } = [];

    public List<string> Regions { get; set; } = [];

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public WordingForm Assumptions { get; set; } = new();

    public WordingForm Risks { get; set; } = new();

    [Range(0, PlanNode.HighestGenderMarker)]
    public short? GenderMarker { get; set; }

    public WordingForm PoliticalObjective { get; set; } = new();

    public WordingForm WinnersLosers { get; set; } = new();

    public int? Position { get; set; }

    public Classification Classification { get; set; }

    public List<CostLine> Costs { get; set; } = [];

    public List<FundingLine> Funding { get; set; } = [];

    /// <summary>Targets of the Sustainable Development Goals, one a line.</summary>
    [StringLength(2_000), DataType(DataType.MultilineText)]
    public string? Sdg { get; set; }

    [StringLength(4_000), DataType(DataType.MultilineText)]
    public string? DevelopmentPlan { get; set; }

    [StringLength(4_000), DataType(DataType.MultilineText)]
    public string? Agreement { get; set; }

    public List<string> Laws { get; set; } = [];

    public List<string> Instruments { get; set; } = [];

    public static NodeForm Of(PlanNode node, NodeMoney money, NationalPlan plan, string language) => new()
    {
        Code = node.Code,
        Title = WordingForm.Of(node.Title, language),
        Statement = WordingForm.Of(node.Statement, language),
        OwnerId = node.OwnerId,
        ContributorIds = [.. node.ContributorIds],
        Components = [.. node.Components],
        Regions = [.. node.Regions],
        StartsOn = node.StartsOn,
        EndsOn = node.EndsOn,
        Assumptions = WordingForm.Of(node.Assumptions, language),
        Risks = WordingForm.Of(node.Risks, language),
        GenderMarker = node.GenderMarker,
        PoliticalObjective = WordingForm.Of(node.PoliticalObjective, language),
        WinnersLosers = WordingForm.Of(node.WinnersLosers, language),
        Position = node.Position,
        Classification = node.Classification,
        Costs = CostLine.Of(money.Costs, plan.Currency, money.FirstYear),
        Funding = FundingLine.Of(money.Funding, plan.Currency, money.FirstYear),
        Sdg = Lines(money.Links, PlanLinkKind.Sdg),
        DevelopmentPlan = Lines(money.Links, PlanLinkKind.DevelopmentPlan),
        Agreement = Lines(money.Links, PlanLinkKind.Agreement),
        Laws = [.. money.Links.Where(l => l.Kind == PlanLinkKind.Law).Select(l => l.Target)],
        Instruments = [.. money.Links.Where(l => l.Kind == PlanLinkKind.Instrument).Select(l => l.Target)],
    };

    public void Check(ModelStateDictionary state, string prefix, Classification highest, Text T)
    {
        Title.Check(state, $"{prefix}.{nameof(Title)}", T);
        foreach (var (name, wording) in Optional)
        {
            wording.Check(state, $"{prefix}.{name}", T, isRequired: false);
        }

        if (EndsOn < StartsOn)
        {
            state.AddModelError($"{prefix}.{nameof(EndsOn)}", T["It ends before it begins."]);
        }

        if (Classification > highest)
        {
            state.AddModelError($"{prefix}.{nameof(Classification)}", T[new Refusal("plan.above-clearance", T.Of(Classification))]);
        }

        CheckLines(state, prefix, T);
    }

    /// <summary>Copies what was said to the node; code, owner and level of secrecy are the secretariat's to change.</summary>
    public void CopyTo(PlanNode node, bool changesAll)
    {
        if (changesAll)
        {
            (node.Code, node.OwnerId, node.Classification) = (Code.Trim(), OwnerId, Classification);
            node.Position = Position ?? node.Position;
        }

        node.Title = Title.ToWording()!;
        node.Statement = Statement.ToWording();
        node.ContributorIds = Kept(node.ContributorIds, ContributorIds);
        node.Components = Kept(node.Components, Components);
        node.Regions = Kept(node.Regions, Regions);
        (node.StartsOn, node.EndsOn, node.GenderMarker) = (StartsOn, EndsOn, GenderMarker);
        (node.Assumptions, node.Risks) = (Assumptions.ToWording(), Risks.ToWording());
        (node.PoliticalObjective, node.WinnersLosers) = (PoliticalObjective.ToWording(), WinnersLosers.ToWording());
    }

    public IEnumerable<(PlanLinkKind Kind, string Target)> Links() =>
        Split(Sdg).Select(t => (PlanLinkKind.Sdg, t))
            .Concat(Split(DevelopmentPlan).Select(t => (PlanLinkKind.DevelopmentPlan, t)))
            .Concat(Split(Agreement).Select(t => (PlanLinkKind.Agreement, t)))
            .Concat(Laws.Distinct().Select(t => (PlanLinkKind.Law, t)))
            .Concat(Instruments.Distinct().Select(t => (PlanLinkKind.Instrument, t)));

    private IEnumerable<(string Name, WordingForm Form)> Optional =>
    [
        (nameof(Statement), Statement), (nameof(Assumptions), Assumptions), (nameof(Risks), Risks),
        (nameof(PoliticalObjective), PoliticalObjective), (nameof(WinnersLosers), WinnersLosers),
    ];

    private void CheckLines(ModelStateDictionary state, string prefix, Text T)
    {
        for (var i = 0; i < Costs.Count; i++)
        {
            Costs[i].Check(state, $"{prefix}.{nameof(Costs)}[{i}]", T);
        }

        for (var i = 0; i < Funding.Count; i++)
        {
            Funding[i].Check(state, $"{prefix}.{nameof(Funding)}[{i}]", T);
        }

        if (Costs.Where(c => c.Amounts.Any()).GroupBy(c => (c.Year, c.Currency?.Trim().ToUpperInvariant())).Any(g => g.Count() > 1))
        {
            state.AddModelError($"{prefix}.{nameof(Costs)}", T["A fiscal year stands twice in the same currency."]);
        }
    }

    // The same list in the same order is no change, so that the history stays quiet.
    private static List<TItem> Kept<TItem>(List<TItem> before, List<TItem> after) => before.ToHashSet().SetEquals(after) ? before : [.. after.Distinct()];

    private static string? Lines(IEnumerable<PlanLink> links, PlanLinkKind kind) =>
        links.Where(l => l.Kind == kind).Select(l => l.Target).DefaultIfEmpty().Aggregate((a, b) => $"{a}\n{b}");

    private static IEnumerable<string> Split(string? lines) => (lines ?? "")
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.Length > PlanLink.LongestTarget ? l[..PlanLink.LongestTarget] : l).Distinct(StringComparer.Ordinal);
}

/// <summary>A node's lines as they are stored.</summary>
public sealed record NodeMoney(IReadOnlyList<PlanCost> Costs, IReadOnlyList<PlanFunding> Funding, IReadOnlyList<PlanLink> Links, int FirstYear);
