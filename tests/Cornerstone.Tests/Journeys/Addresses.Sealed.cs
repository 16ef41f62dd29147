using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static IEnumerable<Sample> Sealed() =>
    [
        new("account/vault", "/account/vault", Amina),
        new($"{Country}/people/groups", "/xs/people/groups", Karim),
        new($"{Country}/people/officers", "/xs/people/officers", Karim),
        new($"{Country}/sealed", "/xs/sealed", Amina),
        new($"{Country}/sealed/emergency", "/xs/sealed/emergency", Amina),
    ];
}
