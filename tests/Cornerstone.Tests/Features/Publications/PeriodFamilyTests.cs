using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Publications;
using Cornerstone.Features.Regions;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>Months within quarters within years: nobody finds a withheld month by taking the others from what holds them (decision 35).</summary>
public sealed class PeriodFamilyTests
{
    private static readonly Guid Indicator = Guid.CreateVersion7();
    private static readonly IndicatorDefinition Flow = GivenIndicators.Card(Indicator, IndicatorUnit.Count, stockOrFlow: StockOrFlow.Flow);
    private static readonly IndicatorDefinition Stock = GivenIndicators.Card(Indicator, IndicatorUnit.Count, stockOrFlow: StockOrFlow.Stock);
    private static readonly Dictionary<string, Region> Nowhere = [];

    [Fact]
    public void A_withheld_month_does_not_follow_from_what_holds_it()
    {
        var told = Told(Flow, People("2025-01/2025-02", 104), People("2025-01", 100), People("2025-02", 4));

        Assert.Equal(RowTelling.TooFew, told["2025-02"].Telling);
        Assert.Equal(RowTelling.WouldGiveAway, told["2025-01"].Telling);
        Assert.Equal(ToldState.Known, told["2025-01/2025-02"].State);
    }

    [Fact]
    public void Nor_from_a_year_two_steps_above_it()
    {
        // No half-year is recorded between them: the year and its other quarter are what is left.
        var told = Told(Flow, People("2025", 104), People("2025-Q1", 100), People("2025-04/2025-12", 4), People("2025-04", 4));

        Assert.Equal(RowTelling.TooFew, told["2025-04"].Telling);
        Assert.Contains(["2025", "2025-Q1"], p => told[p].State == ToldState.Withheld);
    }

    [Fact]
    public void Where_rounding_hides_it_already_nothing_more_is_withheld()
    {
        var told = Told(Flow, People("2025-Q1", 60), People("2025-01", 20), People("2025-02", 36), People("2025-03", 4));

        Assert.Equal((0, 11), Assert.Single(told.Values, f => f.State == ToldState.Withheld).CouldBe);
    }

    [Fact]
    public void What_is_left_of_a_year_beside_the_months_that_were_told_is_a_number_too()
    {
        var told = Told(Flow, People("2025", 60), People("2025-03", 56));

        Assert.Contains(told.Values, f => f is { State: ToldState.Withheld, Telling: RowTelling.WouldGiveAway });
    }

    [Fact]
    public void Parts_that_are_one_off_from_their_quarter_protect_each_other_all_the_same()
    {
        // One case without a month.
        var told = Told(Flow, People("2025-01/2025-02", 105), People("2025-01", 100), People("2025-02", 4));

        Assert.Equal(RowTelling.TooFew, told["2025-02"].Telling);
        Assert.Contains(["2025-01/2025-02", "2025-01"], p => told[p].Telling == RowTelling.WouldGiveAway);
    }

    [Fact]
    public void A_part_of_a_month_does_not_follow_from_the_part_of_its_quarter()
    {
        SeriesPoint[] points =
        [
            .. Both("", 204, 120, 84), .. Both("sex=M", 100, 20, 80), .. Both("sex=F", 104, 100, 4),
        ];
        var told = Of(Flow, points);

        Assert.Equal(RowTelling.TooFew, At("sex=F", "2025-02").Telling);
        Assert.Contains(["2025-01", "2025-01/2025-02"], p => At("sex=F", p).State == ToldState.Withheld);
        Assert.Contains(["", "sex=M"], p => At(p, "2025-02").State == ToldState.Withheld);

        PublicFigure At(string part, string period) => told.Single(f => f.Point.Dimensions == part && Written(f.Point) == period);

        static IEnumerable<SeriesPoint> Both(string part, params decimal[] counts) =>
            new[] { "2025-01/2025-02", "2025-01", "2025-02" }.Zip(counts, (period, count) => People(period, count, part));
    }

    [Fact]
    public void Those_who_serve_on_a_day_are_counted_again_on_the_next_and_each_day_stays_by_itself()
    {
        var told = Told(Stock, People("2025-01/2025-02", 104), People("2025-01", 100), People("2025-02", 4));

        Assert.Equal(["2025-02"], told.Where(f => f.Value.State == ToldState.Withheld).Select(f => f.Key));
    }

    [Fact]
    public void A_period_that_crosses_a_calendar_one_is_withheld_and_takes_no_part_from_it()
    {
        var told = Told(Flow, People("2024-07/2025-06", 200), People("2025", 104), People("2025-01/2025-06", 4), People("2025-07/2025-12", 100));

        Assert.Equal((ToldState.Withheld, RowTelling.TableWithheld), (told["2024-07/2025-06"].State, told["2024-07/2025-06"].Telling));
        Assert.Equal(RowTelling.TooFew, told["2025-01/2025-06"].Telling);
        Assert.Equal(RowTelling.WouldGiveAway, told["2025-07/2025-12"].Telling);
    }

    [Fact]
    public void Fiscal_years_alone_cross_nothing()
    {
        var told = Told(Flow, People("2023-07/2024-06", 150), People("2024-07/2025-06", 200), People("2025-Q1", 40));

        Assert.All(told.Values, f => Assert.Equal(ToldState.Known, f.State));
    }

    [Fact]
    public void A_share_of_a_stock_that_fits_no_longer_period_leaves_the_shorter_ones_told()
    {
        // Trained, of all who serve: those who serve are the same thousand each time.
        var told = Told(GivenIndicators.Card(Indicator, stockOrFlow: StockOrFlow.Flow), Share("2025-01/2025-02", 104, 1_000), Share("2025-01", 100, 1_000), Share("2025-02", 4, 1_000));

        Assert.Equal(RowTelling.TableWithheld, told["2025-01/2025-02"].Telling);
        Assert.Equal(RowTelling.TooFew, told["2025-02"].Telling);
        Assert.Equal(ToldState.Known, told["2025-01"].State);
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
        var told = Of(Flow, points);

        Assert.All(told, f => Assert.Equal(Written(f.Point) == "2025" ? RowTelling.TableWithheld : RowTelling.Told, f.Telling));
        Assert.Equal(points.Length, told.Count);
    }

    [Fact]
    public void A_year_that_was_told_is_known_and_no_month_is_told_that_would_give_another_away()
    {
        var year = People("2025", 104);
        var told = Of(Flow, [year, People("2025-01/2025-06", 100), People("2025-07/2025-12", 4)], year.Id).ToDictionary(f => Written(f.Point));

        Assert.Equal(ToldState.Known, told["2025"].State);
        Assert.Equal(RowTelling.WouldGiveAway, told["2025-01/2025-06"].Telling);
    }

    [Fact]
    public void What_a_period_that_crosses_was_told_of_stays_told_and_its_new_parts_are_withheld()
    {
        var fiscal = People("2024-07/2025-06", 200);
        var told = Of(Flow, [fiscal, People("2024-07/2025-06", 150, "sex=F"), People("2025", 300), People("2025-Q1", 60)], fiscal.Id);

        Assert.Equal(RowTelling.TableWithheld, Assert.Single(told, f => f.State == ToldState.Withheld).Telling);
        Assert.Equal("sex=F", told.Single(f => f.State == ToldState.Withheld).Point.Dimensions);
    }

    [Fact]
    public void What_everybody_can_work_out_of_a_month_is_protected_where_the_year_is_not_split()
    {
        // Nobody recorded the men of the south in January: the men less the men of the north, which are the north less its women. One.
        var told = Of(Flow, [
            People("2025", 400), People("2025-01", 80), People("2025-01", 50, "sex=F"), People("2025-01", 30, "sex=M"),
            People("2025-01", 59, area: "XS-N"), People("2025-01", 21, area: "XS-S"), People("2025-01", 30, "sex=F", "XS-N")]);

        Assert.Contains(told, f => Written(f.Point) == "2025-01" && f.Telling == RowTelling.WouldGiveAway);
    }

    [Fact]
    public void So_it_is_where_the_quarter_around_it_is_split()
    {
        var told = Of(Flow, [
            People("2025", 1_000), People("2025-Q1", 200), People("2025-Q1", 110, "sex=F"), People("2025-Q1", 90, "sex=M"), People("2025-Q1", 120, area: "XS-N"), People("2025-Q1", 80, area: "XS-S"),
            People("2025-01", 80), People("2025-01", 50, "sex=F"), People("2025-01", 59, area: "XS-N"), People("2025-01", 30, "sex=F", "XS-N")]);

        Assert.Contains(told, f => Written(f.Point) == "2025-01" && f.Telling == RowTelling.WouldGiveAway);
    }

    [Fact]
    public void A_country_may_call_a_dimension_of_its_own_period()
    {
        var told = Of(Flow, [People("2025-01/2025-02", 100), People("2025-01/2025-02", 60, "period=day"), People("2025-01/2025-02", 40, "period=night"), People("2025-01", 50), People("2025-01", 30, "period=day")]);

        Assert.All(told, f => Assert.Equal(ToldState.Known, f.State));
    }

    private static Dictionary<string, PublicFigure> Told(IndicatorDefinition card, params SeriesPoint[] points) => Of(card, points).ToDictionary(f => Written(f.Point));

    private static IReadOnlyList<PublicFigure> Of(IndicatorDefinition card, IEnumerable<SeriesPoint> points, params Guid[] toldBefore) =>
        new PublicFigures(card, Nowhere, toldBefore.ToHashSet()).Of(points, countsPeople: true);

    private static string Written(SeriesPoint point) => point.Period.ToString();

    private static SeriesPoint People(string period, decimal count, string part = "", string area = "") =>
        GivenIndicators.Point(Indicator, period, Figure.Exact(count), area, part).Published();

    private static SeriesPoint Share(string period, decimal numerator, decimal denominator)
    {
        var point = People(period, 100m * numerator / denominator);
        (point.Numerator, point.Denominator) = (numerator, denominator);
        return point;
    }
}
