using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;
using FsCheck;
using FsCheck.Fluent;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;

namespace Cornerstone.Tests.Features.Benchmarks;

/// <summary>The formulas and worked examples of domain handbook §4.3.</summary>
public sealed class StandingTests
{
    private static readonly Framework Defaults = Framework.DefaultOf("XS");

    [Fact]
    public void Women_in_the_police_from_5_to_20_at_15_when_half_the_time_is_over_are_on_track()
    {
        var standing = Of(Card(), Course(5m, 20m), 15m, elapsed: 0.5m);

        Assert.Equal(66.7m, Math.Round(standing.Progress!.Value.Share * 100m, 1));
        Assert.Equal(1.33m, Math.Round(standing.Performance!.Value, 2));
        Assert.Equal(Light.Green, standing.Light);
    }

    [Fact]
    public void Pre_trial_detention_from_70_to_40_at_58_when_60_per_cent_of_the_time_is_over_is_somewhat_behind()
    {
        var standing = Of(Card(direction: Direction.Decrease), Course(70m, 40m), 58m, elapsed: 0.6m);

        Assert.Equal(0.40m, standing.Progress!.Value.Share);
        Assert.Equal(0.67m, Math.Round(standing.Performance!.Value, 2));
        Assert.Equal(Light.Amber, standing.Light);
    }

    [Fact]
    public void A_composite_of_two_with_data_and_one_without_is_57_8_per_cent_with_a_coverage_of_75()
    {
        var composite = Composite.Of([(2m, new Percentage(0.667m)), (1m, new Percentage(0.40m)), (1m, null)], Defaults.LowestCoverage);

        Assert.Equal(57.8m, Math.Round(composite.Progress!.Value.Share * 100m, 1));
        Assert.Equal(0.75m, composite.Coverage!.Value.Share);
    }

    [Fact]
    public void A_composite_below_60_per_cent_coverage_is_not_told()
    {
        var composite = Composite.Of([(1m, new Percentage(0.9m)), (1m, null)], Defaults.LowestCoverage);

        Assert.Null(composite.Progress);
        Assert.Equal(0.5m, composite.Coverage!.Value.Share);
    }

    [Fact]
    public void What_moves_away_from_its_target_is_red_with_an_arrow() =>
        Assert.Equal((Light.Red, true), Of(Card(), Course(5m, 20m), 3m, elapsed: 0.5m) is var s ? (s.Light, s.IsReversed) : default);

    [Fact]
    public void A_target_reached_before_its_day_is_blue_and_on_its_day_green()
    {
        Assert.Equal(Light.Blue, Of(Card(), Course(5m, 20m), 21m, elapsed: 0.5m).Light);
        Assert.Equal(Light.Green, Of(Card(), Course(5m, 20m), 21m, elapsed: 1m).Light);
    }

    [Fact]
    public void In_the_first_twentieth_of_the_time_it_is_too_early_to_say() =>
        Assert.Equal(GreyReason.TooEarly, Of(Card(), Course(5m, 20m), 5m, elapsed: 0.04m).Why);

    [Fact]
    public void Target_and_baseline_that_are_the_same_leave_progress_undefined()
    {
        var course = Course(5m, 5m);

        Assert.Null(course.ProgressOf(7m));
        Assert.Equal(GreyReason.NoTarget, Of(Card(), course, 7m, elapsed: 0.5m).Why);
    }

    [Fact]
    public void Between_milestones_the_expected_value_moves_evenly()
    {
        var course = Cornerstone.Features.Benchmarks.Course.Of(new Waypoint(Day("2020-01-01"), 0m), new Waypoint(Day("2021-01-01"), 80m), new Waypoint(Day("2022-01-01"), 100m))!;

        Assert.Equal(80m, course.ExpectedValue(Day("2021-01-01")));
        Assert.Equal(80m + (20m * 181m / 365m), course.ExpectedValue(Day("2021-07-01")));
        Assert.Equal(0.8m, course.ExpectedOn(Day("2021-01-01"))!.Value.Share);
    }

    [Theory]
    [InlineData(50, 1)]
    [InlineData(40, 1)]
    [InlineData(35, 0.5)]
    [InlineData(65, 0.5)]
    [InlineData(80, 0)]
    public void Outside_its_band_a_value_loses_progress_over_the_tolerance(int actual, double progress) =>
        Assert.Equal((decimal)progress, Standing.InBand(actual, 40m, 60m, 10m));

    [Fact]
    public void What_is_to_hold_holds_down_to_the_tolerance_below_its_baseline() =>
        Assert.Equal((1m, 1m, 0m), (Standing.Held(100m, 90m, 5m), Standing.Held(85m, 90m, 5m), Standing.Held(84.9m, 90m, 5m)));

    [Fact]
    public void A_value_is_stale_once_older_than_twice_its_frequency_and_its_lag()
    {
        var last = Standing.LastFreshDay(Day("2022-12-31"), Card(), Defaults);

        Assert.Equal(Day("2025-03-01"), last);
        Assert.Equal(GreyReason.Stale, Standing.Of(Card(), Course(5m, 20m), new(15m, Day("2015-12-31")), Day("2020-01-01"), Defaults).Why);
    }

    [Fact]
    public void Without_a_value_or_with_an_unknown_one_there_is_no_light_and_no_zero()
    {
        Assert.Equal(GreyReason.NoData, Standing.Of(Card(), Course(5m, 20m), null, Day("2020-01-01"), Defaults).Why);
        Assert.Equal(GreyReason.NoData, Of(Card(), Course(5m, 20m), Figure.Unknown, elapsed: 0.5m).Why);
    }

    [Fact]
    public void A_value_of_poor_quality_has_no_light() => Assert.Equal(
        GreyReason.LowQuality, Standing.Of(Card(), Course(5m, 20m), new(15m, Day("2024-12-31"), new Percentage(0.4m)), Day("2025-01-01"), Defaults).Why);

    [Fact]
    public void An_interval_has_a_light_only_where_both_ends_agree_and_never_a_middle()
    {
        var agreed = Of(Card(), Course(5m, 20m), Figure.Between(14m, 16m), elapsed: 0.5m);
        var apart = Of(Card(), Course(5m, 20m), Figure.Between(6m, 16m), elapsed: 0.5m);

        Assert.Equal((Light.Green, null), (agreed.Light, agreed.Progress));
        Assert.Equal(GreyReason.Uncertain, apart.Why);
    }

    [Fact]
    public void Progress_is_the_same_whichever_way_the_scale_runs()
    {
        var numbers = ArbMap.Default.ArbFor<int>().Generator.Select(n => (decimal)(n % 10_000));
        var cases = from baseline in numbers from target in numbers from actual in numbers where baseline != target select (baseline, target, actual);

        Prop.ForAll(cases.ToArbitrary(), c =>
            Course(c.baseline, c.target).ProgressOf(c.actual) == Course(-c.baseline, -c.target).ProgressOf(-c.actual)
            && Course(c.baseline, c.target).ProgressOf(c.baseline)!.Value.Share == 0m
            && Course(c.baseline, c.target).ProgressOf(c.target)!.Value.Share == 1m).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_composite_lies_between_its_parts_whatever_their_order()
    {
        var parts = from n in Gen.Choose(1, 8)
                    from list in Gen.ListOf(from w in Gen.Choose(1, 9) from p in Gen.Choose(-50, 150) select ((decimal)w, (Percentage?)new Percentage(p / 100m)), n)
                    select list.ToList();

        Prop.ForAll(parts.ToArbitrary(), list =>
        {
            var told = Composite.Of(list, 0.6m).Progress!.Value.Share;
            var clamped = list.ConvertAll(p => Math.Clamp(p.Item2!.Value.Share, 0m, 1m));
            return Math.Abs(told - Composite.Of(Enumerable.Reverse(list), 0.6m).Progress!.Value.Share) < 0.0000001m
                && told >= clamped.Min() - 0.0000001m && told <= clamped.Max() + 0.0000001m;
        }).QuickCheckThrowOnFailure();
    }

    private static Course Course(decimal baseline, decimal target) =>
        Cornerstone.Features.Benchmarks.Course.Of(new Waypoint(Day("2020-01-01"), baseline), new Waypoint(Day("2020-01-01").AddDays(1000), target))!;

    private static Standing Of(IndicatorDefinition card, Course course, Figure actual, decimal elapsed)
    {
        var on = Day("2020-01-01").AddDays((int)(1000 * elapsed));
        return Standing.Of(card, course, new(actual, on), on, Defaults);
    }
}
