namespace Cornerstone.Ui;

/// <summary>A workspace code in an address: two lower-case letters.</summary>
public sealed class CountryConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string { Length: 2 } code && code.All(char.IsAsciiLetterLower);
}
