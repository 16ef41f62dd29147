using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Plan;

/// <summary>Small plans, written as a reader would tell them.</summary>
internal static class PlanSamples
{
    public static readonly Currency Usd = Currency.Parse("USD");
    public static readonly Currency Eur = Currency.Parse("EUR");
    public static readonly DateOnly Today = new(2026, 6, 30);
    public static readonly Guid Somebody = new("00000000-0000-7000-8000-0000000000aa");

    public static readonly LevelNames AllLevels = new(Enum.GetValues<PlanLevel>().ToDictionary(l => l, _ => Wording.Empty));

    public static SampleNode Node(PlanLevel level, string code, params IReadOnlyList<SampleNode> children) => new(level, code, children);

    public static PlanTree Tree(params IReadOnlyList<SampleNode> roots) => Tree(ComponentFamilies.None, roots);

    public static PlanTree Tree(ComponentFamilies families, params IReadOnlyList<SampleNode> roots)
    {
        var all = roots.SelectMany(r => r.Flat(null)).ToList();
        return PlanTree.Of(new PlanContents(
            [.. all.Select(n => n.Node)],
            all.SelectMany(n => n.Sample.Costs, (n, c) => (n.Node.Id, c)).ToLookup(c => c.Id, c => c.c),
            all.SelectMany(n => n.Sample.Funding, (n, f) => (n.Node.Id, f)).ToLookup(f => f.Id, f => f.f),
            all.SelectMany(n => n.Sample.Measures, (n, m) => (n.Node.Lineage, m)).ToLookup(m => m.Lineage, m => m.m),
            all.Where(n => n.Sample.State is not null).ToDictionary(n => n.Node.Lineage, n => n.Sample.State!.Value))
        {
            Families = families,
        });
    }

    public static PlanMeasure Measure(bool isComplete) => new(Guid.CreateVersion7(), "I1", "Complaints answered", "/x", isComplete, true, true);

    public static IReadOnlyList<string> Codes(this PlanTree tree, IEnumerable<PlanFinding> findings) =>
        [.. findings.Select(f => f.Node is { } id ? $"{tree.Find(id)!.Node.Code}: {f.Says.Code}" : f.Says.Code)];
}

internal sealed record SampleNode(PlanLevel Level, string Code, IReadOnlyList<SampleNode> Children)
{
    public IReadOnlyList<Money> Costs { get; init; } = [];

    public IReadOnlyList<FundingSum> Funding { get; init; } = [];

    public IReadOnlyList<PlanMeasure> Measures { get; init; } = [];

    public ProgressState? State { get; init; }

    public bool HasLaw { get; init; }

    public Guid? Owner { get; init; }

    public string[] Components { get; init; } = [];

    public (DateOnly, DateOnly)? Dates { get; init; }

    public Guid Lineage { get; } = Guid.CreateVersion7();

    public SampleNode Costing(decimal amount, Currency? currency = null) => this with { Costs = [.. Costs, new Money(amount, currency ?? PlanSamples.Usd)] };

    public SampleNode Funded(FundingKind kind, decimal amount, Currency? currency = null) =>
        this with { Funding = [.. Funding, new FundingSum(kind, new Money(amount, currency ?? PlanSamples.Usd))] };

    public IEnumerable<(SampleNode Sample, TreeNode Node)> Flat(Guid? parent)
    {
        var node = new TreeNode(
            Guid.CreateVersion7(), Lineage, parent, Level, Code, Wording.Of("en", Code), Owner, [], Components, [], Dates?.Item1, Dates?.Item2, HasLaw);
        return Children.SelectMany(c => c.Flat(node.Id)).Prepend((this, node));
    }
}
