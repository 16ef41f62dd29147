using Cornerstone.Ui;

namespace Cornerstone.Tests.Ui;

public sealed class PageRowsTests
{
    [Theory]
    [InlineData(0, 50, 0, null, null)]
    [InlineData(50, 120, 50, 0, 100)]
    [InlineData(100, 120, 100, 50, null)]
    // What nobody's link asks for.
    [InlineData(-7, 120, 0, null, 50)]
    [InlineData(20, 120, 20, 0, 70)]
    [InlineData(int.MaxValue, 120, 100, 50, null)]
    [InlineData(int.MinValue, 120, 0, null, 50)]
    public void A_page_begins_where_it_is_asked_to_and_never_beyond_the_end(int asked, int count, int start, int? before, int? after)
    {
        var rows = PageRows.From(asked, 50, count);

        Assert.Equal((start, before, after), (rows.Start, rows.Before, rows.After));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void A_list_with_nothing_in_it_has_one_page(int asked)
    {
        var rows = PageRows.From(asked, 50, 0);

        Assert.Equal((0, (int?)null, (int?)null), (rows.Start, rows.Before, rows.After));
    }
}
