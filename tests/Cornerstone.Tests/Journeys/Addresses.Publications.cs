using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static IEnumerable<Sample> Publications()
    {
        const string publications = "/xs/publications";
        const string room = $"{Country}/publications";
        var none = Guid.Empty;
        return
        [
            new(room, publications, Amina),
            new(room, publications, Dmitri),
            new($"{room}/propose", $"{publications}/propose", Amina),
            new($"{room}/{{id:guid}}", $"{publications}/{none}", Farid, 404),
            new($"{room}/{{id:guid}}/rows/{{kind}}/{{key}}", $"{publications}/{none}/rows/Indicator/SL-01", Farid, 404),
            new($"{room}/withdraw/{{kind}}/{{key}}", $"{publications}/withdraw/Indicator/NONE", Farid, 404),
        ];
    }
}
