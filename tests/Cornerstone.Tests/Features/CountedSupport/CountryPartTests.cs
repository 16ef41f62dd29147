using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;

namespace Cornerstone.Tests.Features.CountedSupport;

public sealed class CountryPartTests
{
    [Fact]
    public void An_activity_for_a_region_of_the_world_is_not_wholly_for_this_country() =>
        Assert.Equal((0m, 0m, 1m), Of(a => a.Regions = [new("298")]));

    [Fact]
    public void A_country_beside_a_region_has_what_is_said_and_of_the_region_nobody_said() =>
        Assert.Equal((0.6m, 0m, 0.4m), Of(a => (a.Countries, a.Regions) = ([new("XS", null, 60m)], [new("298", null, 40m)])));

    [Fact]
    public void A_country_and_a_region_without_percentages_are_not_divided() =>
        Assert.Equal((0m, 0m, 1m), Of(a => (a.Countries, a.Regions) = ([new("XS")], [new("298")])));

    [Fact]
    public void Countries_that_are_a_whole_leave_nothing_to_the_region_they_lie_in() =>
        Assert.Equal((0.7m, 0.3m, 0m), Of(a => (a.Countries, a.Regions) = ([new("XS", null, 70m), new("XY", null, 30m)], [new("298", null, 100m)])));

    [Fact]
    public void A_transaction_for_a_region_goes_before_its_activity()
    {
        var activity = Activity(a => a.Countries = [new("XS")]);
        var transaction = GivenSupportInMemory.Paid(activity, 10m);
        transaction.RecipientRegion = "298";

        Assert.Equal(0m, CountryPart.Of(activity, transaction, "XS").Here);
    }

    private static (decimal, decimal, decimal) Of(Action<Activity> adjust) => CountryPart.Of(Activity(adjust), "XS") is var part ? (part.Here, part.Elsewhere, part.Unsaid) : default;

    private static Activity Activity(Action<Activity> adjust) => GivenSupportInMemory.Activity("A", adjust);
}
