using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace Cornerstone.Languages;

/// <summary>
/// Chooses the language of a request: the link "?lang=xx" (kept in a cookie), the cookie, what the browser asks for,
/// English; public pages have theirs in the address. A page opened by such a link is sent on to its own address, so that links people copy carry no language.
/// </summary>
public sealed class LanguageChoice(RequestDelegate next)
{
    public const string Cookie = "cornerstone-language";
    public const string Parameter = "lang";

    public async Task InvokeAsync(HttpContext context)
    {
        if (OfAddress(context.Request.Path) is { } address)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = address.Culture;
            await next(context);
            return;
        }

        var chosen = Languages.Of(context.Request.Query[Parameter]);
        if (chosen is not null && HttpMethods.IsGet(context.Request.Method))
        {
            Keep(context, chosen);
            context.Response.Redirect(WithoutChoice(context.Request));
            return;
        }

        var language = chosen ?? Languages.Of(context.Request.Cookies[Cookie]) ?? Accepted(context.Request) ?? Languages.English;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        await next(context);
    }

    // Public pages carry their language in the address, /xs/public/ar: one address, one page, for every cache and every reader.
    private static Language? OfAddress(PathString path) => path.Value?.Split('/') is ["", { Length: 2 }, "public", var code, ..] ? Languages.Of(code) : null;

    private static void Keep(HttpContext context, Language language) =>
        context.Response.Cookies.Append(Cookie, language.Code, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    // Built from path and query only: a redirect never leaves this host, whatever the address says.
    private static string WithoutChoice(HttpRequest request)
    {
        var rest = request.Query.Where(q => q.Key != Parameter).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? ""));
        var path = "/" + (request.PathBase + request.Path).ToUriComponent().TrimStart('/');
        return path + new QueryBuilder(rest);
    }

    private static Language? Accepted(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var accepted))
        {
            return null;
        }

        return accepted
            .OrderByDescending(a => a.Quality ?? 1)
            .Select(a => Languages.Of(a.Value.Value?.Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(l => l is not null);
    }
}
