using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Values.Tests;

public sealed class FigureTests
{
    [Fact]
    public void An_interval_stays_an_interval_and_has_no_middle()
    {
        var women = Figure.Parse("3–6");

        Assert.Equal((3m, 6m), (women.Low, women.High));
        Assert.True(women.IsInterval);
        Assert.Null(women.Number);
    }

    [Fact]
    public void Fewer_than_ten_is_a_bound_and_about_fifty_is_a_number()
    {
        Assert.True(Figure.Parse("<10").IsUpperBound);
        Assert.Null(Figure.Parse("<10").Number);
        Assert.Equal(50m, Figure.Parse("~50").Number);
        Assert.True(Figure.Parse("~50").IsApproximate);
    }

    [Fact]
    public void Unknown_zero_and_not_applicable_are_three_answers()
    {
        Figure[] answers = [Figure.Parse("unknown"), Figure.Parse("0"), Figure.Parse("n/a")];

        Assert.Equal(3, answers.Distinct().Count());
        Assert.False(Figure.TryParse("", out _));
    }

    [Fact]
    public void A_sum_with_an_unknown_part_is_unknown_and_one_with_an_interval_is_an_interval()
    {
        Assert.Equal(Figure.Unknown, Figure.Sum([1m, Figure.Unknown]));
        Assert.Equal(Figure.Between(4m, 7m), Figure.Sum([1m, Figure.Between(3m, 6m), Figure.NotApplicable]));
        Assert.Equal(Figure.NotApplicable, Figure.Sum([]));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("-5–-3")]
    [InlineData("~3–6")]
    [InlineData(">100")]
    [InlineData("12.5")]
    public void The_written_form_reads_back(string text) => Assert.Equal(text, Figure.Parse(text).ToString());

    [Theory]
    [InlineData("6–3")]
    [InlineData("12,5.0,1.2")]
    [InlineData("many")]
    [InlineData("12,5")]
    [InlineData("1,2345")]
    [InlineData("<")]
    public void What_is_no_figure_is_not_read(string text) => Assert.False(Figure.TryParse(text, out _));

    [Fact]
    public void Numbers_are_read_in_the_readers_language() =>
        Assert.Equal(Figure.Exact(12.5m), Figure.Parse("12,5", CultureInfo.GetCultureInfo("fr-FR")));

    [Fact]
    public void Thousands_are_groups_of_three()
    {
        Assert.Equal(Figure.Exact(1_234_567.5m), Figure.Parse("1,234,567.5"));
        Assert.Equal(Figure.Exact(-1_234m), Figure.Parse("-1 234", CultureInfo.GetCultureInfo("fr-FR")));
    }

    [Fact]
    public void Every_figure_survives_being_written()
    {
        var numbers = ArbMap.Default.ArbFor<int>().Generator.Select(n => n / 8m);
        var figures = from low in numbers
                      from width in Gen.Choose(0, 99)
                      from isApproximate in Gen.Elements(true, false)
                      from kind in Gen.Choose(0, 4)
                      select kind switch
                      {
                          0 => Figure.Unknown,
                          1 => Figure.NotApplicable,
                          2 => Figure.Below(low),
                          3 => Figure.Above(low),
                          _ => Figure.Between(low, low + width, isApproximate),
                      };

        Prop.ForAll(figures.ToArbitrary(), f => Figure.Parse(f.ToString()) == f
            && Figure.Of(f.State, f.Low, f.High, f.IsApproximate) == f).QuickCheckThrowOnFailure();
    }
}
