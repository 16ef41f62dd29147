using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Values.Tests;

public sealed class PeriodTests
{
    [Fact]
    public void September_2021_is_a_month_and_over_on_its_last_day()
    {
        var month = Period.Parse("2021-09");

        Assert.Equal(new DateOnly(2021, 9, 30), month.Until);
        Assert.Equal(PeriodPrecision.Month, month.Precision);
    }

    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31")]
    [InlineData("2024 q4", "2024-10-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("03/2024", "2024-03-01", "2024-03-31")]
    [InlineData("2012/2018", "2012-01-01", "2018-12-31")]
    [InlineData("2012-2018", "2012-01-01", "2018-12-31")]
    [InlineData("2012-07-01/2013-06-30", "2012-07-01", "2013-06-30")]
    public void A_period_is_read_as_people_write_it(string text, string from, string until)
    {
        var period = Period.Parse(text);

        Assert.Equal((from, until), (period.From.ToString("yyyy-MM-dd"), period.Until.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-13")]
    [InlineData("2024-02-30")]
    [InlineData("2018/2012")]
    [InlineData("2018-2012")]
    [InlineData("2024-00")]
    [InlineData("0000")]
    [InlineData("2024-Q5")]
    [InlineData("12,5")]
    public void What_is_no_period_is_not_read(string text) => Assert.False(Period.TryParse(text, out _));

    [Fact]
    public void Its_written_form_reads_back_as_the_same_period()
    {
        var days = ArbMap.Default.ArbFor<DateTime>().Generator.Select(DateOnly.FromDateTime).Where(d => d.Year < 9000);
        var periods = from first in days
                      from length in Gen.Choose(0, 4000)
                      from precision in Gen.Elements(Enum.GetValues<PeriodPrecision>())
                      select new Period(first, first.AddDays(length), precision);

        Prop.ForAll(periods.ToArbitrary(), p => Period.Parse(p.ToString()) == p && p.Days > 0 && p.Contains(p.From)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Of_two_periods_the_one_that_ends_later_comes_later() =>
        Assert.True(Period.Parse("2024-03") < Period.Parse("2024-Q2") && Period.Parse("2024-12") > Period.Parse("2024-Q3"));
}
