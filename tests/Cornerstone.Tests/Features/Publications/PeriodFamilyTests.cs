using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Publications;
using Cornerstone.Features.Regions;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>Months within quarters within years: nobody finds a withheld month by taking the others from their quarter (decision 35).</summary>
public sealed class PeriodFamilyTests
{
    private static readonly Guid Indicator = Guid.CreateVersion7();
    private static readonly IndicatorDefinition Count = GivenIndicators.Card(Indicator, IndicatorUnit.Count);

    [Fact]
    public void A_withheld_month_does_not_follow_from_what_holds_it()
    {
        var told = Told(People("2025-01/2025-02", 104), People("2025-01", 100), People("2025-02", 4));

        Assert.Equal(RowTelling.TooFew, told["2025-02"].Telling);
        Assert.Equal(RowTelling.WouldGiveAway, told["2025-01"].Telling);
        Assert.Equal(ToldState.Known, told["2025-01/2025-02"].State);
    }

    [Fact]
    public void Nor_from_a_year_two_steps_above_it()
    {
        var told = Told(People("2025", 204), People("2025-01/2025-06", 104), People("2025-07/2025-12", 100), People("2025-01/2025-03", 100), People("2025-04/2025-06", 4));

        Assert.Equal(RowTelling.TooFew, told["2025-04/2025-06"].Telling);
        Assert.Contains(told.Values, f => f.Telling == RowTelling.WouldGiveAway);
    }

    [Fact]
    public void Where_rounding_hides_it_already_nothing_more_is_withheld()
    {
        var told = Told(People("2025-Q1", 60), People("2025-01", 20), People("2025-02", 36), People("2025-03", 4));

        Assert.Equal((0, 11), Assert.Single(told.Values, f => f.State == ToldState.Withheld).CouldBe);
    }

    [Fact]
    public void What_is_left_of_a_year_beside_the_months_that_were_told_is_a_number_too()
    {
        var told = Told(People("2025", 60), People("2025-03", 56));

        Assert.Contains(told.Values, f => f is { State: ToldState.Withheld, Telling: RowTelling.WouldGiveAway });
    }

    [Fact]
    public void A_part_of_a_month_does_not_follow_from_the_part_of_its_quarter()
    {
        SeriesPoint[] points =
        [
            .. Told("", 204, 120, 84), .. Told("sex=M", 100, 20, 80), .. Told("sex=F", 104, 100, 4),
        ];
        var told = new PublicFigures(Count, Nowhere, new HashSet<Guid>()).Of(points, countsPeople: true);

        Assert.Equal(RowTelling.TooFew, Of("sex=F", "2025-02").Telling);
        Assert.Contains(["2025-01", "2025-01/2025-02"], p => Of("sex=F", p).State == ToldState.Withheld);
        Assert.Contains(["", "sex=M"], p => Of(p, "2025-02").State == ToldState.Withheld);

        PublicFigure Of(string part, string period) => told.Single(f => f.Point.Dimensions == part && Written(f.Point) == period);

        static IEnumerable<SeriesPoint> Told(string part, params decimal[] counts) =>
            new[] { "2025-01/2025-02", "2025-01", "2025-02" }.Zip(counts, (period, count) => People(period, count, part));
    }

    [Fact]
    public void Strengths_do_not_add_up_over_time_and_stay_by_themselves()
    {
        var told = Told(People("2025-Q1", 50), People("2025-01", 50), People("2025-02", 48), People("2025-03", 4));

        Assert.Equal(["2025-03"], told.Where(f => f.Value.State == ToldState.Withheld).Select(f => f.Key));
    }

    [Fact]
    public void Periods_that_cross_are_no_parts_of_one_another()
    {
        var families = PeriodFamily.Of([People("2025", 100), People("2024-07/2025-06", 80), People("2025-01", 10), People("2025-02", 10)], p => ((long)p.Value.Number!.Value, null));

        Assert.Equal(3, families.Max(f => f.Placed().Count()));
        Assert.Equal(2, families.Count);
    }

    [Fact]
    public void Where_there_is_too_much_to_look_at_together_the_longest_period_is_not_told_and_the_shorter_ones_are()
    {
        var regions = Enumerable.Range(1, 50).Select(r => $"XS-{r:00}").ToList();
        SeriesPoint[] points =
        [
            .. Enumerable.Range(1, 12).SelectMany(m => regions.Select(r => People($"2025-{m:00}", 20, area: r)).Append(People($"2025-{m:00}", 1_000))),
            .. regions.Select(r => People("2025", 240, area: r)).Append(People("2025", 12_000)),
        ];
        var told = new PublicFigures(Count, Nowhere, new HashSet<Guid>()).Of(points, countsPeople: true);

        Assert.All(told, f => Assert.Equal(Written(f.Point) == "2025" ? RowTelling.TableWithheld : RowTelling.Told, f.Telling));
        Assert.Equal(points.Length, told.Count);
    }

    [Fact]
    public void A_year_that_was_told_is_known_and_no_month_is_told_that_would_give_another_away()
    {
        var year = People("2025", 104);
        var told = new PublicFigures(Count, Nowhere, new HashSet<Guid> { year.Id }).Of([year, People("2025-01/2025-06", 100), People("2025-07/2025-12", 4)], countsPeople: true).ToDictionary(f => Written(f.Point));

        Assert.Equal(ToldState.Known, told["2025"].State);
        Assert.Equal(RowTelling.WouldGiveAway, told["2025-01/2025-06"].Telling);
    }

    private static readonly Dictionary<string, Region> Nowhere = [];

    private static Dictionary<string, PublicFigure> Told(params SeriesPoint[] points) =>
        new PublicFigures(Count, Nowhere, new HashSet<Guid>()).Of(points, countsPeople: true).ToDictionary(f => Written(f.Point));

    private static string Written(SeriesPoint point) => point.Period.ToString();

    private static SeriesPoint People(string period, decimal count, string part = "", string area = "") =>
        GivenIndicators.Point(Indicator, period, Figure.Exact(count), area, part).Published();
}
