using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Publications;
using Cornerstone.Features.Regions;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>Totals since a fixed day: nobody finds by their difference the few who came in between (decision 35).</summary>
public sealed class RunningTotalTests
{
    private const int Threshold = 10;
    private const int HalfBase = 2;

    private static readonly Guid Indicator = Guid.CreateVersion7();
    private static readonly IndicatorDefinition Running = GivenIndicators.Card(Indicator, IndicatorUnit.Count, stockOrFlow: StockOrFlow.Flow, isCumulative: true);
    private static readonly Dictionary<string, Region> Nowhere = [];

    [Fact]
    public void Two_totals_between_which_few_came_in_are_not_both_told_and_the_newest_is()
    {
        var told = Of(People("2025-01", 100), People("2025-02", 104), People("2025-03", 130));

        Assert.Equal([false, true, true], told.Select(f => f.State == ToldState.Known).Order());
        Assert.Equal(ToldState.Known, told[^1].State);
    }

    [Fact]
    public void A_total_that_stands_still_is_told_once()
    {
        Assert.Equal([ToldState.Withheld, ToldState.Known, ToldState.Known], Of(People("2025-01", 100), People("2025-02", 100), People("2025-03", 140)).Select(f => f.State));
    }

    [Fact]
    public void Beside_a_total_that_was_told_the_next_waits_until_the_told_numbers_are_fifteen_apart()
    {
        var january = People("2025-01", 100);

        Assert.Equal(RowTelling.WouldGiveAway, Of([january, People("2025-02", 104)], january)[^1].Telling);
        // Twelve came in, but whoever knew that ten are enough would know of every one that waits that it is fewer.
        Assert.Equal(RowTelling.WouldGiveAway, Of([january, People("2025-02", 112)], january)[^1].Telling);
        Assert.Equal(ToldState.Known, Of([january, People("2025-02", 104), People("2025-03", 113)], january)[^1].State);
    }

    [Fact]
    public void A_total_that_was_told_and_corrected_since_is_known_all_the_same()
    {
        var told = new PublicFigures(Running, Nowhere, new HashSet<Guid>()).Of([People("2025-01", 98), People("2025-02", 103), People("2025-03", 120)], true, People("2025-01", 100));

        Assert.Equal([ToldState.Known, ToldState.Withheld, ToldState.Known], told.Select(f => f.State));
    }

    [Fact]
    public void A_part_of_a_total_waits_by_itself()
    {
        SeriesPoint[] january = [People("2025-01", 200), People("2025-01", 100, "sex=F"), People("2025-01", 100, "sex=M")];
        var told = Of([.. january, People("2025-02", 250), People("2025-02", 104, "sex=F"), People("2025-02", 146, "sex=M")], january);

        Assert.Equal(["", "sex=M"], told.Where(f => f.Point.Period.ToString() == "2025-02" && f.State == ToldState.Known).Select(f => f.Point.Dimensions));
        Assert.Equal(RowTelling.WouldGiveAway, Assert.Single(told, f => f.State == ToldState.Withheld).Telling);
    }

    [Fact]
    public void A_total_that_was_told_stays_told_however_close_the_next_one_is_and_a_fall_of_a_few_waits_too()
    {
        var (january, february) = (People("2025-01", 100), People("2025-02", 104));

        Assert.Equal([ToldState.Known, ToldState.Known, ToldState.Known], Of([january, february, People("2025-03", 300)], january, february).Select(f => f.State));
        Assert.Equal(RowTelling.WouldGiveAway, Of([january, People("2025-02", 97)], january)[^1].Telling);
        Assert.Equal(ToldState.Known, Of([january, People("2025-02", 97), People("2025-03", 80)], january)[^1].State);
    }

    [Fact]
    public void Of_a_share_those_it_counts_are_compared_whatever_it_is_a_share_of()
    {
        var card = GivenIndicators.Card(Indicator, stockOrFlow: StockOrFlow.Stock, isCumulative: true);
        SeriesPoint[] points = [Share("2025-01", 50, 100), Share("2025-02", 54, 120), Share("2025-03", 70, 118)];
        var told = new PublicFigures(card, Nowhere, new HashSet<Guid> { points[0].Id }).Of(points, countsPeople: true);

        Assert.Equal([ToldState.Known, ToldState.Withheld, ToldState.Known], told.Select(f => f.State));
    }

    [Fact]
    public void An_interval_that_is_all_near_a_total_is_not_told_beside_it()
    {
        var told = Of([People("2025-01", 100), Between("2025-02", 103, 104), Between("2025-03", 100, 140)]);

        Assert.Equal([ToldState.Withheld, ToldState.Known, ToldState.Known], told.Select(f => f.State));
    }

    [Fact]
    public void Of_a_year_and_its_last_month_both_are_told_where_they_are_the_same()
    {
        Assert.All(Of(People("2024", 100), People("2025", 140), People("2025-12", 140)), f => Assert.Equal(ToldState.Known, f.State));
    }

    [Fact]
    public void What_is_unknown_stays_unknown_and_hides_nothing()
    {
        var unknown = GivenIndicators.Point(Indicator, "2025-02", Figure.Unknown, "", "").Published();

        Assert.Equal([ToldState.Withheld, ToldState.Unknown, ToldState.Known], Of(People("2025-01", 100), unknown, People("2025-03", 104)).Select(f => f.State));
        // Nor is it none, where an earlier edition said that it is unknown.
        Assert.Equal([ToldState.Unknown, ToldState.Known], Of([unknown, People("2025-03", 12)], unknown).Select(f => f.State));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_each_part_no_two_editions_tell_totals_between_which_few_came_in(int seed)
    {
        var random = new Random(seed);
        var (told, all) = (0, 0);
        for (var country = 0; country < 40; country++)
        {
            var points = new List<SeriesPoint>();
            var kept = new Dictionary<Guid, decimal>();
            int[] total = [random.Next(60), random.Next(60)];
            for (var month = 0; month < 10; month++)
            {
                points.AddRange([People(Month(month), total[0] + total[1]), People(Month(month), total[0], "sex=F"), People(Month(month), total[1], "sex=M")]);
                // Now and then somebody corrects.
                foreach (var part in new[] { 0, 1 }) total[part] = Math.Max(0, total[part] + (random.Next(3) == 0 ? 0 : random.Next(8) == 0 ? -random.Next(6) : random.Next(25)));
                if (random.Next(3) == 0)
                {
                    continue;
                }

                var edition = Of(points, [.. points.Where(p => kept.ContainsKey(p.Id))]);
                Assert.Equal(points.Count, edition.Count);
                Assert.All(edition.Where(f => kept.ContainsKey(f.Point.Id)), f => Assert.Equal(kept[f.Point.Id], f.Low));
                foreach (var figure in edition.Where(f => f.State == ToldState.Known))
                {
                    kept[figure.Point.Id] = figure.Low!.Value;
                }
            }

            (told, all) = (told + kept.Count, all + points.Count);
            foreach (var part in points.FindAll(p => kept.ContainsKey(p.Id)).GroupBy(p => p.Dimensions))
            {
                var numbers = part.OrderBy(p => p.UntilDay).Select(p => (True: p.Value.Number!.Value, Told: kept[p.Id])).ToList();
                var pairs = numbers.SelectMany((_, i) => numbers.Skip(i + 1), (one, other) => (Came: Math.Abs(one.True - other.True), Most: Math.Abs(one.Told - other.Told) + (2 * HalfBase)));
                Assert.DoesNotContain(pairs, p => p.Came < Threshold || p.Most < Threshold);
            }
        }

        // Careful, and not mute.
        Assert.InRange(told, all / 6, all / 2);
    }

    private static IReadOnlyList<PublicFigure> Of(params SeriesPoint[] points) => Of(points, []);

    private static IReadOnlyList<PublicFigure> Of(IEnumerable<SeriesPoint> points, params SeriesPoint[] toldBefore) =>
        new PublicFigures(Running, Nowhere, toldBefore.Select(p => p.Id).ToHashSet()).Of(points, countsPeople: true);

    private static string Month(int since2020) => $"{2020 + (since2020 / 12)}-{(since2020 % 12) + 1:00}";

    private static SeriesPoint Share(string period, decimal numerator, decimal denominator)
    {
        var point = People(period, 100m * numerator / denominator);
        (point.Numerator, point.Denominator) = (numerator, denominator);
        return point;
    }

    private static SeriesPoint Between(string period, decimal low, decimal high) => GivenIndicators.Point(Indicator, period, Figure.Between(low, high), "", "").Published();

    private static SeriesPoint People(string period, decimal count, string part = "", string area = "") =>
        GivenIndicators.Point(Indicator, period, Figure.Exact(count), area, part).Published();
}
