namespace Cornerstone.Iati.Tests;

public sealed class SuccessionTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    [Fact]
    public void A_successor_that_the_list_does_not_name_is_marked_as_our_reading()
    {
        Assert.Equal(("74020", true), (CodeLists.Sector.On("74010", Today), CodeLists.Sector.Find("74010")!.IsOurReading));
        Assert.Equal(("15111", false), (CodeLists.Sector.On("15120", Today), CodeLists.Sector.Find("15120")!.IsOurReading));
        Assert.Equal(["74010"], CodeLists.Sector.Codes.Where(c => CodeLists.Sector.Find(c)!.IsOurReading));
    }
}
