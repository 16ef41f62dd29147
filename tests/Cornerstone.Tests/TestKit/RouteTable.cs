using Cornerstone.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Tests.TestKit;

/// <summary>The routes the program really has, and who may call them.</summary>
internal static class RouteTable
{
    public static List<RouteEndpoint> Of(TestApp app) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public static string Name(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');

    /// <summary>"anybody", "signed in", the permissions it needs, or nothing.</summary>
    public static string Needs(RouteEndpoint route) => route.Metadata.GetMetadata<PublicAttribute>() is not null
        ? "anybody"
        : string.Join(" + ", route.Metadata.OfType<IAuthorizationRequirementData>().Select(r => r is RequiresAttribute requires ? requires.Permission : "signed in").Distinct().Order(StringComparer.Ordinal));

    public static bool Admits(RouteEndpoint route, Role? role) =>
        route.Metadata.GetMetadata<PublicAttribute>() is not null
        || (role is { } held && route.Metadata.OfType<IAuthorizationRequirementData>().ToList() is { Count: > 0 } all
            && all.TrueForAll(r => r is not RequiresAttribute requires || Rooms.Permission(requires.Permission).Granted.Contains(held)));

    /// <summary>True when the address needs no record: it can be called as it stands.</summary>
    public static bool IsFixed(RouteEndpoint route) => route.RoutePattern.Parameters.All(p => p.Name == "country" || p.IsOptional);

    /// <summary>An address of the route: Solenia's, and a record nobody has.</summary>
    public static string Fill(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments
        .Where(s => s.Parts is not [RoutePatternParameterPart { IsOptional: true }])
        .Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "country" } => "xs",
            RoutePatternParameterPart => "00000000-0000-7000-8000-000000000009",
            _ => "x",
        }))));
}
