using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("en", "9999", "9,999")]
    [InlineData("en", "12345", "12.3K")]
    [InlineData("en", "999999", "1M")]
    [InlineData("en", "1234567", "1.23M")]
    [InlineData("en", "-2500000000", "-2.5B")]
    [InlineData("en", "0.04567", "0.04567")]
    [InlineData("en", "0.045678", "0.04568")]
    [InlineData("fr", "1234567", "1,23\u00A0M")]
    [InlineData("fr", "2500000000", "2,5\u00A0Md")]
    [InlineData("ar", "1200000", "1.2\u00A0مليون")]
    public void Large_amounts_are_shortened_as_the_language_does(string language, string amount, string expected)
    {
        var numbers = new NumberText(Samples.Options() with { Culture = Samples.Culture(language) });

        Assert.Equal(expected, numbers.Short(decimal.Parse(amount, Samples.Culture("en"))).Trim('\u2068', '\u2069'));
    }

    [Fact]
    public void Chinese_counts_in_ten_thousands()
    {
        var numbers = new NumberText(Samples.Options() with { Culture = System.Globalization.CultureInfo.GetCultureInfo("zh") });

        Assert.Equal("120万", numbers.Short(1_200_000m));
    }

    [Fact]
    public void Tables_show_every_digit() =>
        Assert.Equal("1,234,567.891", new NumberText(Samples.Options()).Exact(1_234_567.891m));

    [Fact]
    public void A_negative_amount_keeps_its_sign_in_front_in_a_right_to_left_drawing() =>
        Assert.Equal("\u2068-5\u2069", new NumberText(Samples.Options(rtl: true)).Short(-5));

    [Fact]
    public void The_word_behind_a_negative_amount_does_not_draw_its_sign_to_the_other_side() =>
        Assert.Equal("\u2068-3.5\u2069\u00A0مليون", new NumberText(Samples.Options(rtl: true)).Short(-3_500_000));
}
