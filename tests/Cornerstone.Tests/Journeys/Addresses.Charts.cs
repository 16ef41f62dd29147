using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static IEnumerable<Sample> PlanViews() =>
    [
        new($"{Country}/plan/gantt", "/xs/plan/gantt", Amina),
        new($"{Country}/plan/gantt", "/xs/plan/gantt?late=true", Jamila),
        new($"{Country}/plan/duties", "/xs/plan/duties", Bruno),
        new($"{Country}/plan/duties", "/xs/plan/duties?show=Owned", Bruno),
        new($"{Country}/plan/duties", "/xs/plan/duties", Amina),
        new($"{Country}/plan/components", "/xs/plan/components", Amina),
        new($"{Country}/plan/regions", "/xs/plan/regions", Amina),
        new($"{Country}/plan/document", "/xs/plan/document", Dmitri),
        new($"{Country}/plan/document", "/xs/plan/document?part=G1", Dmitri),
        new($"{Country}/plan/document", "/xs/plan/document?annex=true", Dmitri),
    ];
}
