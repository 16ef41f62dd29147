namespace Cornerstone.Values.Tests;

public sealed class FiscalYearTests
{
    private static readonly FiscalYearStart July = new(7, 1);

    [Fact]
    public void A_year_from_July_is_named_by_both_calendar_years()
    {
        var year = FiscalYear.Containing(new DateOnly(2013, 2, 1), July);

        Assert.Equal("2012/13", year.ToString());
        Assert.Equal((new DateOnly(2012, 7, 1), new DateOnly(2013, 6, 30)), (year.From, year.Until));
    }

    [Fact]
    public void Without_another_start_it_is_the_calendar_year()
    {
        var year = FiscalYear.Containing(new DateOnly(2024, 1, 1));

        Assert.Equal("2024", year.ToString());
        Assert.Equal(Period.OfYear(2024), year.Period);
    }

    [Fact]
    public void A_calendar_year_is_shared_between_two_fiscal_years_by_days()
    {
        var calendar = Period.OfYear(2013);
        var (first, second) = (new FiscalYear(2012, July), new FiscalYear(2013, July));

        Assert.Equal(181m / 365m, first.ShareOf(calendar));
        Assert.Equal(1m, first.ShareOf(calendar) + second.ShareOf(calendar));
    }

    [Fact]
    public void A_start_that_not_every_year_has_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FiscalYearStart(2, 29));
}
