using Cornerstone.Features.Plan;
using Cornerstone.Features.PlanVersions;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.Plan.PlanSamples;

namespace Cornerstone.Tests.Features.PlanVersions;

public sealed class PlanComparisonTests
{
    private static readonly Guid Second = new("00000000-0000-7000-8000-0000000000bb");

    private readonly PlanNode first = Node("A1", "Open offices");
    private readonly PlanNode other = Node("A2", "Train inspectors");

    [Fact]
    public void A_node_that_goes_on_is_carried_and_says_what_changed()
    {
        var same = Next(first);
        var changed = Next(other);
        changed.Title = Wording.Of("en", "Train all inspectors");

        var compared = Compare([first, other], [same, changed]);

        Assert.Equal([(MappingRelation.Carried, false), (MappingRelation.Carried, true)], compared.Select(c => (c.Relation, c.IsChanged)));
        Assert.Equal(new ChangedField("title", "en: Train inspectors", "en: Train all inspectors"), compared[1].Changes.Single());
    }

    [Fact]
    public void What_is_missing_was_dropped_and_what_was_not_there_is_new()
    {
        var added = Node("A3", "Audit the offices");

        var compared = Compare([first], [added]);

        Assert.Equal([(MappingRelation.New, "A3"), (MappingRelation.Dropped, "A1")], compared.Select(c => (c.Relation, (c.After ?? c.Before[0]).Code)));
    }

    [Fact]
    public void A_retired_node_counts_as_dropped_with_what_was_said_about_it()
    {
        var retired = Next(first);
        retired.Retire("No money");
        var said = Map(MappingRelation.Dropped, first, null);

        var dropped = Compare([first], [retired], said).Single();

        Assert.Equal((MappingRelation.Dropped, "For the test"), (dropped.Relation, dropped.Said.Single().Note));
    }

    [Fact]
    public void A_node_that_takes_in_another_one_is_merged_and_the_other_is_not_dropped()
    {
        var survivor = Next(first);

        var merged = Compare([first, other], [survivor], Map(MappingRelation.Merged, other, survivor)).Single();

        Assert.Equal(MappingRelation.Merged, merged.Relation);
        Assert.Equal(["A1", "A2"], merged.Before.Select(b => b.Code));
    }

    [Fact]
    public void A_node_written_anew_may_be_the_old_one_when_a_person_says_so()
    {
        var anew = Node("B1", "Offices in all regions");

        var carried = Compare([first], [anew], Map(MappingRelation.Carried, first, anew)).Single();

        Assert.Equal((MappingRelation.Carried, true), (carried.Relation, carried.IsChanged));
    }

    [Fact]
    public void Every_node_of_both_versions_has_its_place()
    {
        var before = Enumerable.Range(0, 20).Select(i => Node($"B{i}", "x")).ToList();
        var after = before.Where((_, i) => i % 3 != 0).Select(n => Next(n)).Append(Node("N", "new")).ToList();

        var compared = Compare(before, after, Map(MappingRelation.Merged, before[0], after[0]));

        Assert.Equal(before.Select(n => n.Code).Order(), compared.SelectMany(c => c.Before).Select(n => n.Code).Order());
        Assert.Equal(after.Select(n => n.Code), compared.Select(c => c.After).OfType<PlanNode>().Select(n => n.Code));
    }

    private static IReadOnlyList<ComparedNode> Compare(IReadOnlyList<PlanNode> before, IReadOnlyList<PlanNode> after, params IReadOnlyList<PlanMapping> mappings) =>
        PlanComparison.Of(before, after, mappings, n => [("code", n.Code), ("title", n.Title.ToString())]);

    private static PlanMapping Map(MappingRelation relation, PlanNode from, PlanNode? to) => new()
    {
        Country = "XS",
        Classification = Classification.Public,
        VersionId = Second,
        Relation = relation,
        FromLineage = from.Lineage,
        ToLineage = to?.Lineage,
        Note = "For the test",
    };

    private static PlanNode Next(PlanNode node) => Node(node.Code, node.Title.In("en"), Second, node.Lineage);

    private static PlanNode Node(string code, string title) => Node(code, title, Somebody, Guid.CreateVersion7());

    private static PlanNode Node(string code, string title, Guid version, Guid lineage) => new()
    {
        Country = "XS",
        Classification = Classification.Public,
        VersionId = version,
        Lineage = lineage,
        Level = PlanLevel.Activity,
        Code = code,
        Title = Wording.Of("en", title),
    };
}
