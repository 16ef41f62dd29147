using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static IEnumerable<Sample> Portfolio() => [new("portfolio", "/portfolio", Amina), new("portfolio", "/portfolio", Jamila)];
}
