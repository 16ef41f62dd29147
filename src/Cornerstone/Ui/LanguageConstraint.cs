namespace Cornerstone.Ui;

/// <summary>The code of one of our languages in an address.</summary>
public sealed class LanguageConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && Languages.Languages.Of(value as string) is not null;
}
