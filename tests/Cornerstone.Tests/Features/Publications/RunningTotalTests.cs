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
    public void A_total_that_stands_still_is_told_again()
    {
        Assert.All(Of(People("2025-01", 100), People("2025-02", 100), People("2025-03", 140)), f => Assert.Equal(ToldState.Known, f.State));
    }

    [Fact]
    public void Beside_a_total_that_was_told_the_next_waits_until_enough_came_in()
    {
        var january = People("2025-01", 100);

        Assert.Equal(RowTelling.WouldGiveAway, Of([january, People("2025-02", 104)], january)[^1].Telling);
        Assert.Equal(ToldState.Known, Of([january, People("2025-02", 104), People("2025-03", 112)], january)[^1].State);
    }

    [Fact]
    public void A_part_of_a_total_waits_by_itself()
    {
        SeriesPoint[] january = [People("2025-01", 200), People("2025-01", 100, "sex=F"), People("2025-01", 100, "sex=M")];
        var told = Of([.. january, People("2025-02", 250), People("2025-02", 104, "sex=F"), People("2025-02", 146, "sex=M")], january);

        // What the country leaves to the men hides the women by rounding alone.
        Assert.Equal(["", "sex=M"], told.Where(f => f.Point.Period.ToString() == "2025-02" && f.State == ToldState.Known).Select(f => f.Point.Dimensions));
        Assert.Equal(RowTelling.WouldGiveAway, Assert.Single(told, f => f.State == ToldState.Withheld).Telling);
    }

    [Fact]
    public void A_total_that_a_later_one_takes_back_is_withheld_and_the_others_are_told()
    {
        var told = Of(People("2025-01", 100), People("2025-02", 140), People("2025-03", 120));

        Assert.Equal([ToldState.Known, ToldState.Withheld, ToldState.Known], told.Select(f => f.State));
        Assert.Equal(RowTelling.TableWithheld, told[1].Telling);
    }

    [Fact]
    public void It_stays_told_where_it_was()
    {
        var wrong = People("2025-02", 140);

        Assert.All(Of([People("2025-01", 100), wrong, People("2025-03", 120)], wrong), f => Assert.Equal(ToldState.Known, f.State));
    }

    [Fact]
    public void Of_a_year_and_its_last_month_one_is_told()
    {
        var told = Of(People("2024", 100), People("2025", 140), People("2025-12", 140));

        Assert.Equal(2, told.Count(f => f.State == ToldState.Known));
        Assert.Equal(RowTelling.TableWithheld, Assert.Single(told, f => f.State == ToldState.Withheld).Telling);
    }

    [Fact]
    public void A_card_that_says_stock_and_running_is_running()
    {
        var card = GivenIndicators.Card(Indicator, IndicatorUnit.Count, stockOrFlow: StockOrFlow.Stock, isCumulative: true);
        var told = new PublicFigures(card, Nowhere, new HashSet<Guid>()).Of([People("2025-01", 100), People("2025-02", 104)], countsPeople: true);

        Assert.Single(told, f => f.State == ToldState.Withheld);
    }

    [Fact]
    public void Where_the_parts_fit_no_table_the_totals_of_the_country_are_told_alone()
    {
        // Ten women of January are men in February.
        var told = Of(
            People("2025-01", 200), People("2025-01", 100, "sex=F"), People("2025-01", 100, "sex=M"),
            People("2025-02", 250), People("2025-02", 90, "sex=F"), People("2025-02", 160, "sex=M"));

        Assert.All(told, f => Assert.Equal(f.Point.IsTotal ? RowTelling.Told : RowTelling.TableWithheld, f.Telling));
    }

    [Fact]
    public void Where_there_is_no_total_of_the_country_the_newest_is_told_alone()
    {
        var told = Of(People("2025-01", 60, "sex=F"), People("2025-01", 40, "sex=M"), People("2025-02", 50, "sex=F"), People("2025-02", 100, "sex=M"));

        Assert.All(told, f => Assert.Equal(f.Point.Period.ToString() == "2025-02" ? RowTelling.Told : RowTelling.TableWithheld, f.Telling));
    }

    [Fact]
    public void Where_there_is_too_much_to_look_at_together_the_totals_of_the_country_are_told_alone()
    {
        var regions = Enumerable.Range(1, 20).Select(r => $"XS-{r:00}").ToList();
        var told = Of([.. Enumerable.Range(0, 36).SelectMany(m => regions.Select(r => People(Month(m), 20 + (10 * m), area: r)).Append(People(Month(m), 20 * (20 + (10 * m)))))]);

        Assert.All(told, f => Assert.Equal(f.Point.IsTotal ? RowTelling.Told : RowTelling.TableWithheld, f.Telling));
        Assert.Equal(36 * 21, told.Count);
    }

    [Fact]
    public void Ten_years_of_months_are_looked_at_together()
    {
        var random = new Random(3);
        var total = 0;
        var told = Of([.. Enumerable.Range(0, 120).Select(m => People(Month(m), total += random.Next(40)))]);

        Assert.DoesNotContain(told, f => f.Telling == RowTelling.TableWithheld);
        Assert.InRange(told.Count(f => f.State == ToldState.Known), 60, 119);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whoever_keeps_every_edition_finds_nobody_among_the_few(int seed)
    {
        var random = new Random(seed);
        for (var country = 0; country < 60; country++)
        {
            var points = new List<SeriesPoint>();
            var kept = new Dictionary<Guid, decimal>();
            decimal total = random.Next(60);
            for (var month = 0; month < 10; month++)
            {
                points.Add(People(Month(month), total));
                total += random.Next(3) == 0 ? 0 : random.Next(25);
                if (random.Next(3) == 0)
                {
                    continue;
                }

                foreach (var figure in Of(points, [.. points.Where(p => kept.ContainsKey(p.Id))]).Where(f => f.State == ToldState.Known))
                {
                    kept[figure.Point.Id] = figure.Low!.Value;
                }
            }

            var told = points.FindAll(p => kept.ContainsKey(p.Id));
            foreach (var (earlier, later) in told.SelectMany((_, i) => told.Skip(i + 1), (e, l) => (e, l)).Where(p => p.e.UntilDay < p.l.UntilDay))
            {
                var came = later.Value.Number!.Value - earlier.Value.Number!.Value;
                var most = kept[later.Id] - kept[earlier.Id] + (2 * HalfBase);
                Assert.True(came is 0 or >= Threshold || most >= Threshold, $"{came} came between {earlier.Period} and {later.Period}, and no more than {most} can have");
            }
        }
    }

    private static IReadOnlyList<PublicFigure> Of(params SeriesPoint[] points) => Of(points, []);

    private static IReadOnlyList<PublicFigure> Of(IEnumerable<SeriesPoint> points, params SeriesPoint[] toldBefore) =>
        new PublicFigures(Running, Nowhere, toldBefore.Select(p => p.Id).ToHashSet()).Of(points, countsPeople: true);

    private static string Month(int since2020) => $"{2020 + (since2020 / 12)}-{(since2020 % 12) + 1:00}";

    private static SeriesPoint People(string period, decimal count, string part = "", string area = "") =>
        GivenIndicators.Point(Indicator, period, Figure.Exact(count), area, part).Published();
}
