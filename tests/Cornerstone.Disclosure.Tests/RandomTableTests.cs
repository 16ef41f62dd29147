using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Disclosure.Tests;

/// <summary>Random tables, and a reader of the page who knows the rule and tries to find out small numbers.</summary>
public sealed class RandomTableTests
{
    private static readonly Axis Sex = Axis.Of("sex", "F", "M");
    private static readonly Axis Rank = Axis.Of("rank", "L1", "L2", "L3");
    private static readonly Axis Region = new("area", [new("N"), new("S"), new("N1", "N"), new("N2", "N"), new("S1", "S"), new("S2", "S"), new("S3", "S")]);

    // Small rules, so that every table there can be is looked at; the library knows no other difference between them and 10 and 5.
    private static readonly CountRule Exact = new(4, 1);
    private static readonly CountRule ByThree = new(4, 3);

    [Fact]
    public void Along_one_axis_nobody_finds_out_a_small_number() => Check(CountRule.Default, 40, 100, Axis.Of("area", "A", "B", "C"));

    [Fact]
    public void In_rows_and_columns_told_exactly_nobody_finds_out_a_small_number() => Check(Exact, 14, 300, Axis.Of("sex", "F", "M", "X"), Rank);

    [Fact]
    public void In_rows_and_columns_told_rounded_nobody_finds_out_a_small_number() => Check(ByThree, 12, 100, Sex, Rank);

    [Fact]
    public void In_regions_within_regions_nobody_finds_out_a_small_number() => Check(Exact, 14, 300, Region);

    [Fact]
    public void By_region_within_region_and_sex_nobody_finds_out_a_small_number() =>
        Check(Exact, 12, 100, Sex, new("area", [new("N"), new("S"), new("N1", "N"), new("N2", "N")]));

    [Fact]
    public void The_careful_reader_finds_out_what_is_hidden_carelessly()
    {
        var caught = 0;
        Prop.ForAll(Tables([Sex, Rank], 8), leaves =>
        {
            var sums = Sums([Sex, Rank], leaves);
            var page = sums.ToDictionary(s => s.Key, s => s.Value.Sum(l => leaves[l]) is var n && n < 4 ? new ToldCount(Telling.TooFew) : new(Telling.Told, n));
            var ranges = new CarefulReader(sums, page, Exact, 40).Ranges;
            caught += page.Any(p => p.Value.Telling == Telling.TooFew && ranges[p.Key].Most < 4) ? 1 : 0;
        }).Check(Settings(50));

        Assert.InRange(caught, 20, 50);
    }

    [Fact]
    public void Small_numbers_are_never_told_and_tables_without_any_are_told_whole()
    {
        Prop.ForAll(Tables([Sex, Rank, Region], 60), leaves =>
        {
            var sums = Sums([Sex, Rank, Region], leaves);
            var page = Publish(CountRule.Default, [Sex, Rank, Region], leaves, sums);

            return page.All(p => p.Value.Telling != Telling.Told || sums[p.Key].Sum(l => leaves[l]) >= 10)
                && (leaves.Values.Any(n => n < 10) || page.Values.All(v => v.Telling == Telling.Told));
        }).Check(Settings(40));
    }

    private static Config Settings(int tables) => Config.QuickThrowOnFailure.WithMaxTest(tables).WithReplay(20_260_401, 7);

    private static void Check(CountRule rule, int most, int tables, params IReadOnlyList<Axis> axes) => Prop.ForAll(Tables(axes, most), leaves =>
    {
        var sums = Sums(axes, leaves);
        var page = Publish(rule, axes, leaves, sums);
        var ranges = new CarefulReader(sums, page, rule, most + (2 * rule.Threshold)).Ranges;
        foreach (var place in sums.Keys.Where(p => page[p].Telling != Telling.Told))
        {
            var count = sums[place].Sum(l => leaves[l]);
            Assert.True(!rule.IsSmall(count) || ranges[place].Most >= Math.Max(rule.Threshold, count + rule.Base), $"{place} has at most {ranges[place].Most}");
            Assert.True(!rule.IsSmall(count) || ranges[place].Least <= Math.Max(0, count - rule.Base), $"{place} has at least {ranges[place].Least}");
        }
    }).Check(Settings(tables));

    private static Arbitrary<Dictionary<Place, long>> Tables(IReadOnlyList<Axis> axes, int most)
    {
        var leaves = axes.Aggregate(new List<Place> { Place.Whole }, (places, axis) => [.. places.SelectMany(p => axis.Parts
            .Where(part => axis.Parts.All(other => other.Under != part.Code)), (p, part) => p.With(axis.Key, part.Code))]);
        return Gen.Choose(0, most).ListOf(leaves.Count).Select(counts => leaves.Zip(counts).ToDictionary(l => l.First, l => (long)l.Second)).ToArbitrary();
    }

    // Every place of the table with its margins, and the finest cells it is the sum of.
    private static Dictionary<Place, List<Place>> Sums(IReadOnlyList<Axis> axes, Dictionary<Place, long> leaves)
    {
        var sums = new Dictionary<Place, List<Place>>();
        foreach (var leaf in leaves.Keys)
        {
            IEnumerable<Place> above = [leaf];
            foreach (var axis in axes)
            {
                above = [.. above.SelectMany(p => Upwards(axis, p))];
            }

            foreach (var place in above)
            {
                sums[place] = [.. sums.GetValueOrDefault(place, []), leaf];
            }
        }

        return sums;
    }

    private static IEnumerable<Place> Upwards(Axis axis, Place place)
    {
        for (string? code = place.Parts[axis.Key]; code is not null; code = axis.Parts.Single(p => p.Code == code).Under)
        {
            yield return place.With(axis.Key, code);
        }

        yield return place.With(axis.Key, null);
    }

    private static IReadOnlyDictionary<Place, ToldCount> Publish(CountRule rule, IReadOnlyList<Axis> axes, Dictionary<Place, long> leaves, Dictionary<Place, List<Place>> sums)
    {
        var table = new PeopleTable(axes, rule);
        foreach (var (place, made) in sums)
        {
            table.Add(place, made.Sum(l => leaves[l]));
        }

        return table.Protect();
    }
}
