namespace Cornerstone.Values.Tests;

public sealed class PercentageTests
{
    [Fact]
    public void A_share_of_nothing_is_no_share_and_not_zero_per_cent()
    {
        Assert.Null(Percentage.Of(0m, 0m));
        Assert.Equal(new Percentage(0m), Percentage.Of(0m, 5m));
    }

    [Fact]
    public void From_5_to_15_per_cent_are_ten_points_and_two_hundred_per_cent()
    {
        var points = new Percentage(0.15m) - new Percentage(0.05m);

        Assert.Equal(new PercentagePoints(10m), points);
        Assert.Equal(new Percentage(2m), Percentage.Change(0.05m, 0.15m));
        Assert.Null(Percentage.Change(0m, 3m));
    }

    [Fact]
    public void A_share_is_rounded_only_when_shown()
    {
        var third = Percentage.Of(1m, 3m)!.Value;

        Assert.Equal("33.3333 %", third.ToString());
        Assert.NotEqual(new Percentage(0.333333m), third);
    }
}
