using Cornerstone.Features.Plan;

namespace Cornerstone.Features.PlanVersions;

/// <summary>What a field said before and says now.</summary>
public sealed record ChangedField(string Field, string Before, string After);

/// <summary>What became of a node: its forerunners, itself, and what is different.</summary>
/// <param name="Said">What a person said about it; null where the lineage speaks for itself.</param>
public sealed record ComparedNode(
    MappingRelation Relation, IReadOnlyList<PlanNode> Before, PlanNode? After, IReadOnlyList<ChangedField> Changes, IReadOnlyList<PlanMapping> Said)
{
    public bool IsChanged => Changes.Count > 0;
}

/// <summary>Two versions of a plan, node by node (rule V7: carried, merged, dropped, new). Every node of both has its place in it.</summary>
public static class PlanComparison
{
    /// <param name="tell">The fields of a node as a reader reads them, in a fixed order.</param>
    public static IReadOnlyList<ComparedNode> Of(
        IReadOnlyList<PlanNode> before, IReadOnlyList<PlanNode> after, IReadOnlyList<PlanMapping> mappings, Func<PlanNode, IReadOnlyList<(string Field, string Value)>> tell)
    {
        var earlier = before.Where(n => !n.IsRetired).ToDictionary(n => n.Lineage);
        var later = after.Where(n => !n.IsRetired).ToDictionary(n => n.Lineage);
        var into = mappings.Where(m => m.ToLineage is not null && m.FromLineage is not null).ToLookup(m => m.ToLineage!.Value);
        var compared = after.Where(n => !n.IsRetired).Select(node => Arrived(node, earlier, [.. into[node.Lineage]], tell)).ToList();
        var accounted = compared.SelectMany(c => c.Before).Select(n => n.Lineage).ToHashSet();
        var dropped = before.Where(n => !n.IsRetired && !accounted.Contains(n.Lineage) && !later.ContainsKey(n.Lineage))
            .Select(n => new ComparedNode(MappingRelation.Dropped, [n], null, [], [.. mappings.Where(m => m.FromLineage == n.Lineage)]));
        return [.. compared, .. dropped];
    }

    private static ComparedNode Arrived(
        PlanNode node, Dictionary<Guid, PlanNode> earlier, IReadOnlyList<PlanMapping> said, Func<PlanNode, IReadOnlyList<(string Field, string Value)>> tell)
    {
        var own = earlier.GetValueOrDefault(node.Lineage);
        var others = said.Select(m => earlier.GetValueOrDefault(m.FromLineage!.Value)).OfType<PlanNode>().Where(n => n.Lineage != node.Lineage).ToList();
        List<PlanNode> forerunners = own is null ? others : [own, .. others];
        var relation = forerunners.Count == 0 ? MappingRelation.New
            : forerunners.Count > 1 || said.Any(m => m.Relation == MappingRelation.Merged) ? MappingRelation.Merged
            : MappingRelation.Carried;
        var changes = forerunners.Count == 0 ? [] : Changes(forerunners[0], node, tell);
        return new(relation, forerunners, node, changes, said);
    }

    private static IReadOnlyList<ChangedField> Changes(PlanNode before, PlanNode after, Func<PlanNode, IReadOnlyList<(string Field, string Value)>> tell) =>
    [
        .. tell(before).Zip(tell(after), (b, a) => new ChangedField(a.Field, b.Value, a.Value)).Where(c => c.Before != c.After),
    ];
}
