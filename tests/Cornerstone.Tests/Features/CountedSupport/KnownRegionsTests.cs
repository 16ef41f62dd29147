using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.CountedSupport.GivenSupportInMemory;

namespace Cornerstone.Tests.Features.CountedSupport;

public sealed class KnownRegionsTests
{
    private static readonly KnownRegions Regions = new(
    [
        new("XS-01", Wording.Of("en", "Nord-Été"), 1, null),
        new("XS-02", Wording.Of("en", "South"), 1, null),
        new("XS-0101", Wording.Of("en", "Harbour"), 2, "XS-01"),
        new("XS-0201", Wording.Of("en", "Twin"), 2, "XS-02"),
        new("XS-0102", Wording.Of("en", "Twin"), 2, "XS-01"),
    ]);

    [Theory]
    [InlineData("nord-ete", "XS-01")]
    [InlineData("Harbour", "XS-01")]
    public void A_place_is_known_by_its_name_and_stands_for_its_region(string name, string region) => Assert.Equal([region], Of([new(name)]).Regions);

    [Theory]
    [InlineData("Elsewhere")]
    [InlineData("Twin")]
    [InlineData(null)]
    public void A_place_that_is_not_known_is_not_the_whole_country(string? name)
    {
        var places = Of([new(name)], scope: "4");

        Assert.True(places is { IsNowhere: true, HasUnknown: true, IsWholeCountry: false });
    }

    [Fact]
    public void Only_who_says_so_works_in_the_whole_country()
    {
        Assert.True(Of([], scope: "4").IsWholeCountry);
        Assert.True(Of([]).IsNowhere);
    }

    private static WorkPlaces Of(List<ActivityPlace> places, string? scope = null) => Regions.Of(Activity("A", a => (a.Places, a.Scope) = (places, scope)));
}
