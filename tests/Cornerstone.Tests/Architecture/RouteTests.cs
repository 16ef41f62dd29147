using Cornerstone.Access;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Tests.Architecture;

public sealed class RouteTests
{
    // Doors that are open on purpose; a new one is added here by hand, after thought.
    private static readonly string[] OpenToAnybody =
    [
        "/", "about", "error/{code:int}", "setup/{token}", "sign-in", "sign-in/code", "sign-in/authenticator", "language", "calendar/{token}.ics", "healthz",
        "{country:country}/public", "{country:country}/public/{language:language}", "{country:country}/public/{language:language}/indicators/{**key}",
        "{country:country}/public/{language:language}/editions", "{country:country}/public/{language:language}/plan", "{country:country}/public/data/{**file}",
    ];

    [Fact]
    public async Task Every_route_says_who_may_call_it()
    {
        await using var app = await TestApp.StartAsync();

        var routes = Routes(app);

        Assert.NotEmpty(routes);
        Assert.Empty(routes.Where(r => !SaysWho(r)).Select(r => r.RoutePattern.RawText));
    }

    [Fact]
    public async Task Only_listed_routes_are_open_to_anybody()
    {
        await using var app = await TestApp.StartAsync();

        var open = Routes(app).Where(r => r.Metadata.GetMetadata<PublicAttribute>() is not null)
            .Select(r => r.RoutePattern.RawText!.Length == 0 ? "/" : r.RoutePattern.RawText.Trim('/') is { Length: > 0 } path ? path : "/")
            .Distinct();

        Assert.Empty(open.Except(OpenToAnybody));
    }

    [Fact]
    public async Task Nobody_gets_no_page_that_needs_a_permission()
    {
        await using var app = await TestApp.StartAsync();
        var nobody = app.AsNobody();

        foreach (var route in Routes(app).Where(r => r.Metadata.GetMetadata<PublicAttribute>() is null))
        {
            var path = Fill(route);
            var status = await nobody.StatusOfAsync(path);
            Assert.True((int)status is 302 or 404 or 405, $"{path} answered {(int)status} to nobody");
        }
    }

    private static List<RouteEndpoint> Routes(TestApp app) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    private static bool SaysWho(RouteEndpoint route) =>
        route.Metadata.GetMetadata<PublicAttribute>() is not null
        || route.Metadata.OfType<IAuthorizationRequirementData>().Any();

    private static string Fill(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "country" } => "xs",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "00000000-0000-7000-8000-000000000009",
            _ => "x",
        }))));
}
