using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Tests;

public sealed class ValueScaleTests
{
    [Theory]
    [InlineData(0, 85, 4, "0 20 40 60 80 100")]
    [InlineData(0, 3, 5, "0 1 2 3")]
    [InlineData(-80, 120, 5, "-100 -50 0 50 100 150")]
    [InlineData(0, 0, 4, "0 1")]
    [InlineData(0, 112_000_000, 4, "0 20000000 40000000 60000000 80000000 100000000 120000000")]
    public void Ticks_are_round_and_include_zero(int low, int high, int wanted, string expected)
    {
        var scale = ValueScale.Around([low, high], wanted);

        Assert.Equal(expected, string.Join(' ', scale.Ticks.Select(t => $"{t:0}")));
    }

    [Fact]
    public void Fractions_get_fractional_ticks() =>
        Assert.Equal([0m, 0.1m, 0.2m, 0.3m], ValueScale.Around([0.25m], 3).Ticks);

    [Theory]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1000000000000000000000000")]
    [InlineData("-1000000000000000000000000")]
    [InlineData("0.1")]
    [InlineData("999999.999")]
    public void Any_amount_lies_on_its_scale(string amount)
    {
        var value = decimal.Parse(amount);

        var scale = ValueScale.Around([value], 5);

        Assert.InRange(scale.Share(value), 0, 1);
        Assert.InRange(scale.Ticks.Count, 2, 12);
    }

    [Fact]
    public void An_amount_no_chart_can_sum_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChartValue.Known(ChartValue.Largest + 1));

    [Fact]
    public void A_value_nobody_set_is_unknown_and_not_zero() =>
        Assert.Equal((ChartValueState.Unknown, null), (default(ChartValue).State, default(ChartValue).Amount));
}
