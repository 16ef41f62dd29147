using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.IndicatorValues;

/// <summary>Rule I5 (domain handbook §4.4): a jump by more than three standard deviations or more than 50 % is confirmed.</summary>
public sealed class LeapRuleTests
{
    private static readonly Framework Usual = Framework.DefaultOf("XS");

    [Theory]
    [InlineData(100, 150, null)]
    [InlineData(100, 151, "values.I5-jump")]
    [InlineData(100, 49, "values.I5-jump")]
    [InlineData(0, 0, null)]
    [InlineData(0, 3, "values.I5-jump")]
    public void A_change_by_more_than_half_of_the_value_before_is_a_jump_and_so_is_any_from_nothing(int before, int value, string? says) =>
        Assert.Equal(says, LeapRule.Check(value, (Period.OfYear(2025), before), default, default, Usual)?.Code);

    [Fact]
    public void A_series_that_rises_steadily_may_go_on_rising_and_may_not_leap()
    {
        decimal[] rising = [100m, 110m, 121m, 130m, 141m, 150m, 161m];

        string? Says(decimal value) => LeapRule.Check(value, (Period.OfYear(2025), 161m), Spread.Of(rising), Spread.Of(rising.Zip(rising.Skip(1), (a, b) => b - a)), Usual)?.Code;

        Assert.Null(Says(171m));
        Assert.Equal("values.I5-leap", Says(190m));
        Assert.Equal("values.I5-leap", Says(140m));
    }

    [Fact]
    public void A_value_far_from_all_others_is_a_deviation_even_where_nothing_came_before()
    {
        var values = Spread.Of([100m, 101m, 99m, 100m, 101m]);

        Assert.Equal("values.I5-deviation", LeapRule.Check(110m, null, values, default, Usual)?.Code);
        Assert.Null(LeapRule.Check(102m, null, values, default, Usual));
    }

    [Fact]
    public void Amounts_of_any_currency_have_a_spread()
    {
        var budgets = Enumerable.Range(1, 6).Select(i => 4_000_000_000_000_000m + (i * 10_000_000_000m)).ToList();

        Assert.Null(LeapRule.Check(4_000_060_000_000_000m, (Period.OfYear(2025), budgets[^1]), Spread.Of(budgets), Spread.Of(budgets.Zip(budgets.Skip(1), (a, b) => b - a)), Usual));
    }

    [Fact]
    public void A_number_that_comes_and_goes_leaves_the_spread_as_it_was()
    {
        var spread = Spread.Of([3m, 5m, 8m, 13m]);

        var back = spread.With(21m).Without(21m);

        Assert.Equal((4, spread.Mean, spread.Sigma), (back.Count, back.Mean, back.Sigma), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-9 && Math.Abs(a.Item3 - b.Item3) < 1e-9);
        Assert.Equal(Math.Sqrt(56.75 / 3), spread.Sigma, 9);
    }
}
