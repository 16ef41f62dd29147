using System.Net;
using Cornerstone.Access;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Architecture;

public sealed class RouteTests
{
    // Doors that are open on purpose; a new one is added here by hand, after thought.
    private static readonly string[] OpenToAnybody =
    [
        "/", "about", "error/{code:int}", "setup/{token}", "sign-in", "sign-in/code", "sign-in/passkey", "sign-in/organisation", "sign-in/organisation/return", "sign-in/authenticator", "language", "calendar/{token}.ics", "healthz", "api",
        "{country:country}/public", "{country:country}/public/{language:language}", "{country:country}/public/{language:language}/indicators/{**key}",
        "{country:country}/public/{language:language}/editions", "{country:country}/public/{language:language}/plan", "{country:country}/public/data/{**file}",
        "{country:country}/public/{language:language}/support", "{country:country}/public/{language:language}/support/{**key}", "{country:country}/public/data/support.{format:length(3,4)}",
        "{country:country}/public/{language:language}/council", "{country:country}/public/data/{table:regex(^(council-benchmarks|commitments)$)}.{format:length(3,4)}",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_says_who_may_call_it()
    {
        await using var app = await TestApp.StartAsync();

        var routes = RouteTable.Of(app);

        Assert.NotEmpty(routes);
        Assert.Empty(routes.Where(r => RouteTable.Needs(r).Length == 0).Select(RouteTable.Name));
    }

    [Fact]
    public async Task Only_listed_routes_are_open_to_anybody()
    {
        await using var app = await TestApp.StartAsync();

        var open = RouteTable.Of(app).Where(r => r.Metadata.GetMetadata<PublicAttribute>() is not null)
            .Select(r => RouteTable.Name(r).Trim('/') is { Length: > 0 } path ? path : "/")
            .Distinct();

        Assert.Empty(open.Except(OpenToAnybody));
    }

    [Fact]
    public async Task Nobody_gets_no_page_that_needs_a_permission()
    {
        await using var app = await TestApp.StartAsync();
        var nobody = app.AsNobody();

        foreach (var route in RouteTable.Of(app).Where(r => r.Metadata.GetMetadata<PublicAttribute>() is null))
        {
            var path = RouteTable.Fill(route);
            var status = await nobody.StatusOfAsync(path);
            Assert.True((int)status is 302 or 401 or 404 or 405, $"{path} answered {(int)status} to nobody");
        }
    }

    /// <summary>
    /// routes.csv is read by a person before it changes: a new route, or a new reader of an old one, is a decision. When this fails,
    /// look at what differs, then put it there by hand.
    /// </summary>
    [Fact]
    public async Task Who_may_call_what_is_what_was_reviewed()
    {
        await using var app = await TestApp.StartAsync();
        var roles = Enum.GetValues<Role>();
        var real = RouteTable.Of(app)
            .Select(r => $"{RouteTable.Name(r)};{RouteTable.Needs(r)};{Mark(RouteTable.Admits(r, null))};{string.Join(';', roles.Select(role => Mark(RouteTable.Admits(r, role))))}")
            .Distinct().Order(StringComparer.Ordinal).Prepend($"route;needs;nobody;{string.Join(';', roles)}").ToList();

        var reviewed = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests/Cornerstone.Tests/Architecture/routes.csv"), Ct)).ToList();

        Assert.True(
            real.SequenceEqual(reviewed),
            $"Not reviewed:\n{string.Join('\n', real.Except(reviewed))}\nReviewed and no longer so:\n{string.Join('\n', reviewed.Except(real))}");
    }

    [Fact]
    public async Task Each_role_is_let_in_where_the_reviewed_list_says_and_nowhere_else()
    {
        await using var app = await TestApp.SoleniaAsync();
        var routes = RouteTable.Of(app).Where(r => RouteTable.IsFixed(r) && RouteTable.Name(r) is not "/sign-out" && r.Metadata.GetMetadata<PublicAttribute>() is null)
            .DistinctBy(RouteTable.Name).ToList();
        var (wrong, listed, admitted) = (new List<string>(), 0, 0);
        foreach (var person in DemonstrationPerson.All)
        {
            var visitor = await app.AsAsync(person);
            foreach (var route in routes)
            {
                var status = await visitor.StatusOfAsync(RouteTable.Fill(route));
                var isIn = status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized);
                if (RouteTable.Admits(route, person.Role))
                {
                    (listed, admitted) = (listed + 1, admitted + (isIn ? 1 : 0));
                }
                else if (isIn)
                {
                    wrong.Add($"{RouteTable.Name(route)} answers {(int)status} to {person.Role}");
                }
            }
        }

        Assert.True(routes.Count > 80);
        Assert.Empty(wrong);
        // Some pages also need a question in their address, or an institution of one's own.
        Assert.True(admitted > listed * 9 / 10, $"{admitted} of {listed} answered");
    }

    private static string Mark(bool isAdmitted) => isAdmitted ? "x" : "";
}
