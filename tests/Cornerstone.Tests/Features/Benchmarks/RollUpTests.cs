using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;
using FsCheck;
using FsCheck.Fluent;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;

namespace Cornerstone.Tests.Features.Benchmarks;

public sealed class RollUpTests
{
    [Fact]
    public void A_share_of_areas_is_computed_from_numerators_and_denominators_and_never_averaged()
    {
        var whole = RollUp.Over(Card(), RollUpAxis.Areas, [Part(50m, 1, 2), Part(10m, 10, 100)]);

        Assert.Equal(Figure.Exact(11m / 102m * 100m), whole.Value);
        Assert.NotEqual(Figure.Exact(30m), whole.Value);
    }

    [Fact]
    public void Without_numerators_a_share_of_areas_is_refused() => Assert.Equal(
        "benchmarks.roll-up-parts-missing", RollUp.Over(Card(), RollUpAxis.Areas, [Part(50m, 1, 2), Part(10m)]).Refusal?.Code);

    [Theory]
    [InlineData(IndicatorUnit.Percent, RollUpAxis.Areas, "benchmarks.roll-up-ratio")]
    [InlineData(IndicatorUnit.RatioPer100k, RollUpAxis.Dimensions, "benchmarks.roll-up-ratio")]
    [InlineData(IndicatorUnit.Days, RollUpAxis.Areas, "benchmarks.roll-up-not-countable")]
    [InlineData(IndicatorUnit.Ordinal, RollUpAxis.Areas, "benchmarks.roll-up-not-countable")]
    [InlineData(IndicatorUnit.Count, RollUpAxis.Time, "benchmarks.roll-up-stock")]
    public void A_sum_that_means_nothing_is_refused_with_a_reason(IndicatorUnit unit, RollUpAxis axis, string reason)
    {
        var card = Card(unit: unit, overTime: RollUpRule.Sum, overAreas: RollUpRule.Sum, overDimensions: RollUpRule.Sum);

        Assert.Equal(reason, RollUp.Over(card, axis, [Part(1m), Part(2m)]).Refusal?.Code);
    }

    [Fact]
    public void A_flow_adds_up_over_time_unless_it_is_counted_since_a_fixed_day()
    {
        var flow = Card(unit: IndicatorUnit.Count, overTime: RollUpRule.Sum, stockOrFlow: StockOrFlow.Flow);
        var counted = Card(unit: IndicatorUnit.Count, overTime: RollUpRule.Sum, stockOrFlow: StockOrFlow.Flow, isCumulative: true);

        Assert.Equal(Figure.Exact(3m), RollUp.Over(flow, RollUpAxis.Time, [Part(1m), Part(2m)]).Value);
        Assert.Equal("benchmarks.roll-up-cumulative", RollUp.Over(counted, RollUpAxis.Time, [Part(1m), Part(2m)]).Refusal?.Code);
    }

    [Fact]
    public void Over_time_the_last_value_is_the_one_whose_period_ends_last()
    {
        var card = Card(unit: IndicatorUnit.Score, overTime: RollUpRule.Last, overAreas: RollUpRule.Last);

        Assert.Equal(Figure.Exact(7m), RollUp.Over(card, RollUpAxis.Time, [Part(7m, period: "2024"), Part(9m, period: "2023")]).Value);
        Assert.Equal("benchmarks.roll-up-last", RollUp.Over(card, RollUpAxis.Areas, [Part(7m)]).Refusal?.Code);
    }

    [Fact]
    public void A_sum_with_an_unknown_part_is_unknown() => Assert.Equal(
        Figure.Unknown, RollUp.Over(Card(unit: IndicatorUnit.Count, overAreas: RollUpRule.Sum), RollUpAxis.Areas, [Part(7m), Part(Figure.Unknown)]).Value);

    [Fact]
    public void The_greatest_of_intervals_is_an_interval() => Assert.Equal(
        Figure.Between(5m, 9m), RollUp.Over(Card(unit: IndicatorUnit.Score, overAreas: RollUpRule.Max), RollUpAxis.Areas, [Part(Figure.Between(1m, 9m)), Part(5m)]).Value);

    [Fact]
    public void A_recomputed_share_lies_between_the_shares_of_its_parts()
    {
        var parts = Gen.ListOf(from whole in Gen.Choose(1, 500) from part in Gen.Choose(0, whole) select (part, whole)).Where(l => l.Count > 0);

        Prop.ForAll(parts.ToArbitrary(), list =>
        {
            var share = RollUp.Over(Card(), RollUpAxis.Areas, [.. list.Select(p => Part(100m * p.part / p.whole, p.part, p.whole))]).Value!.Number!.Value;
            return share >= list.Min(p => 100m * p.part / p.whole) - 0.000001m && share <= list.Max(p => 100m * p.part / p.whole) + 0.000001m;
        }).QuickCheckThrowOnFailure();
    }

    private static RollUpPart Part(Figure value, decimal? numerator = null, decimal? denominator = null, string period = "2024") =>
        new(value, numerator, denominator, Period.Parse(period));
}
